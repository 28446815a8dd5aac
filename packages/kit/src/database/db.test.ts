import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { Database, sql, statements } from './db.ts'
import { AT_MOST } from './kept-statements.ts'
import { companyScope, nobody } from './scope.ts'
import { createTestDatabase, type TestDatabase } from '../testing/postgres.ts'

const A = '00000000-0000-7000-8000-00000000000a'
const B = '00000000-0000-7000-8000-00000000000b'
const origin = { requestId: 'test', ip: '127.0.0.1', device: null }
let testDatabase: TestDatabase
let db: Database

type Note = { id: number; companyId: string; someText: string; writtenAt: string; amount: string }

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  const owner = new pg.Client({ connectionString: testDatabase.ownerUrl })
  await owner.connect()
  await owner.query(`
    create table crm_bib.note (id int generated always as identity primary key, company_id uuid not null,
      some_text text not null, written_at timestamptz not null default '2026-11-23T06:05:00.5Z', amount numeric(20,2) not null default 1.5);
    select kit.protect('crm_bib.note'); select kit.audit('crm_bib.note', 'some_text');
    insert into crm_bib.note (company_id, some_text) select case when i % 2 = 0 then '${A}'::uuid else '${B}'::uuid end, 'note ' || i from generate_series(1, 200) i`)
  await owner.end()
  db = new Database({ url: testDatabase.crmUrl, schema: 'crm_bib', poolSize: 4 })
})

afterAll(async () => {
  await db[Symbol.asyncDispose]()
  await testDatabase[Symbol.asyncDispose]()
})

describe('a statement in a scope', () => {
  test('comes back in camelCase, instants as RFC 3339, numerics as text', async () => {
    const row = await db
      .reading(companyScope(A), origin)
      .one(sql<Note>`select * from note order by id limit 1`)
    expect(row).toEqual({
      id: 2,
      companyId: A,
      someText: 'note 2',
      writtenAt: '2026-11-23T06:05:00.500Z',
      amount: '1.50',
    })
  })

  test('compiles from the typed builder with camelCase names', async () => {
    const rows = await db
      .reading(companyScope(A), origin)
      .all(statements<{ note: Note }>().selectFrom('note').select(['someText']).where('id', '=', 4))
    expect(rows).toEqual([{ someText: 'note 4' }])
  })

  test('SECURITY 26: without a tenant there are no rows, and a write for another tenant fails', async () => {
    expect(await db.reading(nobody, origin).all(sql`select * from note`)).toEqual([])
    const writeForB = db.transaction(
      companyScope(A),
      origin,
      async (tx) => await tx.run(sql`insert into note (company_id, some_text) values (${B}, 'x')`),
    )
    await expect(writeForB).rejects.toMatchObject({ code: '42501' })
  })

  test('never sees another scope, over thousands of mixed statements and errors on few connections', async () => {
    let rowsSeen = 0
    const once = async (index: number) => {
      const company = index % 2 === 0 ? A : B
      const reading = db.reading(companyScope(company), origin)
      if (index % 7 === 0)
        await expect(reading.all(sql`select 1 / ${0}::int`)).rejects.toThrow('division by zero')
      if (index % 11 === 0)
        await expect(reading.all(sql`select * from no_such_table`)).rejects.toThrow(
          'does not exist',
        )
      if (index % 13 === 0) expect(await reading.all(sql`select 1 where false`)).toEqual([])
      const rows =
        index % 5 === 0
          ? await db.transaction(
              companyScope(company),
              origin,
              async (tx) => await tx.all(sql<Note>`select * from note limit 20`),
            )
          : await reading.all(sql<Note>`select * from note order by id limit ${1 + (index % 20)}`)
      rowsSeen += rows.length
      expect(rows.every((row) => row.companyId === company)).toBe(true)
    }
    for (let batch = 0; batch < 60; batch++)
      await Promise.all(Array.from({ length: 40 }, (_, index) => once(batch * 40 + index)))
    expect(rowsSeen).toBeGreaterThan(10_000)
  })
})

describe('prepared statements', () => {
  const scope = companyScope(A)
  const alone = () => new Database({ url: testDatabase.crmUrl, schema: 'crm_bib', poolSize: 1 })
  const keptBy = async (one: Database) =>
    Number(
      (
        await one
          .reading(scope, origin)
          .one(sql<{ count: string }>`select count(*) as count from pg_prepared_statements`)
      )?.count,
    )

  test('are the most recently used ones: a text that comes late is kept, one that is not used any more is closed', async () => {
    await using one = alone()
    const reading = one.reading(scope, origin)
    for (let text = 0; text < AT_MOST + 200; text++) {
      await reading.all(sql`select ${sql.lit(text)} as number`)
      await reading.all(sql`select 'always' as word`)
    }
    expect(await keptBy(one)).toBeLessThanOrEqual(AT_MOST)
    const before = one.statements().parsed
    expect(await reading.all(sql`select 'always' as word`)).toEqual([{ word: 'always' }])
    expect(await reading.all(sql`select ${sql.lit(AT_MOST + 199)} as number`)).toEqual([
      { number: AT_MOST + 199 },
    ])
    expect(one.statements().parsed).toBe(before)
    expect(await reading.all(sql`select ${sql.lit(0)} as number`)).toEqual([{ number: 0 }])
    expect([one.statements().parsed, one.statements().closed > 200]).toEqual([before + 1, true])
  })

  test('with the same new text twice in one round trip are prepared once', async () => {
    await using one = alone()
    const twice = () => sql<{ twice: number }>`select 2 as twice`
    await one.transaction(scope, origin, async (tx) => {
      expect(await Promise.all([tx.one(twice()), tx.one(twice())])).toEqual([
        { twice: 2 },
        { twice: 2 },
      ])
    })
    await one.transaction(scope, origin, async (tx) => expect(tx.opened).toEqual([{ thrice: 3 }]), [
      sql`select 3 as thrice`,
      sql`select 3 as thrice`,
    ])
  })

  test.each([
    ['does not parse', sql`selec 1`, '42601'],
    ['names no table', sql`select * from no_such_table`, '42P01'],
    ['fails when it runs', sql`select 1 / ${0}::int`, '22012'],
    ['has an invalid value', sql`select ${'x'}::int`, '22P02'],
  ])(
    'one that %s fails those beside it, and the connection goes on with all of them',
    async (_, broken, code) => {
      await using one = alone()
      const first = sql<{ first: number }>`select 1 as first`
      const third = sql<{ third: number }>`select 3 as third`
      for (let times = 0; times < 3; times++) {
        const asked = one
          .reading(scope, origin)
          .snapshot(async (db) => await Promise.all([db.one(first), db.all(broken), db.one(third)]))
        await expect(asked).rejects.toMatchObject({ code })
        expect(
          await one
            .reading(scope, origin)
            .snapshot(async (db) => await Promise.all([db.one(first), db.one(third)])),
        ).toEqual([{ first: 1 }, { third: 3 }])
      }
    },
  )
})

describe('a snapshot', () => {
  test('shows nothing of what is written meanwhile, and takes one round trip for what is asked for at once', async () => {
    const count = sql<{ count: number }>`select count(*)::int as count from note`
    const [before, after] = await db.reading(companyScope(A), origin).snapshot(async (reading) => {
      const first = await reading.one(count)
      await db.transaction(
        companyScope(A),
        origin,
        async (tx) =>
          await tx.run(sql`insert into note (company_id, some_text) values (${A}, 'meanwhile')`),
      )
      return [first?.count, (await reading.one(count))?.count]
    })
    expect(after).toBe(before)
    await expect(
      db
        .reading(companyScope(A), origin)
        .snapshot(async (reading) => await reading.run(sql`delete from note`)),
    ).rejects.toMatchObject({ code: '25006' })
  })
})

describe('the audit trail', () => {
  const trail = async () => {
    const owner = new pg.Client({ connectionString: testDatabase.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query(
      "select action, actor_kind, ip, request_id, before, after from auth_bib.auth_user_action_log where entity = 'note' and request_id = 'audit' order by id",
    )
    await owner.end()
    return rows
  }

  test('SECURITY 32, 33: one row per change with before and after, none for a no-op or a rollback, secrets masked', async () => {
    const from = { requestId: 'audit', ip: '10.0.0.9', device: null }
    await db.transaction(companyScope(A), from, async (tx) => {
      await tx.run(sql`insert into note (company_id, some_text) values (${A}, 'secret words')`)
      await tx.run(sql`update note set amount = 2 where some_text = 'secret words'`)
      await tx.run(sql`update note set amount = 2 where some_text = 'secret words'`)
      await tx.run(sql`delete from note where some_text = 'secret words'`)
    })
    const rolledBack = db.transaction(companyScope(A), from, async (tx) => {
      await tx.run(sql`insert into note (company_id, some_text) values (${A}, 'undone')`)
      throw new Error('undo')
    })
    await expect(rolledBack).rejects.toThrow('undo')
    const rows = await trail()
    expect(rows.map((row) => row.action)).toEqual(['create', 'update', 'delete'])
    expect(rows[1]).toMatchObject({
      actor_kind: 'system',
      ip: '10.0.0.9',
      before: { amount: 1.5 },
      after: { amount: 2 },
    })
    expect(JSON.stringify(rows)).not.toContain('secret words')
  })

  test('SECURITY 34: the application cannot change or erase it', async () => {
    for (const statement of [
      sql`update auth_bib.auth_user_action_log set ip = null`,
      sql`delete from auth_bib.auth_user_action_log`,
      sql`truncate auth_bib.auth_user_action_log`,
    ])
      await expect(
        db.transaction(companyScope(A), origin, async (tx) => await tx.run(statement)),
      ).rejects.toMatchObject({ code: '42501' })
  })
})
