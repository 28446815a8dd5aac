// Virtual users that behave like people: each pauses between two requests and follows the mix of a
// working day.
import { Pool } from 'undici'
import { benchCompany, benchToken } from './actors.ts'
import type { Bench, Line } from './harness.ts'

const THINK_MS = 10_000
const SECONDS = 20

/** A user, and the lead that they opened last. */
type User = { authorization: string; leadId: string | undefined }
type Asked = { path: string; body?: object }

const onLead = (rest: string) => (user: User) => ({
  path: user.leadId === undefined ? '/crm/leads?limit=20' : `/crm/leads/${user.leadId}${rest}`,
})

/** The requests, and the share of each in per cent. About one write for fifteen reads. */
const mix: readonly (readonly [share: number, ask: (user: User) => Asked])[] = [
  [22, () => ({ path: '/crm/leads?limit=20' })],
  [10, onLead('')],
  [10, onLead('/activities')],
  [5, () => ({ path: '/crm/leads?limit=20&status=qualified' })],
  [12, () => ({ path: '/crm/investors?limit=20' })],
  [12, () => ({ path: '/crm/instructions?limit=20' })],
  [8, () => ({ path: '/auth/notifications' })],
  [8, () => ({ path: '/products' })],
  [4, () => ({ path: '/dashboard' })],
  [3, () => ({ path: '/crm/banks' })],
  [
    3,
    () => ({
      path: '/crm/leads',
      body: { fullName: 'Siti Rahmawati', phone: `0813${number()}`, interest: 'Dana pensiun' },
    }),
  ],
  [
    3,
    (user) =>
      user.leadId === undefined
        ? { path: '/crm/leads?limit=20' }
        : {
            path: `/crm/leads/${user.leadId}/activities`,
            body: { kind: 'call', text: 'Minta dihubungi lagi minggu depan' },
          },
  ],
]

const number = () => String(Math.floor(Math.random() * 1e8)).padStart(8, '0')

/** The 99th percentile of the response time with this many users. */
export async function virtualUsers(bench: Bench, users: number, barMs: number): Promise<Line> {
  const pool = new Pool(bench.url, { connections: Math.min(users, 256), pipelining: 1 })
  const tokens = await Promise.all(
    Array.from(
      { length: 10 },
      async (_, index) => await benchToken(bench.signingKeys, [benchCompany(index)]),
    ),
  )
  const latencies: number[] = []
  let errors = 0
  const end = performance.now() + SECONDS * 1000
  const one = async (place: number) => {
    const user: User = { authorization: `Bearer ${tokens[place % 10]}`, leadId: undefined }
    await sleep(Math.random() * THINK_MS)
    while (performance.now() < end) {
      const { path, body } = askOf(user, Math.random() * 100)
      const started = performance.now()
      const reply = await pool.request({
        method: body ? 'POST' : 'GET',
        path,
        headers: {
          authorization: user.authorization,
          ...(body && {
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await reply.body.text()
      latencies.push(performance.now() - started)
      if (reply.statusCode >= 400) errors++
      else if (path.startsWith('/crm/leads?')) user.leadId = leadIn(text)
      await sleep(THINK_MS * (0.5 + Math.random()))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, place) => one(place)))
  await pool.close()
  latencies.sort((a, b) => a - b)
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0
  const value = `p99 ${p99.toFixed(1)} ms over ${latencies.length} answers, ${errors} errors`
  return {
    what: `${users} users who think ${THINK_MS / 1000} s between requests`,
    value,
    bar: `p99 <= ${barMs} ms, no errors`,
    holds: p99 <= barMs && errors === 0,
  }
}

function askOf(user: User, draw: number): Asked {
  let sum = 0
  return (
    (mix.find(([share]) => (sum += share) > draw) ?? mix[0])?.[1](user) ?? { path: '/crm/leads' }
  )
}

/** A lead's id from a page, without parsing all of it: client and server share the machine. */
function leadIn(page: string): string | undefined {
  return /"id":"([0-9a-f-]{36})"/.exec(page)?.[1]
}

const sleep = async (ms: number) => await new Promise((done) => setTimeout(done, ms))
