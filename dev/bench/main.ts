// `npm run bench`: rates of the product as ratios to the same SQL without it, in one run on one machine.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { benchCompany, benchToken, fillLeads } from './actors.ts'
import { baseline, type Baseline } from './baseline.ts'
import { load, UNIQUE, type Call, type Measured } from './load.ts'
import { scopeStatement, sentStatement } from './statements.ts'

const SECONDS = 6
const CALLERS = 32
const LEADS = 200_000

type Server = { url: string; ownerUrl: string; signingKeys: string; startMs: number; pids: Record<string, number> }
const directory = await mkdtemp(join(tmpdir(), 'rmtools-bench-'))
const { child, server } = await start('one')
const appUrl = server.ownerUrl.replace(/\/\/[^@]+@/, '//crm_bench:crm_bench@')
const rows: string[][] = []

function report(name: string, ours: Measured, theirs: Baseline, bar: number): void {
  const ratio = ours.rate / theirs.rate
  rows.push([
    name,
    `${ours.rate.toFixed(0)} (${ours.tool})`,
    `${theirs.rate.toFixed(0)} (${theirs.tool})`,
    ratio.toFixed(2),
    `>= ${bar}`,
    ratio >= bar ? 'holds' : 'FALLS SHORT',
    `${ours.p50.toFixed(1)} / ${ours.p99.toFixed(1)}`,
    String(ours.errors),
  ])
}

await prepare()
const one = [benchCompany(3)]
const ten = Array.from({ length: 10 }, (_, index) => benchCompany(index))
await list('list 20 leads of 200,000', one, false)
await list('… one company holds half, and is asked', [benchCompany(0)], true)
await list('… actor with ten companies', ten, true)
await create()
await stop(child)

print([['', 'ours /s', 'same SQL alone /s', 'ratio', 'bar', '', 'p50 / p99 ms', 'errors'], ...rows])
console.log(`\nstart to ready, embedded PostgreSQL made anew: ${(server.startMs / 1000).toFixed(1)} s (bar 10 s)`)
console.log(`resident at load, a process each: ${await memoryOfEach()} (bar 150 MB a service)`)
await rm(directory, { recursive: true, force: true })

async function prepare(): Promise<void> {
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  // A login with the rights of crm_app and a known password, for the baseline.
  await owner.query(`create role crm_bench login password 'crm_bench' in role crm_app`)
  await owner.query('alter role crm_bench set search_path = crm_bib')
  await owner.end()
}

async function list(name: string, companies: readonly string[], skew: boolean): Promise<void> {
  await fillLeads(server.ownerUrl, LEADS, skew)
  const headers = { authorization: `Bearer ${benchToken(server.signingKeys, companies)}` }
  const ours = await load(server.url, { method: 'GET', path: '/crm/leads?limit=20', headers }, { callers: CALLERS, seconds: SECONDS })
  const text = await sentStatement(server.ownerUrl, { like: 'select l\\.\\*', parameters: ['21', '21'] })
  report(name, ours, await baseline(appUrl, [scopeStatement(companies), text], SECONDS), 0.35)
}

async function create(): Promise<void> {
  const token = benchToken(server.signingKeys, one)
  const request: Call = {
    method: 'POST',
    path: '/crm/leads',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': `bench-${UNIQUE}` },
    body: JSON.stringify({ fullName: 'Siti Rahmawati', phone: `0813${UNIQUE}`, interest: 'Dana pensiun' }),
  }
  const ours = await load(server.url, request, { callers: CALLERS, seconds: SECONDS })
  const insert = `insert into lead (full_name, phone, interest, rm_id) values ('Siti Rahmawati', '+62' || (1 + floor(random() * 9e12))::bigint, 'Dana pensiun', uuidv7()) returning *`
  report('create a lead, audited, idempotent', ours, await baseline(appUrl, [scopeStatement(one), insert], SECONDS), 0.4)
}

function print(table: readonly string[][]): void {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    console.log(
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
}

async function start(arrangement: 'one' | 'split'): Promise<{ child: ChildProcess; server: Server }> {
  const program = join(import.meta.dirname, 'server.ts')
  const started = fork(program, [join(directory, arrangement), arrangement], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const message = await new Promise<unknown>((resolve) => started.once('message', resolve))
  return { child: started, server: message as Server }
}

async function stop(running: ChildProcess): Promise<void> {
  const gone = new Promise((done) => running.once('exit', done))
  running.send('stop')
  await gone
}

async function memoryOfEach(): Promise<string> {
  const split = await start('split')
  const headers = { authorization: `Bearer ${benchToken(split.server.signingKeys, [benchCompany(3)])}` }
  await load(split.server.url, { method: 'GET', path: '/crm/leads?limit=20', headers }, { callers: CALLERS, seconds: SECONDS })
  await load(split.server.url, { method: 'GET', path: '/auth/notifications', headers }, { callers: CALLERS, seconds: 2 })
  const sizes = await Promise.all(
    ['auth', 'crm', 'bff'].map(async (name) => {
      const status = await readFile(`/proc/${split.server.pids[name]}/status`, 'utf8')
      return `${name} ${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB`
    }),
  )
  await stop(split.child)
  return sizes.join(', ')
}
