// What grows with the data, and how much other work is slowed down.
import { benchCompany, benchToken, fillLeads } from './actors.ts'
import type { Bench, Line } from './harness.ts'
import { load } from './load.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'

const SMALL = 50_000
const LARGE = 5_000_000
const SIZE_BAR = 1.3

/** The median of three series: single ones differ by up to a third. */
async function median(bench: Bench, path: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${await benchToken(bench.signingKeys, [benchCompany(3)])}`,
  }
  const medians: number[] = []
  for (let series = 0; series < 3; series++)
    medians.push(
      (await load(bench.url, { method: 'GET', path, headers }, { callers: 1, seconds: 3 })).p50,
    )
  return medians.toSorted((a, b) => a - b)[1] ?? 0
}

/**
 * The list with five million leads against fifty thousand; then search, dashboard and exports with
 * five million.
 */
export async function sizes(bench: Bench): Promise<Line[]> {
  await fillLeads(bench.ownerUrl, SMALL, false)
  const small = await median(bench, '/crm/leads?limit=20')
  await fillLeads(bench.ownerUrl, LARGE, false)
  const large = await median(bench, '/crm/leads?limit=20')
  const ratio = large / small
  const headers = {
    authorization: `Bearer ${await benchToken(bench.signingKeys, [benchCompany(3)])}`,
  }
  const timed = async (what: string, path: string): Promise<Line> => {
    const started = performance.now()
    const reply = await fetch(bench.url + path, { headers })
    // Streamed: neither side holds 500,000 rows at once.
    let bytes = 0
    for await (const part of reply.body ?? []) bytes += part.length
    return {
      what: `${what}, of 500,000 in the company`,
      value: `${(performance.now() - started).toFixed(0)} ms (${reply.status}, ${(bytes / 1e6).toFixed(1)} MB)`,
      bar: '',
      holds: null,
    }
  }
  return [
    {
      what: 'list, 5,000,000 against 50,000 leads',
      value: `${ratio.toFixed(2)} = ${large.toFixed(2)} to ${small.toFixed(2)} ms`,
      bar: `<= ${SIZE_BAR}`,
      holds: ratio <= SIZE_BAR,
    },
    await timed(
      'search by a word that all have, with the total',
      '/crm/leads?search=nama&count=true',
    ),
    await timed(
      'search by what the oldest fifth have, with the total',
      '/crm/leads?search=Nama%201&count=true',
    ),
    await timed(
      'search by what one has, with the total',
      '/crm/leads?search=nama1234563%40&count=true',
    ),
    await timed('search by what nobody has, with the total', '/crm/leads?search=zzzzzz&count=true'),
    await timed('dashboard', '/dashboard'),
    await timed('export to CSV, all of them', '/crm/leads.csv'),
    await timed('export to XLSX, all of them', '/crm/leads.xlsx'),
  ]
}

/** Sign-ins at full speed, and the delay for other users meanwhile. */
export async function logins(bench: Bench): Promise<Line[]> {
  const reply = await fetch(`${bench.url}/auth/csrf-token`)
  const { csrfToken } = (await reply.json()) as { csrfToken: string }
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const body = JSON.stringify({
    login: 'nobody@nusantara.example',
    password: DEMO_PASSWORD,
    client: 'mobile',
    device: { id: crypto.randomUUID(), name: 'x', platform: 'android' },
  })
  const login = {
    method: 'POST' as const,
    path: '/auth/login',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken, cookie },
    body,
  }
  const headers = {
    authorization: `Bearer ${await benchToken(bench.signingKeys, [benchCompany(3)])}`,
  }
  const others = { method: 'GET' as const, path: '/crm/leads?limit=20', headers }
  const alone = await load(bench.url, others, { callers: 2, seconds: 4 })
  const [signIns, meanwhile] = await Promise.all([
    load(
      bench.url,
      { ...login, body: body.replace('nobody@', `nobody@@@@@@@@@.`) },
      { callers: 8, seconds: 4 },
    ),
    load(bench.url, others, { callers: 2, seconds: 4 }),
  ])
  return [
    {
      what: 'sign-ins (each an argon2id hash)',
      value: `${signIns.rate.toFixed(0)}/s`,
      bar: '',
      holds: null,
    },
    {
      what: 'p99 of others meanwhile',
      value: `${meanwhile.p99.toFixed(1)} ms (alone ${alone.p99.toFixed(1)} ms)`,
      bar: '',
      holds: null,
    },
  ]
}
