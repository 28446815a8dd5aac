// The simulator's state, in one SQLite file. Records are JSON, beside the columns that are
// searched.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

const SCHEMA = `
create table if not exists setting (name text primary key, value text not null) strict;
create table if not exists fault (name text primary key, setting text not null) strict;
create table if not exists job (id integer primary key, due integer not null, kind text not null, subject text not null) strict;
create index if not exists job_due on job (due, id);
create table if not exists idempotency (
  tenant text not null, key text not null, fingerprint text not null, status integer not null, reply text not null,
  primary key (tenant, key)) strict;
create table if not exists aggregate (id text primary key, sequence integer not null) strict;
create table if not exists investor (
  id integer primary key, tenant text not null, source_id text not null, external_id text, previous_external_id text,
  name text not null, fingerprint text not null, record text not null, submission text, updated integer not null,
  unique (tenant, source_id)) strict;
create unique index if not exists investor_external on investor (external_id);
create table if not exists instruction (
  id integer primary key, tenant text not null, source_id text not null, investor integer not null references investor,
  status text not null, nav_date text, fingerprint text not null, record text not null, submission text not null,
  received integer not null, updated integer not null, unique (tenant, source_id)) strict;
create index if not exists instruction_nav_date on instruction (status, nav_date);
create index if not exists instruction_investor on instruction (investor);
create table if not exists entry (
  id integer primary key, tenant text not null, investor integer not null references investor, instruction integer references instruction,
  source_id text, rm_id text not null, type text not null, product_code text not null, nav_date text not null, nav text not null,
  units text not null, amount text not null, fee text not null, settlement_date text not null) strict;
create index if not exists entry_investor on entry (investor, nav_date, id);
create index if not exists entry_tenant on entry (tenant, nav_date, id);
create table if not exists nav_correction (code text not null, date text not null, nav text not null, at integer not null,
  primary key (code, date)) strict;
create table if not exists nav_late (code text not null, date text not null, published integer, primary key (code, date)) strict;
create table if not exists message (
  id integer primary key, ordering_key text not null, event_id text, data text not null, attributes text not null,
  publish_time text not null, state text not null, attempts integer not null default 0, next_attempt integer not null default 0,
  last_error text) strict;
create index if not exists message_pending on message (state, ordering_key, id);
`

export type Row = Record<string, SQLInputValue>

export type Store = {
  all: <R = Row>(sql: string, ...values: SQLInputValue[]) => R[]
  get: <R = Row>(sql: string, ...values: SQLInputValue[]) => R | undefined
  /** Runs a change and returns the number of rows. */
  run: (sql: string, ...values: SQLInputValue[]) => number
  /** All or nothing; a nested call joins the outer transaction. */
  transaction: <R>(work: () => R) => R
  setting: (name: string) => string | undefined
  setSetting: (name: string, value: string) => void
  close: () => void
}

/** Opens the file, or memory for ':memory:'. */
export function openStore(file: string): Store {
  const db = new DatabaseSync(file)
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on')
  db.exec(SCHEMA)
  const prepared = new Map<string, StatementSync>()
  let isInTransaction = false

  function statement(sql: string): StatementSync {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }

  function transaction<R>(work: () => R): R {
    if (isInTransaction) return work()
    db.exec('begin immediate')
    isInTransaction = true
    try {
      const result = work()
      db.exec('commit')
      return result
    } catch (error) {
      db.exec('rollback')
      throw error
    } finally {
      isInTransaction = false
    }
  }

  const all = <R>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as R[]
  const get = <R>(sql: string, ...values: SQLInputValue[]) =>
    statement(sql).get(...values) as R | undefined
  const run = (sql: string, ...values: SQLInputValue[]) =>
    Number(statement(sql).run(...values).changes)
  return {
    all,
    get,
    run,
    transaction,
    setting: (name) =>
      get<{ value: string }>('select value from setting where name = ?', name)?.value,
    setSetting: (name, value) =>
      void run(
        'insert into setting values (?, ?) on conflict (name) do update set value = excluded.value',
        name,
        value,
      ),
    close: () => db.close(),
  }
}

/** Parses JSON that the simulator wrote to its own row, as the type that it wrote. */
export function asKept<T>(json: string): T {
  return JSON.parse(json) as T
}
