// The same SQL without the product: with pgbench if installed, otherwise with a bare loop of the pg
// driver.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export type Baseline = { tool: 'pgbench' | 'bare pg driver'; rate: number }

const execute = promisify(execFile)

/** The path of pgbench, if installed. */
async function findPgbench(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  for (const version of versions.toSorted().toReversed()) {
    const path = `/usr/lib/postgresql/${version}/bin/pgbench`
    if (
      await execute(path, ['--version']).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return await execute('pgbench', ['--version']).then(
    () => 'pgbench',
    () => undefined,
  )
}

const CLIENTS = 8

/**
 * Transactions per second of `begin; statements; commit`, prepared, with eight clients. The
 * statements contain their literals.
 */
export async function baseline(
  url: string,
  statements: readonly string[],
  seconds: number,
): Promise<Baseline> {
  const pgbench = await findPgbench()
  return pgbench
    ? { tool: 'pgbench', rate: await byPgbench(pgbench, url, { statements, seconds }) }
    : { tool: 'bare pg driver', rate: await byDriver(url, statements, seconds) }
}

async function byPgbench(
  pgbench: string,
  url: string,
  { statements, seconds }: { statements: readonly string[]; seconds: number },
): Promise<number> {
  const file = join(await mkdtemp(join(tmpdir(), 'rmtools-bench-')), 'script.sql')
  // pgbench treats a colon before a word as one of its variables.
  await writeFile(
    file,
    ['begin', ...statements, 'commit']
      .map((text) => `${text.replaceAll(/\s+/g, ' ').replaceAll(':null', ': null')};`)
      .join('\n'),
  )
  const { stdout } = await execute(pgbench, [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    file,
    url,
  ])
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0)
}

async function byDriver(
  url: string,
  statements: readonly string[],
  seconds: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  const end = performance.now() + seconds * 1000
  let done = 0
  const loop = async (client: pg.Client) => {
    while (performance.now() < end) {
      await client.query('begin')
      for (const [index, text] of statements.entries())
        await client.query({ name: `b${index}`, text })
      await client.query('commit')
      done++
    }
  }
  await Promise.all(clients.map(loop))
  await Promise.all(clients.map(async (client) => await client.end()))
  return done / seconds
}
