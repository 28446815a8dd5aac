import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld, type User } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'

const HOUR = 3600
type SignedIn = Awaited<ReturnType<AuthWorld['signIn']>>
let world: AuthWorld
let home: string
let person: User
let platform: SignedIn
let company: string
let itsAdmin: User
let admin: SignedIn
beforeAll(async () => {
  world = await createAuthWorld()
  home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
})
beforeEach(async () => {
  person = await world.addUser(home, 'platform-admin')
  platform = await world.signIn(person)
  company = await world.addCompany('Terjaga')
  itsAdmin = await world.addUser(company, 'company-admin')
  admin = await world.signIn(itsAdmin)
})
afterAll(async () => await world[Symbol.asyncDispose]())

const open = async (hours = 2) =>
  await platform.api.platformAccess.open({ id: company, reason: 'Ticket 4711', hours })
/** Switches the session to the company. */
const enter = async (companyId = company) => {
  const { accessToken = '' } = await platform.api.sessions.switchCompany({ companyId })
  return { token: accessToken, api: world.api({ token: accessToken }) }
}
const expire = async () => await world.auth.handlers['platform-access']?.({} as never, {} as never)
const kindsOf = async ({ api }: Pick<SignedIn, 'api'>) =>
  (await api.notifications.list({})).items
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'security.new-device')

test('SECURITY 56: access needs a reason and an end, and the administrators are notified at once', async () => {
  expect(await refused(enter())).toBe('404 not-found')
  for (const missing of [{ hours: 2 }, { reason: 'Ticket 4711' }, { reason: '', hours: 2 }])
    expect(
      (
        await world.call(
          'platformAccess.open',
          { id: company, ...missing },
          { token: platform.token },
        )
      ).status,
    ).toBe(400)
  expect(await refused(open(5))).toBe('422 platform-access-too-long')
  expect(
    await refused(admin.api.platformAccess.open({ id: company, reason: 'Mine', hours: 1 })),
  ).toBe('403 forbidden')
  expect(
    await refused(platform.api.platformAccess.open({ id: home, reason: 'Mine', hours: 1 })),
  ).toBe('404 not-found')
  const access = await open()
  expect(access).toMatchObject({
    companyId: company,
    userId: person.id,
    reason: 'Ticket 4711',
    mayWrite: false,
  })
  expect(Date.parse(access.endsAt) - Date.parse(access.openedAt)).toBe(2 * HOUR * 1000)
  expect(await refused(open())).toBe('409 platform-access-open')
  expect(await kindsOf(admin)).toEqual(['security.platform-access-opened'])
  expect((await world.messageTo(itsAdmin.email, 1, /Ticket 4711/)).text).toContain('WIB')
  expect((await admin.api.platformAccess.own()).items).toEqual([access])
  expect((await platform.api.platformAccess.list({ id: company })).items).toEqual([access])
})

test('SECURITY 56: access reads as an auditor does, reveals and exports nothing, and is not a membership', async () => {
  await open()
  const there = await enter()
  const me = await there.api.account.me()
  expect(me).toMatchObject({ companyId: company, role: 'auditor' })
  expect(me.permissions).toEqual(expect.arrayContaining(['user.read', 'audit.read', 'book.all']))
  expect(
    me.permissions.filter((permission) =>
      /\.export$|reveal|document|manage|write|update|approve|create/.test(permission),
    ),
  ).toEqual([])
  expect((await there.api.users.list()).items.map(({ id }) => id)).toEqual([itsAdmin.id])
  expect(
    await refused(
      there.api.users.create({ fullName: 'Pintu', email: 'pintu@example.co.id', role: 'rm' }),
    ),
  ).toBe('403 forbidden')
  expect((await platform.api.companies.members({ id: company })).items.map(({ id }) => id)).toEqual(
    [itsAdmin.id],
  )
  // The next sign-in opens the home company, and neither company is read together with the other.
  expect((await (await world.signIn(person)).api.account.me()).companyId).toBe(home)
  const second = await world.addCompany('Kedua')
  await world.addUser(second, 'company-admin')
  await platform.api.platformAccess.open({ id: second, reason: 'Ticket 4712', hours: 1 })
  const claims = JSON.parse(
    Buffer.from((await enter()).token.split('.')[1] ?? '', 'base64url').toString(),
  ) as { coms: string[] }
  expect(claims.coms).toEqual([company])
})

test('SECURITY 56: access ends automatically, to the second, in every service', async () => {
  await open(1)
  const early = await enter()
  world.pass(HOUR - 60)
  const { refreshToken = '' } = platform
  const renewed = await world
    .api()
    .sessions.refresh({ refreshToken, deviceSecret: platform.deviceSecret })
  const late = {
    token: renewed.accessToken ?? '',
    api: world.api({ token: renewed.accessToken ?? '' }),
  }
  expect(renewed.companyId).toBe(company)
  expect((await world.call('users.list', {}, late)).status).toBe(200)
  world.pass(61)
  for (const { token } of [early, late])
    expect((await world.call('users.list', {}, { token })).status).toBe(401)
  const next = await world.signIn(person, { companyId: company })
  expect((await next.api.account.me()).companies.map(({ id }) => id)).toEqual([home])
  expect(await refused(next.api.sessions.switchCompany({ companyId: company }))).toBe(
    '404 not-found',
  )
  await expire()
  const live = await world.owner.all(
    sql`select 1 from auth_session where user_id = ${person.id} and company_id = ${company} and revoked_at is null`,
  )
  expect(live).toEqual([])
  expect(await kindsOf(await world.signIn(itsAdmin))).toEqual([
    'security.platform-access-ended',
    'security.platform-access-opened',
  ])
  expect(
    (
      await world.owner.one(
        sql<{
          how: string
        }>`select ended_how as how from platform_access where company_id = ${company}`,
      )
    )?.how,
  ).toBe('expired')
})

test('SECURITY 56: the company ends access at once', async () => {
  const { id } = await open()
  const there = await enter()
  // A session that has returned home still has its older token.
  const elsewhere = await world.signIn(
    await world.addUser(await world.addCompany('Lain'), 'company-admin'),
  )
  for (const act of ['agree', 'end'] as const)
    expect(await refused(elsewhere.api.platformAccess[act]({ id }))).toBe('404 not-found')
  await enter(home)
  await admin.api.platformAccess.end({ id })
  await isOut(world, there.token)
  expect(await refused(admin.api.platformAccess.end({ id }))).toBe('404 not-found')
  platform = await world.signIn(person)
  expect(await refused(enter())).toBe('404 not-found')
  expect(await kindsOf(platform)).toContain('security.platform-access-ended')
})

test('SECURITY 56: more than reading needs an administrator of the company, never one of the platform', async () => {
  const { id } = await open()
  const there = await enter()
  expect(await refused(there.api.platformAccess.agree({ id }))).toBe('403 forbidden')
  await admin.api.platformAccess.agree({ id })
  expect(await refused(admin.api.platformAccess.agree({ id }))).toBe('409 wrong-state')
  const wide = await enter()
  expect(await wide.api.account.me()).toMatchObject({ role: 'company-admin', companyId: company })
  expect(
    await wide.api.roles.create({ code: 'mended', name: 'Mended', permissions: ['user.read'] }),
  ).toMatchObject({ companyId: company })
  const colleague = await world.signIn(await world.addUser(home, 'platform-admin'))
  const other = await colleague.api.platformAccess.open({ id: company, reason: 'Also', hours: 1 })
  for (const act of ['agree', 'end'] as const)
    expect(await refused(wide.api.platformAccess[act]({ id: other.id }))).toBe(
      '403 platform-person',
    )
  expect(await kindsOf(admin)).toContain('security.platform-access-agreed')
})

test("SECURITY 56: opening, agreeing and ending stand in the company's own trail, with who and why", async () => {
  const { id } = await open()
  await admin.api.platformAccess.agree({ id })
  await platform.api.platformAccess.close({ id })
  await isOut(world, platform.token)
  platform = await world.signIn(person)
  const second = await open(1)
  world.pass(HOUR + 1)
  await expire()
  await world.sealAll()
  const reader = await world.signIn(itsAdmin)
  const { items } = await reader.api.audit.trail({ entity: 'platform_access' })
  expect(
    items.map(({ action, actorId, entityId, after }) => ({ action, actorId, entityId, after })),
  ).toMatchObject([
    { action: 'update', actorId: null, entityId: second.id, after: { ended_how: 'expired' } },
    { action: 'create', actorId: person.id, entityId: second.id, after: { reason: 'Ticket 4711' } },
    { action: 'update', actorId: person.id, entityId: id, after: { ended_how: 'by-platform' } },
    {
      action: 'update',
      actorId: itsAdmin.id,
      entityId: id,
      after: { write_agreed_by: itsAdmin.id },
    },
    { action: 'create', actorId: person.id, entityId: id, after: { reason: 'Ticket 4711' } },
  ])
})

test('SECURITY 56: who administers the platform no more has no access either', async () => {
  await open()
  await enter()
  await world.owner.run(
    sql`update auth_membership set is_active = false where user_id = ${person.id}`,
  )
  expect(await refused(enter())).toBe('404 not-found')
})
