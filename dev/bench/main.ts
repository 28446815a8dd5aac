// `npm run bench`: the product's performance as ratios to the same SQL without it, in one run on
// one machine. `-- --full` adds five million leads, thousands of virtual users and sign-ins; `--
// --write` saves the table in docs/BENCHMARKS.md.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { fillInvestors, fillLeads } from './actors.ts'
import { startBench, tableOf, type Bench, type Line } from './harness.ts'
import { memory } from './memory.ts'
import { ratios } from './ratios.ts'
import { logins, sizes } from './sizes.ts'
import { virtualUsers } from './users.ts'

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const directory = await mkdtemp(join(tmpdir(), 'rmtools-bench-'))
const lines: Line[] = []

async function measure(bench: Bench): Promise<void> {
  const seconds = bench.startMs / 1000
  lines.push({
    what: 'start to ready, database made anew',
    value: `${seconds.toFixed(1)} s`,
    bar: '<= 10 s',
    holds: seconds <= 10,
  })
  lines.push(...(await ratios(bench, await baselineUrl(bench.ownerUrl))))
  if (!values.full) return
  await fillLeads(bench.ownerUrl, 200_000, false)
  await fillInvestors(bench.ownerUrl, 50_000)
  lines.push(await virtualUsers(bench, 500, 50), await virtualUsers(bench, 5000, 150))
  lines.push(...(await logins(bench)), ...(await sizes(bench)))
}

/** Creates a login for the baseline with the rights of crm_app and a known password. */
async function baselineUrl(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`create role crm_bench login password 'crm_bench' in role crm_app`)
  await owner.query('alter role crm_bench set search_path = crm_bib')
  await owner.end()
  return ownerUrl.replace(/\/\/[^@]+@/, '//crm_bench:crm_bench@')
}

try {
  {
    await using bench = await startBench(directory, 'one')
    await measure(bench)
  }
  lines.push(...(await memory(directory)))
} finally {
  await rm(directory, { recursive: true, force: true })
}
const table = tableOf(lines)
console.log(table)
if (values.write) {
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, with database and load generator on it`
  const path = join(import.meta.dirname, '../../docs/BENCHMARKS.md')
  await writeFile(
    path,
    `# Benchmarks\n\n\`npm run bench -- --full --write\` on ${machine}. Ratios count, absolute figures do not.\n\n\`\`\`\n${table}\n\`\`\`\n`,
  )
  console.log(`\nwritten to ${path}`)
}
