// Plain SQL migrations: forward only, one transaction each, never edited once merged.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'

export const foundationMigrations = join(import.meta.dirname, '../../migrations')

// An arbitrary number; all processes that migrate this database take the same lock, so that one
// runs and the others wait.
const MIGRATION_LOCK = 7000

/**
 * Migrates a database: the foundation first, then the given folders, each in the order of its file
 * names. Several processes may run it at once. Throws when an applied file has changed since.
 */
export async function migrate(ownerUrl: string, folders: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`
      create table if not exists public.migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now()
      )`)
    const known = new Map<string, string>()
    for (const row of (
      await client.query<{ name: string; checksum: string }>(
        'select name, checksum from public.migration',
      )
    ).rows)
      known.set(row.name, row.checksum)
    const applied: string[] = []
    for (const folder of [foundationMigrations, ...folders])
      for (const file of await migrationsIn(folder))
        if (await apply(client, file, known)) applied.push(file.name)
    return applied
  } finally {
    await client.end()
  }
}

type Migration = { name: string; text: string; checksum: string }

async function migrationsIn(folder: string): Promise<Migration[]> {
  const owner = basename(join(folder, '..'))
  const files = (await readdir(folder)).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).sort()
  return await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      return {
        name: `${owner}/${file}`,
        text,
        checksum: createHash('sha256').update(text).digest('hex'),
      }
    }),
  )
}

async function apply(
  client: pg.Client,
  file: Migration,
  known: Map<string, string>,
): Promise<boolean> {
  const checksum = known.get(file.name)
  if (checksum === file.checksum) return false
  if (checksum !== undefined)
    throw new Error(
      `${file.name} was changed after it had been applied; add a new migration instead`,
    )
  await client.query('begin')
  try {
    await client.query(file.text)
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${file.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  return true
}
