// Installations with demo data, made once a test run. A copy starts in a second; made anew, migrations and demo take five to twenty.
import { execFile } from 'node:child_process'
import { access, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { alone } from '@rmtools/operate/alone'
import { liftedLimits } from '../lifted-limits.ts'
import { startSystem } from '../system.ts'

const run = promisify(execFile)

/** The variable that names the folder of the run's templates. Unset where no test run is: then each installation is made anew. */
export const TEMPLATES = 'RMTOOLS_TEST_TEMPLATES'

export type Demo = 'people' | 'full'

/** Lays a copy of the installation with that demo into a directory, which must be empty; makes the installation the first time. */
export async function copyTemplate(folder: string, demo: Demo, directory: string): Promise<void> {
  const template = join(folder, demo)
  await alone(`${template}.lock`, async () => {
    if (!(await exists(template))) await make(template, demo)
  })
  // Keeps owners, as PostgreSQL wants.
  await run('cp', ['-a', `${template}/.`, directory])
  await access(join(directory, 'postgres/data/PG_VERSION'))
}

async function make(template: string, demo: Demo): Promise<void> {
  const partial = `${template}-${process.pid}`
  const system = await startSystem({
    directory: partial,
    arrangement: 'one',
    port: 0,
    logLevel: 'silent',
    demo,
    overrides: { ...liftedLimits, TICK_MS: '50' },
    postgresSettings: ['fsync=off'],
  })
  await system.demoWritten
  await system[Symbol.asyncDispose]()
  await rename(partial, template)
}

const exists = async (path: string): Promise<boolean> =>
  await access(path).then(
    () => true,
    () => false,
  )
