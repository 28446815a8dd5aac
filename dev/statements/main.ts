// `npm run statements`: runs the tests of the services and of kit and records the statements that
// they execute, which the test of generated files checks against the database. `-- <files>` runs
// some of them and keeps the other records.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOMES } from './check.ts'
import { fileOf, keptOf, printed, selected } from './kept.ts'
import { productFiles, ROOT, sitesOf } from './sources.ts'
import type { Recorded } from './templates.ts'

// Some statements run only in the whole product.
const EVERYTHING = [
  '--project',
  'parts',
  '--project',
  'whole',
  'services',
  'packages',
  'dev/e2e/access.test.ts',
  'dev/e2e/disclosures.test.ts',
  'dev/e2e/portfolio.test.ts',
  'dev/e2e/tour.test.ts',
]

const files = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'rmtools-statements-'))
try {
  const tests = files.length > 0 ? files : EVERYTHING
  const vitest = spawn('vitest', ['run', ...tests], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, RECORD_STATEMENTS: folder },
  })
  await once(vitest, 'close')
  const homes = Object.keys(HOMES)
  const before = files.length > 0 ? homes.flatMap(keptOf) : []
  const kept = selected([...before, ...(await recordedIn(folder))], sitesOf(productFiles()))
  for (const home of homes) {
    await writeFile(fileOf(home), printed(kept.get(home) ?? []))
    console.log(fileOf(home))
  }
  process.exitCode = vitest.exitCode ?? 1
} finally {
  await rm(folder, { recursive: true })
}

async function recordedIn(from: string): Promise<Recorded[]> {
  const texts = await Promise.all(
    (await readdir(from)).map((name) => readFile(join(from, name), 'utf8')),
  )
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Recorded => JSON.parse(line)),
  )
}
