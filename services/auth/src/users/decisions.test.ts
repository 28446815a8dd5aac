// Who comes in and goes out: approval, another role, deactivation, removal.
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'

let world: AuthWorld
let company: string
let other: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  other = await world.addCompany('Cahaya Dana')
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const get = async (id: string) => await admin.api.users.get({ id })

test('SECURITY 15: deactivation ends access and refresh within a second, and activation lets in again', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const { version } = await get(user.id)
  const decided = await admin.api.users.activeOrDe({
    id: user.id,
    decision: 'deactivate',
    reason: 'left',
    version,
  })
  expect(decided.status).toBe('inactive')
  await isOut(world, signedIn.token)
  expect(
    (
      await world.call('sessions.refresh', {
        refreshToken: signedIn.refreshToken,
        deviceSecret: signedIn.deviceSecret,
      })
    ).status,
  ).toBe(401)
  expect(
    await refused(
      admin.api.users.activeOrDe({
        id: user.id,
        decision: 'deactivate',
        reason: 'again',
        version: decided.version,
      }),
    ),
  ).toBe('409 wrong-state')
  await admin.api.users.activeOrDe({
    id: user.id,
    decision: 'activate',
    reason: 'back',
    version: decided.version,
  })
  expect((await world.signIn(user)).status).toBe(200)
})

test('a user of two companies is deactivated in one of them only', async () => {
  const user = await world.addUser(company)
  await world.join(user.id, other, 'rm')
  await world.signIn(user)
  await admin.api.users.activeOrDe({
    id: user.id,
    decision: 'deactivate',
    reason: 'left us',
    version: (await get(user.id)).version,
  })
  expect(await get(user.id)).toMatchObject({ status: 'inactive', decisionReason: 'left us' })
  // The other company must not learn the reason.
  const stranger = await world.signIn(await world.addUser(other, 'company-admin'))
  expect(await stranger.api.users.get({ id: user.id })).toMatchObject({
    status: 'active',
    decisionReason: null,
  })
  const there = await world.signIn(user)
  expect((await there.api.account.me()).companies.map(({ id }) => id)).toEqual([other])
  await vi.waitFor(() =>
    expect(world.told.users.filter(({ id }) => id === user.id).at(-1)).toMatchObject({
      status: 'active',
      companyIds: [other],
    }),
  )
})

test('SECURITY 15: another role ends the sessions, and is never given to oneself', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const changed = await admin.api.users.update({
    id: user.id,
    version: (await get(user.id)).version,
    changes: { role: 'reviewer', licenceNumber: 'W-9', licenceExpiresOn: '2027-01-31' },
  })
  expect(changed).toMatchObject({
    role: 'reviewer',
    licenceNumber: 'W-9',
    licenceExpiresOn: '2027-01-31',
  })
  await isOut(world, signedIn.token)
  const me = await admin.api.account.me()
  expect(
    await refused(
      admin.api.users.update({
        id: me.id,
        version: (await get(me.id)).version,
        changes: { role: 'auditor' },
      }),
    ),
  ).toBe('403 own-account')
})

test('SECURITY 25: nobody decides on themselves or on what they made; a second decision is 409', async () => {
  const reviewer = await world.signIn(await world.addUser(company, 'reviewer'))
  const me = await admin.api.account.me()
  const mine = await get(me.id)
  const onMyself = [
    admin.api.users.activeOrDe({
      id: me.id,
      decision: 'deactivate',
      reason: 'x',
      version: mine.version,
    }),
    admin.api.users.remove({ id: me.id, version: mine.version }),
    admin.api.users.approveOrReject({ id: me.id, decision: 'approve', version: mine.version }),
  ]
  expect(await Promise.all(onMyself.map(refused))).toEqual(Array(3).fill('403 own-account'))
  const pending = await world.addUser(company, 'rm', 'pending')
  await world.owner.run(sql`update auth_user set created_by = ${me.id} where id = ${pending.id}`)
  const { version } = await get(pending.id)
  expect(
    await refused(
      admin.api.users.approveOrReject({ id: pending.id, decision: 'approve', version }),
    ),
  ).toBe('403 own-work')
  expect(
    await refused(
      reviewer.api.users.approveOrReject({
        id: pending.id,
        decision: 'approve',
        version: version + 1,
      }),
    ),
  ).toBe('409 stale-version')
  const race = await Promise.all([
    refused(reviewer.api.users.approveOrReject({ id: pending.id, decision: 'approve', version })),
    refused(reviewer.api.users.approveOrReject({ id: pending.id, decision: 'reject', version })),
  ])
  expect(race.sort()).toEqual(['409 wrong-state', 'ok'])
})

test('a rejected applicant gets the reason and may register again', async () => {
  const user = await world.addUser(company, 'rm', 'pending')
  await admin.api.users.approveOrReject({
    id: user.id,
    decision: 'reject',
    reason: 'Lisensi tidak ditemukan',
    version: (await get(user.id)).version,
  })
  expect((await world.messageTo(user.email)).text).toContain('Lisensi tidak ditemukan')
  expect(await world.api().registration.verifyUnique({ login: user.email })).toEqual({
    unique: true,
  })
})

test('a user taken out of the company is gone for it, cannot sign in, and frees the addresses', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  await admin.api.users.remove({ id: user.id, version: (await get(user.id)).version })
  await isOut(world, signedIn.token)
  expect(await refused(admin.api.users.get({ id: user.id }))).toBe('404 not-found')
  expect(
    (
      await world.call('sessions.login', {
        login: user.email,
        password: PASSWORD,
        client: 'mobile',
        device: world.device(),
      })
    ).status,
  ).toBe(401)
  expect(await world.api().registration.verifyUnique({ login: user.email })).toEqual({
    unique: true,
  })
  expect(
    await world.owner.one(
      sql`select deleted_at is not null as gone from auth_user where id = ${user.id}`,
    ),
  ).toEqual({ gone: true })
})
