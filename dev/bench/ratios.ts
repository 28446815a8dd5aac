// The product's rates as ratios to the same SQL without it.
import { benchCompany, benchToken, fillLeads } from './actors.ts'
import { baseline, type Baseline } from './baseline.ts'
import type { Bench, Line } from './harness.ts'
import { load, UNIQUE, type Call, type Measured } from './load.ts'
import { scopeStatement, sentStatement } from './statements.ts'

const SECONDS = 6
const CALLERS = 32
const LEADS = 200_000
const LIST_BAR = 0.35
const CREATE_BAR = 0.4

/** Lists and creates leads: evenly spread, skewed, and for a user with ten companies. */
export async function ratios(bench: Bench, appUrl: string): Promise<Line[]> {
  const one = [benchCompany(3)]
  const ten = Array.from({ length: 10 }, (_, index) => benchCompany(index))
  return [
    await list('list 20 of 200,000 leads', { bench, appUrl, companies: one, skew: false }),
    await list('… one company holds half, and is asked', {
      bench,
      appUrl,
      companies: [benchCompany(0)],
      skew: true,
    }),
    await list('… actor with ten companies', { bench, appUrl, companies: ten, skew: true }),
    await create(bench, appUrl, one),
  ]
}

function lineOf(what: string, ours: Measured, theirs: Baseline, bar: number): Line {
  const ratio = ours.rate / theirs.rate
  const detail = `${ours.rate.toFixed(0)}/s (${ours.tool}) to ${theirs.rate.toFixed(0)}/s (${theirs.tool}); p50 ${ours.p50.toFixed(1)}, p99 ${ours.p99.toFixed(1)} ms; ${ours.errors} errors`
  return {
    what,
    value: `${ratio.toFixed(2)} = ${detail}`,
    bar: `>= ${bar}`,
    holds: ratio >= bar && ours.errors === 0,
  }
}

type Listing = { bench: Bench; appUrl: string; companies: readonly string[]; skew: boolean }

async function list(what: string, { bench, appUrl, companies, skew }: Listing): Promise<Line> {
  await fillLeads(bench.ownerUrl, LEADS, skew)
  const headers = { authorization: `Bearer ${await benchToken(bench.signingKeys, companies)}` }
  const ours = await load(
    bench.url,
    { method: 'GET', path: '/crm/leads?limit=20', headers },
    { callers: CALLERS, seconds: SECONDS },
  )
  const text = await sentStatement(bench.ownerUrl, {
    like: 'select l\\.\\*',
    parameters: ['21', '21'],
  })
  return lineOf(
    what,
    ours,
    await baseline(appUrl, [scopeStatement(companies), text], SECONDS),
    LIST_BAR,
  )
}

async function create(bench: Bench, appUrl: string, companies: readonly string[]): Promise<Line> {
  const request: Call = {
    method: 'POST',
    path: '/crm/leads',
    headers: {
      authorization: `Bearer ${await benchToken(bench.signingKeys, companies)}`,
      'content-type': 'application/json',
      'idempotency-key': `bench-${UNIQUE}`,
    },
    body: JSON.stringify({
      fullName: 'Siti Rahmawati',
      phone: `0813${UNIQUE}`,
      interest: 'Dana pensiun',
    }),
  }
  const ours = await load(bench.url, request, { callers: CALLERS, seconds: SECONDS })
  const insert = `insert into lead (full_name, phone, interest, rm_id) values ('Siti Rahmawati', '+62' || (1 + floor(random() * 9e12))::bigint, 'Dana pensiun', uuidv7()) returning *`
  const theirs = await baseline(appUrl, [scopeStatement(companies), insert], SECONDS)
  return lineOf('create a lead, audited, idempotent', ours, theirs, CREATE_BAR)
}
