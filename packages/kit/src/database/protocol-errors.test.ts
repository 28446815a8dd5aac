// Failures of the protocol within a round trip. In each case the whole work fails, the next work
// succeeds on the same or a new connection, and no rows, scope or open transaction pass from one
// request to another. An update of pg that breaks the assumptions of pg-query.ts fails here.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Database, sql, type Db, type Transaction } from './db.ts'
import { AT_MOST } from './kept-statements.ts'
import { companyScope, nobody } from './scope.ts'
import { createTestDatabase, type TestDatabase } from '../testing/postgres.ts'

const A = '00000000-0000-7000-8000-00000000000a'
const origin = { requestId: 'test', ip: null, device: null }
const scope = companyScope(A)
let database: TestDatabase
let owner: pg.Client
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`
    create table crm_bib.note (id int generated always as identity primary key, company_id uuid not null, some_text text not null,
      of_note int references crm_bib.note deferrable initially deferred);
    select kit.protect('crm_bib.note')`)
})
afterAll(async () => {
  await owner.end()
  await db[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await db?.[Symbol.asyncDispose]()
  await owner.query(
    `truncate crm_bib.note; insert into crm_bib.note (company_id, some_text) values ('${A}', 'kept')`,
  )
  // A single connection, so that the next request meets any residue.
  db = new Database({ url: database.crmUrl, schema: 'crm_bib', poolSize: 1 })
})

const insert = (text: string) =>
  sql`insert into note (company_id, some_text) values (${A}, ${text})`
const texts = async (reading: Db) =>
  (await reading.all(sql<{ someText: string }>`select some_text from note order by id`)).map(
    ({ someText }) => someText,
  )
const pid = async (reading: Db) =>
  (await reading.one(sql<{ pid: number }>`select pg_backend_pid() as pid`))?.pid ?? 0

/** Expects that a failed request left no trace. */
async function expectClean(): Promise<void> {
  expect(await texts(db.reading(scope, origin))).toEqual(['kept'])
  const stranger = db.reading(nobody, origin)
  expect(await texts(stranger)).toEqual([])
  const { rows } = await owner.query(
    `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  expect(rows).toEqual([])
  expect(db.connections()).toEqual({ busy: 0, idle: 1, waiting: 0 })
  // The complete sequence once more: begin, several statements in one round trip, commit.
  const done = await db.transaction(scope, origin, async (tx) => {
    await Promise.all([tx.run(insert('next')), tx.run(insert('next'))])
    return await texts(tx)
  })
  expect(done).toEqual(['kept', 'next', 'next'])
}

describe('a transaction whose round trip', () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  const failures: [string, (tx: Transaction) => Promise<unknown>, unknown][] = [
    ['holds an error first', async (tx) => await tx.all(sql`select 1 / ${0}::int`), '22012'],
    ['holds text that does not parse', async (tx) => await tx.all(sql`selec 1`), '42601'],
    ['names no table', async (tx) => await tx.all(sql`select * from nowhere`), '42P01'],
    ['has a value of a wrong type', async (tx) => await tx.all(sql`select ${'x'}::int`), '22P02'],
    [
      'has a value for a column of another type',
      async (tx) => await tx.run(sql`update note set some_text = 'x' where id = ${'one'}`),
      '22P02',
    ],
  ]
  test.each(failures)('%s fails, also what went before it', async (_, broken, code) => {
    for (let times = 0; times < 2; times++)
      await expect(
        db.transaction(scope, origin, async (tx) => {
          await tx.run(insert('lost'))
          await Promise.all([tx.run(insert('lost too')), broken(tx), tx.run(insert('never'))])
        }),
      ).rejects.toMatchObject({ code })
    await expectClean()
  })

  test('with a value that cannot be sent fails before anything is sent', async () => {
    await expect(
      db.transaction(scope, origin, async (tx) => {
        await tx.run(insert('lost'))
        await Promise.all([
          tx.all(sql`select 'new' as text`),
          tx.all(sql`select ${circular}::json as circular`),
        ])
      }),
    ).rejects.toThrow(/circular/i)
    await expectClean()
  })

  test('is refused at the commit fails', async () => {
    await expect(
      db.transaction(scope, origin, async (tx) => {
        await tx.run(
          sql`insert into note (company_id, some_text, of_note) values (${A}, 'lost', 999999)`,
        )
        tx.closeWith(insert('along with the commit'))
      }),
    ).rejects.toMatchObject({ code: '23503' })
    await expectClean()
  })

  test('holds the same new text twice, one of them failing, is prepared once the next time', async () => {
    const divided = (by: number) => sql<{ half: number }>`select 4 / ${by}::int as half`
    await expect(
      db.transaction(scope, origin, async (tx) =>
        Promise.all([tx.one(divided(2)), tx.one(divided(0))]),
      ),
    ).rejects.toMatchObject({ code: '22012' })
    const both = await db.transaction(scope, origin, async (tx) =>
      Promise.all([tx.one(divided(2)), tx.one(divided(4))]),
    )
    expect(both).toEqual([{ half: 2 }, { half: 1 }])
    await expectClean()
  })

  test('goes on after one failed, within the same transaction, is refused whole', async () => {
    await expect(
      db.transaction(scope, origin, async (tx) => {
        await tx.run(insert('lost'))
        await tx.all(sql`select 1 / ${0}::int`).catch(() => undefined)
        await tx.run(insert('after'))
      }),
    ).rejects.toMatchObject({ code: '25P02' })
    await expectClean()
  })
})

describe('statements that the server has no more', () => {
  test.each(['a reading', 'a snapshot', 'a transaction'])(
    'are prepared anew for %s',
    async (way) => {
      const reading = db.reading(scope, origin)
      const ask: Record<string, () => Promise<string[]>> = {
        'a reading': async () => await texts(reading),
        'a snapshot': async () => await reading.snapshot(texts),
        'a transaction': async () => await db.transaction(scope, origin, texts),
      }
      expect(await ask[way]?.()).toEqual(['kept'])
      await reading.all(sql`deallocate all`)
      expect(await ask[way]?.()).toEqual(['kept'])
      await expectClean()
    },
  )

  test.each(['a reading', 'a snapshot', 'a transaction'])(
    'or whose result a migration changed are prepared anew for %s, with the new column',
    async (way) => {
      const all = async (reading: Db) =>
        await reading.one(sql<{ nickname: string }>`select * from note`)
      const reading = db.reading(scope, origin)
      const ask: Record<string, () => Promise<unknown>> = {
        'a reading': async () => await all(reading),
        'a snapshot': async () => await reading.snapshot(all),
        'a transaction': async () => await db.transaction(scope, origin, all),
      }
      await ask[way]?.()
      await owner.query(`alter table crm_bib.note add column nickname text default 'new'`)
      try {
        expect(await ask[way]?.()).toMatchObject({ nickname: 'new' })
      } finally {
        await owner.query('alter table crm_bib.note drop column nickname')
      }
      await expectClean()
    },
  )

  test('stay few on the server, also where a value could not be converted for PostgreSQL', async () => {
    const reading = db.reading(scope, origin)
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    for (let text = 0; text < AT_MOST + 60; text++) {
      await reading.all(sql`select ${sql.lit(text)} as number`)
      if (text > AT_MOST)
        await reading
          .all(sql`select ${circular}::json, ${sql.lit(text)} as number`)
          .catch(() => undefined)
    }
    const row = await reading.one(
      sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements`,
    )
    expect(row?.count).toBeLessThanOrEqual(AT_MOST)
  })
})

describe('a connection that is lost', () => {
  const end = async (process: number) =>
    await owner.query('select pg_terminate_backend($1)', [process])

  test('while a round trip is under way fails all of it with 503, and another does the next', async () => {
    const failed = db.transaction(scope, origin, async (tx) => {
      await tx.run(insert('lost'))
      const process = await pid(tx)
      const asked = Promise.all([tx.all(sql`select pg_sleep(30)`), tx.run(insert('never'))])
      setTimeout(() => void end(process), 50)
      await asked
    })
    await expect(failed).rejects.toMatchObject({ status: 503 })
    await expectClean()
  })

  test('between two round trips of a transaction fails it with 503, and another does the next', async () => {
    await expect(
      db.transaction(scope, origin, async (tx) => {
        await tx.run(insert('lost'))
        await end(await pid(tx))
        await tx.run(insert('never'))
      }),
    ).rejects.toMatchObject({ status: 503 })
    await expectClean()
  })

  test('before the commit fails it with 503, and another does the next', async () => {
    await expect(
      db.transaction(scope, origin, async (tx) => {
        await tx.run(insert('lost'))
        await end(await pid(tx))
      }),
    ).rejects.toMatchObject({ status: 503 })
    await expectClean()
  })
})

test('rows of one request are never among those of the next, whichever of many at once fails', async () => {
  await db[Symbol.asyncDispose]()
  db = new Database({ url: database.crmUrl, schema: 'crm_bib', poolSize: 2 })
  const ask = async (number: number) =>
    await db
      .reading(scope, origin)
      .snapshot(
        async (reading) =>
          await Promise.all([
            reading.one(sql<{ one: number }>`select ${number}::int as one`),
            number % 3 === 0
              ? reading.all(sql`select 1 / ${0}::int`)
              : reading.all(
                  sql<{ of: number }>`select ${number}::int as of from generate_series(1, 3)`,
                ),
            reading.one(sql<{ last: number }>`select ${number}::int as last`),
          ]),
      )
  const answers = await Promise.allSettled(
    Array.from({ length: 300 }, async (_, n) => await ask(n)),
  )
  const wrong = answers.flatMap((answer, n) => {
    const right =
      n % 3 === 0 ? undefined : [{ one: n }, [{ of: n }, { of: n }, { of: n }], { last: n }]
    const got = answer.status === 'fulfilled' ? answer.value : undefined
    return JSON.stringify(got) === JSON.stringify(right) ? [] : [n]
  })
  expect(wrong).toEqual([])
})
