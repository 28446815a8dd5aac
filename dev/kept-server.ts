// Caches the tests' migrated server between runs: creating it takes two to three seconds, copying
// it a tenth of one. Its name is a hash of everything that it is created from or by.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { foundationMigrations } from '@rmtools/kit/migrate'
import { migrationFolders } from './migrations.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..')
const KEPT = join(ROOT, 'node_modules/.cache/rmtools-postgres')
const kit = (file: string) => join(ROOT, 'packages/kit/src', file)
const MAKERS = [
  join(ROOT, 'package-lock.json'),
  join(import.meta.dirname, 'postgres-test-setup.ts'),
  ...[
    'database/local-postgres.ts',
    'database/migrate.ts',
    'jobs/queues.ts',
    'database/roles.ts',
  ].map(kit),
]

/**
 * Copies the cached server into a directory that does not exist yet; false if this state is not
 * cached.
 */
export async function layKeptServer(directory: string): Promise<boolean> {
  const kept = join(KEPT, await stateOfSources())
  try {
    await access(kept)
    // Preserves owners, which PostgreSQL requires.
    await run('cp', ['-a', kept, directory])
    return true
  } catch {
    // Not cached, or removed by another run with newer migrations.
    await rm(directory, { recursive: true, force: true })
    return false
  }
}

/** Caches a stopped server under the state of the sources, and deletes those of other states. */
export async function keepServer(directory: string): Promise<void> {
  const state = await stateOfSources()
  await mkdir(KEPT, { recursive: true })
  const partial = join(KEPT, `partial-${process.pid}`)
  await run('cp', ['-a', directory, partial])
  // Another run may have been faster: its server is equivalent.
  await rename(partial, join(KEPT, state)).catch(
    async () => await rm(partial, { recursive: true, force: true }),
  )
  const old = (await readdir(KEPT)).filter((name) => name !== state && !name.startsWith('partial-'))
  for (const name of old) await rm(join(KEPT, name), { recursive: true, force: true })
}

async function stateOfSources(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const folder of [foundationMigrations, ...migrationFolders])
    for (const file of (await readdir(folder)).toSorted())
      hash.update(file).update(await readFile(join(folder, file)))
  for (const file of MAKERS) hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}
