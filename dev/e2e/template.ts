// Installations with demo data, created once per test run. Copying one takes a second; creating one
// takes five to twenty.
import { execFile } from 'node:child_process'
import { access, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { alone } from '@rmtools/operate/alone'
import { liftedLimits } from '../lifted-limits.ts'
import { startSystem } from '../system.ts'

const run = promisify(execFile)

/**
 * The variable with the folder of the run's templates. Unset outside a test run: then each
 * installation is created anew.
 */
export const TEMPLATES = 'RMTOOLS_TEST_TEMPLATES'

export type Demo = 'people' | 'full'

/** Copies the installation with that demo into an empty directory; creates it at first use. */
export async function copyTemplate(folder: string, demo: Demo, directory: string): Promise<void> {
  const template = join(folder, demo)
  await alone(`${template}.lock`, async () => {
    if (!(await exists(template))) await make(template, demo)
  })
  // Preserves owners, which PostgreSQL requires.
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
