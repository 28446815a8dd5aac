import { wholeBody } from '@rmtools/kit/reply-body'
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  admin = await world.signIn(await world.addUser(company, 'company-admin'), { ip: '10.9.9.9' })
})
afterAll(async () => await world[Symbol.asyncDispose]())

const rowsAbout = async (id: string) =>
  await world.owner.all(sql<{
    action: string
    entity: string
    actorId: string
    ip: string
    requestId: string
    companyId: string
    before: object | null
    after: object | null
  }>`
    select action, entity, actor_id, ip, request_id, company_id, before, after from auth_user_action_log
    where entity_id = ${id} or after ->> 'user_id' = ${id} order by id`)

test('SECURITY 32: creating, changing and removing a user give one entry each, with actor, address, request, before and after', async () => {
  const me = await admin.api.account.me()
  const created = await admin.api.users.create({
    fullName: 'Budi',
    email: 'budi@example.co.id',
    role: 'rm',
  })
  const [user, membership, ...rest] = await rowsAbout(created.id)
  expect(rest).toEqual([])
  for (const row of [user, membership])
    expect(row).toMatchObject({
      action: 'create',
      actorId: me.id,
      ip: '10.9.9.9',
      companyId: company,
      before: null,
    })
  expect(user?.requestId).toMatch(/^[0-9a-f-]{36}$/)
  const changed = await admin.api.users.update({
    id: created.id,
    version: created.version,
    changes: { licenceNumber: 'W-1' },
  })
  const update = (await rowsAbout(created.id)).at(-1)
  expect(update).toMatchObject({
    action: 'update',
    entity: 'auth_user',
    before: { licence_number: null },
    after: { licence_number: 'W-1' },
  })
  await admin.api.users.update({
    id: created.id,
    version: changed.version,
    changes: { licenceNumber: 'W-1' },
  })
  expect(await rowsAbout(created.id)).toHaveLength(3)
  await admin.api.users.remove({ id: created.id, version: changed.version + 1 })
  const entries = await world.owner.all(
    sql`select 1 from auth_user_action_log where (entity_id = ${created.id} and action = 'update') or (entity = 'auth_membership' and action = 'delete' and before ->> 'user_id' = ${created.id})`,
  )
  // The licence, and the ends of the record and the membership.
  expect(entries).toHaveLength(3)
})

test('SECURITY 32: a change that is rolled back gives no entry, a sign-in and a refresh none about the user', async () => {
  const user = await world.addUser(company)
  const before = (await rowsAbout(user.id)).length
  await expect(
    admin.api.users.update({ id: user.id, version: 99, changes: { fullName: 'X' } }),
  ).rejects.toMatchObject({ status: 409 })
  await expect(
    admin.api.users.create({ fullName: 'X', email: user.email, role: 'rm' }),
  ).rejects.toMatchObject({ status: 409 })
  const { refreshToken, deviceSecret } = await world.signIn(user)
  await world.call('sessions.refresh', { refreshToken, deviceSecret })
  const after = await rowsAbout(user.id)
  // Only the trusted device.
  expect(after.slice(before).map(({ action, entity }) => `${action} ${entity}`)).toEqual([
    'create device_info',
  ])
})

test('the trail is filtered, paged and names the actor; another company sees nothing of it', async () => {
  const me = await admin.api.account.me()
  const user = await world.addUser(company)
  await admin.api.users.activeOrDe({
    id: user.id,
    decision: 'deactivate',
    reason: 'left',
    version: 1,
  })
  const { items } = await admin.api.audit.trail({
    entity: 'auth_user',
    entityId: user.id,
    actor: me.id,
    action: 'update',
    ip: '10.9.9.9',
    from: '2020-01-01T00:00:00Z',
    to: '2100-01-01T00:00:00Z',
  })
  expect(items).toMatchObject([
    { actorName: me.fullName, after: { status: 'inactive', decision_reason: 'left' } },
  ])
  const [entry] = items
  expect((await admin.api.audit.trail({ id: entry?.id ?? '' })).items).toEqual([entry])
  const all = []
  let cursor: string | undefined
  do {
    const page = await admin.api.audit.trail({ limit: 3, ...(cursor ? { cursor } : {}) })
    all.push(...page.items.map(({ id }) => Number(id)))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(all).toEqual([...new Set(all)].sort((a, b) => b - a))
  expect(all.length).toBeGreaterThan(5)
  const stranger = await world.signIn(await world.addUser(await world.addCompany(), 'auditor'))
  const seen = (await stranger.api.audit.trail({ limit: 100 })).items
  expect(seen.filter(({ companyId }) => companyId === company)).toEqual([])
  expect((await stranger.api.audit.trail({ id: entry?.id ?? '' })).items).toEqual([])
})

test("SECURITY 34: the application's role cannot update, delete or truncate the audit, the sign-ins or the passwords' history", async () => {
  const nothing = { requestId: 'test', ip: null, device: null }
  const scope = {
    companyIds: [company],
    companyId: company,
    ownerId: null,
    userId: null,
    realm: 'identity',
  } as const
  await world.asRole(async (db) => {
    for (const table of [
      'auth_user_action_log',
      'auth_login_log',
      'auth_password_log',
      'audit_seal',
    ])
      for (const statement of [
        `update ${table} set id = id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(
          db.transaction(scope, nothing, (tx) =>
            tx.run(
              sql.raw(
                statement
                  .replace('id = id', table === 'audit_seal' ? 'seq = seq' : 'request_id = null')
                  .replace(
                    'request_id',
                    table === 'auth_password_log' ? 'created_at' : 'request_id',
                  ),
              ),
            ),
          ),
        ).rejects.toMatchObject({ code: '42501' })
  })
})

test('SECURITY 35: a user agent with a line break forges nothing', async () => {
  const user = await world.addUser(company)
  const headers = { 'user-agent': 'Mozilla\n{"level":"error"}' }
  await world.call(
    'sessions.login',
    { login: user.email, password: 'wrong password here', client: 'web', device: world.device() },
    { headers },
  )
  expect(
    await world.owner.one(sql`select device from auth_login_log where user_id = ${user.id}`),
  ).toEqual({
    device: 'Mozilla?{"level":"error"}',
  })
})

test('the trail as a file holds the company’s entries, and says that it was taken', async () => {
  const company = await world.addCompany()
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  await admin.api.users.create({ fullName: 'Budi', email: 'budi.file@example.co.id', role: 'rm' })
  const reply = await world.auth.service.call('audit.export', {
    url: '/auth/audit-trail.csv',
    params: {},
    query: { entity: 'auth_user' },
    headers: { authorization: `Bearer ${admin.token}` },
    body: null,
    requestId: 'request-of-test',
    ip: null,
    isTrusted: true,
  })
  const text = (await wholeBody(reply.body)).toString()
  expect(reply.headers['content-disposition']).toBe('attachment; filename="audit-trail.csv"')
  expect(text.split('\r\n')[0]).toContain('Nomor,Waktu,Pelaku,Jenis pelaku,Tindakan,Objek,ID data')
  expect(text).toMatch(/, \d\d\.\d\d WIB",[^\r]*,Pengguna,Membuat,Pengguna,/)
  expect(text).toContain('budi.file@example.co.id')
  const { items } = await admin.api.audit.trail({ action: 'export' })
  expect(items).toMatchObject([
    { entity: 'audit_trail', after: { filter: { entity: 'auth_user' } } },
  ])
  const ended = await admin.api.audit.trail({ action: 'export-end' })
  expect(ended.items).toMatchObject([
    { after: { rows: text.trim().split('\r\n').length - 1, isComplete: true } },
  ])
})
