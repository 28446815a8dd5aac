// `npm run test:days`: runs the tests on dates and times that software often gets wrong, and
// browsers in other time zones than Jakarta's. libfaketime moves the clock of every program,
// including PostgreSQL. A separate job, because it takes three quarters of an hour. `-- saturday
// new-york` runs some of them.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

type Run = { name: string; env: Record<string, string>; files: readonly string[] }

// Everything that needs no browser. With a moved clock PostgreSQL's own time-outs do not fire,
// which the take-over of queues relies on.
const WITHOUT_BROWSER = [
  '--project',
  'pure',
  '--project',
  'parts',
  '--exclude',
  'packages/kit/src/jobs/queues.test.ts',
]
const WHOLE = [
  '--project',
  'whole',
  'dev/e2e/tour.test.ts',
  'dev/e2e/demo.test.ts',
  'dev/e2e/portfolio.test.ts',
  'dev/e2e/bib-faults.test.ts',
]
const BROWSERS = [
  '--project',
  'whole',
  'dev/browser/investor-approval.test.ts',
  'dev/browser/console-office.test.ts',
  'dev/browser/console-review.test.ts',
  'dev/browser/mobile-instructions.test.ts',
]

const days: readonly (readonly [name: string, at: string])[] = [
  ['saturday', '2026-11-28T10:00:00+07:00'],
  // Christmas Eve is a joint-leave day: the exchange is closed.
  ['exchange-holiday', '2026-12-24T10:00:00+07:00'],
  ['before-cut-off', '2026-11-30T12:59:59+07:00'],
  ['at-cut-off', '2026-11-30T13:00:00+07:00'],
  ['new-year', '2026-12-31T23:30:00+07:00'],
  ['leap-day', '2028-02-29T10:00:00+07:00'],
]
const zones: readonly (readonly [name: string, zone: string])[] = [
  ['new-york', 'America/New_York'],
  ['jayapura', 'Asia/Jayapura'],
]

const wanted = process.argv.slice(2)
const runs = [
  ...days.flatMap(dayRuns),
  ...zones.map(([name, zone]) => ({ name, env: { BROWSER_ZONE: zone }, files: BROWSERS })),
]
const results: { run: string; result: string }[] = []
for (const run of runs.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const started = performance.now()
  const code = await vitest(run)
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  results.push({
    run: `${run.name}: ${run.files.includes('whole') ? 'whole' : 'parts'}`,
    result: `${code === 0 ? 'passed' : 'FAILED'} in ${minutes} min`,
  })
}
console.table(results)
process.exit(
  results.length > 0 && results.every(({ result }) => result.startsWith('passed')) ? 0 : 1,
)

function dayRuns([name, at]: readonly [string, string]): Run[] {
  const clock = () => ({
    LD_PRELOAD: fakeClock(),
    // As an offset, so that programs started later agree with those already running.
    FAKETIME: `+${Math.round((Date.parse(at) - Date.now()) / 1000)}`,
    // Timers and time-outs are not affected.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  return [WITHOUT_BROWSER, WHOLE].map((files) => ({
    name,
    files,
    // Evaluated when the run starts, so that each starts at its own time.
    get env() {
      return clock()
    },
  }))
}

/** The library that moves the clock; installed on a Debian if we have the rights. */
function fakeClock(): string {
  const find = () => globSync('/usr/lib/{*/,}faketime/libfaketime.so.1')[0]
  if (find() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'libfaketime'], { stdio: 'inherit' })
  }
  const library = find()
  if (library === undefined)
    throw new Error('libfaketime is needed. On Debian: apt-get install libfaketime')
  return library
}

async function vitest({ name, env, files }: Run): Promise<number> {
  console.log(`\n${name}: ${files.join(' ')}`)
  const child = spawn('vitest', ['run', '--reporter=dot', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return await new Promise((done, failed) =>
    child.once('close', (code) => done(code ?? 1)).once('error', failed),
  )
}
