import { sql } from '@rmtools/kit/db'
import { companyScope, identity, nobody, type Scope } from '@rmtools/kit/scope'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from './auth-world.ts'

let world: AuthWorld
let company: string
const origin = { requestId: 'test', ip: null, device: null }
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
  await world.signIn(await world.addUser(company))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const chain = ['audit_seal', 'audit_unsealed']
const tables = async () =>
  await world.owner.all(sql<{ name: string; isForced: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as is_forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'auth_bib'::regnamespace and c.relkind = 'r'`)

test('SECURITY 26: every table has forced row-level security and a policy', async () => {
  const found = await tables()
  expect(found.length).toBeGreaterThan(14)
  // The chain and its list hold hashes and numbers only, and belong to no company.
  expect(
    found.filter(
      ({ name, isForced, policies }) => !chain.includes(name) && (!isForced || policies === 0),
    ),
  ).toEqual([])
})

test("SECURITY 26: as the service's role without a tenant no table shows a row, but for the roles that every company has", async () => {
  for (const { name } of await tables()) {
    if (chain.includes(name)) continue
    const filter = name === 'auth_role' ? 'where company_id is not null' : ''
    const count = async (scope: Scope) =>
      await world.asRole((db) =>
        db.reading(scope, origin).one(
          sql<{
            count: number
          }>`select count(*)::int as count from ${sql.table(name)} ${sql.raw(filter)}`,
        ),
      )
    expect([name, await count(nobody)]).toEqual([name, { count: 0 }])
    expect([name, await count(companyScope(crypto.randomUUID()))]).toEqual([name, { count: 0 }])
  }
})

test('SECURITY 26: a write for another tenant fails', async () => {
  const other = await world.addCompany()
  const user = await world.addUser(other)
  await world.asRole(async (db) => {
    const as = async (statement: ReturnType<typeof sql>) =>
      await db.transaction(companyScope(company), origin, (tx) => tx.run(statement))
    await expect(
      as(
        sql`insert into auth_role (company_id, code, name, permissions) values (${other}, 'theirs', 'x', '{}')`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      as(
        sql`insert into auth_role (company_id, code, name, permissions) values (null, 'everybodys', 'x', '{}')`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      as(
        sql`insert into auth_membership (company_id, user_id, role_id) select ${other}::uuid, ${user.id}::uuid, id from auth_role limit 1`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
    for (const table of ['auth_user', 'auth_membership', 'auth_company'])
      expect(
        await as(
          sql`update ${sql.table(table)} set updated_at = now() where ${sql.raw(table === 'auth_membership' ? 'user_id' : 'id')} = ${table === 'auth_company' ? other : user.id}`,
        ),
      ).toBe(0)
    expect(
      await as(sql`update auth_role set permissions = '{company.manage}' where company_id is null`),
    ).toBe(0)
    await expect(
      db.transaction(identity, origin, (tx) => tx.run(sql`delete from auth_user`)),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

test('SECURITY 26: the role owns nothing and cannot bypass row-level security', async () => {
  expect(
    await world.owner.one(
      sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'auth_app'`,
    ),
  ).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  expect(
    await world.owner.all(sql`select 1 from pg_class where relowner = 'auth_app'::regrole`),
  ).toEqual([])
})

test('SECURITY 27: a call that does not come from the installation is 401, whatever it asks', async () => {
  for (const { id, spec } of world.auth.service.operations) {
    const reply = await world.auth.service.call(id, {
      url: spec.path,
      params: {},
      query: {},
      headers: {},
      body: null,
      requestId: 'x',
      ip: '127.0.0.1',
      isTrusted: false,
    })
    expect([id, reply.status]).toEqual([id, 401])
  }
})

test('the hourly job deletes expired rows', async () => {
  const user = await world.addUser(company)
  await world.signIn(user)
  await world.owner.run(
    sql`insert into auth_user (full_name, email, status, created_at) values ('Never proved', 'never@example.co.id', 'registered', ${TEST_START.toISOString()}::timestamptz - interval '8 days')`,
  )
  const count = async () =>
    (
      await world.owner.all(
        sql`select 1 from auth_ott where user_id = ${user.id} union all select 1 from auth_session where user_id = ${user.id}`,
      )
    ).length
  expect(await count()).toBe(2)
  world.pass(61 * 86_400)
  await world.auth.handlers['housekeeping']?.({} as never, {} as never)
  expect(await count()).toBe(0)
  expect(
    await world.owner.one(
      sql`select deleted_at is not null as gone from auth_user where email = 'never@example.co.id'`,
    ),
  ).toEqual({
    gone: true,
  })
})
