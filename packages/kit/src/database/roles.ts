// The database roles of an installation. The services' roles own nothing: every object belongs to
// the owner.
import pg from 'pg'

export const roleNames = ['auth_app', 'crm_app', 'auth_jobs', 'crm_jobs'] as const
export type RoleName = (typeof roleNames)[number]
export type RolePasswords = Readonly<Record<RoleName, string>>

const LOGIN_ONLY = 'nosuperuser nocreatedb nocreaterole nobypassrls'

export const OWNER = 'rmtools_owner'

/**
 * What a database administrator runs once per installation. The owner migrates, and
 * security-definer functions run as the owner: it bypasses row-level security, which is forced on
 * every table, and adds jobs to the services' queues.
 */
export function installationStatements(
  database: string,
  passwords: RolePasswords & Record<typeof OWNER, string>,
): string[] {
  const login = (name: RoleName | typeof OWNER) =>
    `create role ${name} with login password ${pg.escapeLiteral(passwords[name])}`
  const name = pg.escapeIdentifier(database)
  return [
    ...roleNames.map((role) => `${login(role)} ${LOGIN_ONLY}`),
    `${login(OWNER)} nosuperuser nocreatedb nocreaterole bypassrls`,
    // In a backup of an older version the queues belong to these roles. It is restored unchanged,
    // and migrating transfers them.
    `grant auth_jobs, crm_jobs to ${OWNER}`,
    // The tests' text order, whatever the locale of the server.
    `create database ${name} owner ${OWNER} template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`,
    `revoke connect on database ${name} from public`,
    `grant connect on database ${name} to ${roleNames.join(', ')}`,
  ]
}

/** By default only a superuser may call lo_import and lo_export. */
const LARGE_OBJECT_FUNCTIONS = [
  'lo_creat(integer)',
  'lo_create(oid)',
  'lo_from_bytea(oid, bytea)',
  'lo_open(oid, integer)',
  'lo_close(integer)',
  'lo_get(oid)',
  'lo_get(oid, bigint, integer)',
  'lo_put(oid, bigint, bytea)',
  'lo_lseek(integer, integer, integer)',
  'lo_lseek64(integer, bigint, integer)',
  'lo_tell(integer)',
  'lo_tell64(integer)',
  'lo_truncate(integer, integer)',
  'lo_truncate64(integer, bigint)',
  'lo_unlink(oid)',
  'loread(integer, integer)',
  'lowrite(integer, bytea)',
] as const

/**
 * What an administrator runs once in the database. Otherwise any role could create temporary
 * objects there, which a function that runs as the owner must never resolve, and large objects,
 * which no policy protects. Safe to repeat.
 */
export function databaseStatements(database: string): string[] {
  return [
    `revoke temporary, create on database ${pg.escapeIdentifier(database)} from public, ${roleNames.join(', ')}`,
    ...LARGE_OBJECT_FUNCTIONS.map(
      (name) => `revoke execute on function pg_catalog.${name} from public`,
    ),
  ]
}

export type ExcessPrivilege = {
  role: string
  right: 'temporary objects' | 'large objects' | 'schemas'
}

/**
 * The privileges that the services' roles should not have, in the database at `url`; any role may
 * ask.
 */
export async function excessPrivileges(url: string): Promise<ExcessPrivilege[]> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<ExcessPrivilege>(
      `select r.rolname as role, l.right from pg_roles r cross join lateral (values
         ('temporary objects', has_database_privilege(r.oid, current_database(), 'temporary')),
         ('schemas', has_database_privilege(r.oid, current_database(), 'create')),
         ('large objects', has_function_privilege(r.oid, 'pg_catalog.lo_create(oid)', 'execute'))) l ("right", is_held)
       where r.rolname = any($1) and l.is_held order by 1, 2`,
      [roleNames],
    )
    return rows
  })
}

/** The same as a sentence for an operator; undefined if there are none. */
export async function excessPrivilegesText(url: string): Promise<string | undefined> {
  const loose = await excessPrivileges(url)
  if (loose.length === 0) return undefined
  const held = loose.map(({ role, right }) => `${role} (${right})`).join(', ')
  return `Roles of the services can do what they should not: ${held}. A database administrator must revoke it: docs/OPERATING.md, "Rights of the roles".`
}

/**
 * Creates the roles of a cluster, or sets their passwords. For embedded servers; elsewhere an
 * administrator does this once.
 */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const name of roleNames) {
      const password = pg.escapeLiteral(passwords[name])
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      await client.query(
        `${rowCount ? 'alter' : 'create'} role ${name} with login password ${password} ${LOGIN_ONLY}`,
      )
    }
  })
}

/**
 * Creates a database if it does not exist, and grants the services' roles their privileges in it.
 */
export async function createDatabase(
  url: (database: string) => string,
  name: string,
): Promise<void> {
  await withClient(url('postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
  await withClient(url(name), async (client) => {
    for (const statement of databaseStatements(name)) await client.query(statement)
  })
}

/**
 * Runs statements one after the other, outside a transaction, in which a database cannot be
 * created.
 */
export async function runStatements(
  adminUrl: string,
  statements: readonly string[],
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

async function withClient<R>(url: string, use: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
