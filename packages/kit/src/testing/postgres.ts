// A real PostgreSQL for tests: one migrated template per run, one cheap copy per test file.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** What the global set-up provides: URLs with the placeholder DATABASE for the database's name. */
export type TestServer = {
  admin: string
  authApp: string
  crmApp: string
  authJobs: string
  crmJobs: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

export type TestDatabase = AsyncDisposable & {
  readonly ownerUrl: string
  readonly authUrl: string
  readonly crmUrl: string
  readonly authJobsUrl: string
  readonly crmJobsUrl: string
}

export type Session = pg.Client & AsyncDisposable

/** A connection that closes at the end of its block. */
export async function connect(url: string): Promise<Session> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: async () => await client.end() })
}

/** A fresh copy of the migrated database, dropped on disposal. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const at = (url: string) => url.replace('DATABASE', name)
  await asAdmin(server, `create database ${name} template ${server.template}`)
  // The template's copy keeps privileges on functions, but not those on the database.
  await asAdmin(server, `revoke temporary on database ${name} from public`)
  return {
    ownerUrl: at(server.admin),
    authUrl: at(server.authApp),
    crmUrl: at(server.crmApp),
    authJobsUrl: at(server.authJobs),
    crmJobsUrl: at(server.crmJobs),
    async [Symbol.asyncDispose]() {
      await asAdmin(server, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.admin.replace('DATABASE', 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
