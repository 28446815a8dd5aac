// The job queues belong to the owner of the database. Functions of the owner add and read jobs, so
// anybody who could replace a function there, or attach a trigger to a table, would run code as the
// owner. The role that works a queue can only read and write its rows.
import { setTimeout as pause } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

// An arbitrary number; all processes that set up a queue of this database take the same lock.
const QUEUE_LOCK = 7003
const TRIES = 120
const PAUSE_MS = 500
/** Below deadlock_timeout: we, not the worker or the writers, always give way and start again. */
const LOCK_MS = 500
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Creates or updates a job queue, as the owner of the database, for the role of the same name. A
 * queue that still belongs to that role, as in earlier versions, is taken over while it works.
 * Idempotent.
 */
export async function migrateJobs(ownerUrl: string, queue: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [QUEUE_LOCK])
    // First, so that no object of the worker's role exists when the library's migrations run as the
    // owner.
    if (await exists(client, queue)) await secure(client, queue)
    await runMigrations({ connectionString: ownerUrl, schema: queue })
    await secure(client, queue)
  } finally {
    await client.end()
  }
}

async function exists(client: pg.Client, queue: string): Promise<boolean> {
  return (await client.query('select from pg_namespace where nspname = $1', [queue])).rowCount === 1
}

/** All or nothing: the running worker would otherwise lack its privileges. */
async function secure(client: pg.Client, queue: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = ${LOCK_MS}`)
      const { rows } = await client.query<{ statement: string }>(CHANGES_OF_OWNER, [queue])
      for (const { statement } of rows) await client.query(statement)
      await client.query(await rightsOf(client, queue))
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback')
      if (
        attempt === TRIES ||
        !(error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)
      )
        throw error
      await pause(PAUSE_MS)
    }
}

/**
 * The owner is the owner of the foundation, or the migrating role if there is none yet. Indexes,
 * column sequences and row types follow their table. Tables are locked in the order in which adding
 * a job locks them, to avoid deadlocks with writers.
 */
const CHANGES_OF_OWNER = `
  with owner as (select coalesce((select nspowner from pg_namespace where nspname = 'kit'), current_user::regrole::oid) as id),
  owned as (
    select 6 as place, n.nspowner as owner, 'schema ' || quote_ident(n.nspname) as object from pg_namespace n where n.nspname = $1
    union all
    select coalesce(array_position('{_private_tasks,_private_job_queues,_private_jobs}', c.relname::text), 4), c.relowner, case c.relkind when 'v' then 'view ' when 'S' then 'sequence ' else 'table ' end || c.oid::regclass
    from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
      and not (c.relkind = 'S' and exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')))
    union all
    select 5, p.proowner, 'routine ' || p.oid::regprocedure from pg_proc p where p.pronamespace = $1::regnamespace
    union all
    select 5, t.typowner, 'type ' || t.oid::regtype from pg_type t left join pg_class c on c.oid = t.typrelid
    where t.typnamespace = $1::regnamespace and t.typcategory <> 'A' and (c.oid is null or c.relkind = 'c'))
  select format('alter %s owner to %s', o.object, owner.id::regrole) as statement
  from owned o, owner where o.owner <> owner.id order by o.place, o.object`

async function rightsOf(client: pg.Client, queue: string): Promise<string> {
  const name = pg.escapeIdentifier(queue)
  const { rows } = await client.query<{ statement: string }>(
    // The library enables row-level security without a policy: a role that does not own the tables
    // sees no rows.
    `select format('create policy worker on %s to %I using (true) with check (true)', c.oid::regclass, $1::text) as statement
     from pg_class c where c.relnamespace = $1::regnamespace and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker')
     union all
     select format('revoke create on database %I from %I', current_database(), $1::text)
     where has_database_privilege($1, current_database(), 'create')`,
    [queue],
  )
  return [
    ...rows.map(({ statement }) => statement),
    `grant usage on schema ${name} to ${name}`,
    `grant select, insert, update, delete on all tables in schema ${name} to ${name}`,
    `grant usage, select on all sequences in schema ${name} to ${name}`,
    `grant execute on all routines in schema ${name} to ${name}`,
  ].join(';')
}
