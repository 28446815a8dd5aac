// The database roles of an installation. Services own nothing; each job queue's schema belongs to the role that works it.
import pg from 'pg'

export const roleNames = ['auth_app', 'crm_app', 'auth_jobs', 'crm_jobs'] as const
export type RoleName = (typeof roleNames)[number]
export type RolePasswords = Readonly<Record<RoleName, string>>

const LOGIN_ONLY = 'nosuperuser nocreatedb nocreaterole nobypassrls'
/** graphile-worker asks for its schema 'if not exists' at every start, which needs the right to create one all the same. */
const queueRights = (database: string) => `grant create on database ${pg.escapeIdentifier(database)} to auth_jobs, crm_jobs`

export const OWNER = 'rmtools_owner'

/**
 * What an administrator of a server runs once for an installation of its own. The owner migrates, and is whom functions of the
 * database act as: it passes by row-level security, which is forced on every table, and puts jobs into the queues of the services.
 */
export function installationStatements(database: string, passwords: RolePasswords & Record<typeof OWNER, string>): string[] {
  const login = (name: RoleName | typeof OWNER) => `create role ${name} with login password ${pg.escapeLiteral(passwords[name])}`
  const name = pg.escapeIdentifier(database)
  return [
    ...roleNames.map((role) => `${login(role)} ${LOGIN_ONLY}`),
    `${login(OWNER)} nosuperuser nocreatedb nocreaterole bypassrls`,
    `grant auth_jobs, crm_jobs to ${OWNER}`,
    // Text is ordered as it is in the tests, whatever the system around the server.
    `create database ${name} owner ${OWNER} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
    `revoke connect on database ${name} from public`,
    `grant connect on database ${name} to ${roleNames.join(', ')}`,
    queueRights(database),
  ]
}

/** Creates the roles of a cluster, or sets their passwords. For embedded servers; elsewhere an administrator does this once. */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const name of roleNames) {
      const password = pg.escapeLiteral(passwords[name])
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      await client.query(`${rowCount ? 'alter' : 'create'} role ${name} with login password ${password} ${LOGIN_ONLY}`)
    }
  })
}

/** Creates a database when it is not there; the job queues' roles may create their schemas in it. */
export async function createDatabase(url: (database: string) => string, name: string): Promise<void> {
  await withClient(url('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
  await withClient(url(name), async (client) => {
    await client.query(queueRights(name))
  })
}

/** One after the other, as a database cannot be created within a transaction. */
export async function runStatements(adminUrl: string, statements: readonly string[]): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
