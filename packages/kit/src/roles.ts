// The database roles of an installation. Services own nothing; each job queue's schema belongs to the role that works it.
import pg from 'pg'

export const roleNames = ['auth_app', 'crm_app', 'auth_jobs', 'crm_jobs'] as const
export type RoleName = (typeof roleNames)[number]
export type RolePasswords = Readonly<Record<RoleName, string>>

/** Creates the roles of a cluster, or sets their passwords. For embedded servers; elsewhere an administrator does this once. */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const name of roleNames) {
      const password = pg.escapeLiteral(passwords[name])
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      await client.query(
        `${rowCount ? 'alter' : 'create'} role ${name} with login password ${password} nosuperuser nocreatedb nocreaterole nobypassrls`,
      )
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
    // graphile-worker asks for its schema 'if not exists' at every start, which needs the right to create one all the same.
    await client.query(`grant create on database ${pg.escapeIdentifier(name)} to auth_jobs, crm_jobs`)
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
