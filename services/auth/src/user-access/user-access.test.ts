import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'

let world: AuthWorld
let company: string
let other: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
let auditor: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  other = await world.addCompany('Cahaya Dana')
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
  auditor = await world.signIn(await world.addUser(company, 'auditor'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const trail = async (entity: string, id: string) =>
  await world.owner.all(sql<{ action: string; actorId: string; companyId: string }>`
    select action, actor_id, company_id from auth_user_action_log where entity = ${entity} and entity_id = ${id} order by id desc limit 1`)

test('SECURITY 15: an administrator ends a session of a user, who is out within a second and told; the trail says who did it', async () => {
  const user = await world.addUser(company)
  const [first, second] = [await world.signIn(user), await world.signIn(user)]
  const { items } = await auditor.api.userAccess.sessions({ id: user.id })
  expect(items.map(({ id }) => id).toSorted()).toEqual(
    [first.sessionId, second.sessionId].toSorted(),
  )
  expect(items[0]).toMatchObject({ deviceName: 'Pixel 12', companyId: company, client: 'mobile' })
  await admin.api.userAccess.endSession({ id: user.id, sessionId: first.sessionId })
  await isOut(world, first.token)
  expect((await world.call('account.me', {}, { token: second.token })).status).toBe(200)
  expect(await trail('auth_session', first.sessionId)).toEqual([
    { action: 'end', actorId: (await admin.api.account.me()).id, companyId: company },
  ])
  expect((await second.api.notifications.list()).items.map(({ kind }) => kind)).toContain(
    'security.access-ended',
  )
  expect(
    await refused(admin.api.userAccess.endSession({ id: user.id, sessionId: first.sessionId })),
  ).toBe('404 not-found')
})

test('a revoked device loses its sessions and its trust, and is in the trail', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const [device] = (await auditor.api.userAccess.devices({ id: user.id })).items
  expect(device).toMatchObject({ name: 'Pixel 12', platform: 'android', hasPush: false })
  await admin.api.userAccess.revokeDevice({ id: user.id, deviceId: device?.id ?? '' })
  await isOut(world, signedIn.token)
  expect((await admin.api.userAccess.devices({ id: user.id })).items).toEqual([])
  expect(await trail('device_info', device?.id ?? '')).toMatchObject([
    { action: 'update', companyId: company },
  ])
})

test('SECURITY 22: of a user of another company nothing is seen or ended, nor what is done for another company', async () => {
  const stranger = await world.addUser(other)
  const theirs = await world.signIn(stranger)
  expect(await refused(admin.api.userAccess.sessions({ id: stranger.id }))).toBe('404 not-found')
  expect(await refused(admin.api.userAccess.devices({ id: stranger.id }))).toBe('404 not-found')
  expect(
    await refused(
      admin.api.userAccess.endSession({ id: stranger.id, sessionId: theirs.sessionId }),
    ),
  ).toBe('404 not-found')

  const both = await world.addUser(company)
  await world.join(both.id, other, 'rm')
  const there = await world.signIn(both, { companyId: other })
  expect((await admin.api.userAccess.sessions({ id: both.id })).items).toEqual([])
  expect((await admin.api.userAccess.devices({ id: both.id })).items).toEqual([])
  expect(
    await refused(admin.api.userAccess.endSession({ id: both.id, sessionId: there.sessionId })),
  ).toBe('404 not-found')
  const [own] = (await there.api.devices.list()).items
  expect(
    await refused(admin.api.userAccess.revokeDevice({ id: both.id, deviceId: own?.id ?? '' })),
  ).toBe('404 not-found')
  expect((await world.call('account.me', {}, { token: there.token })).status).toBe(200)
})

test('SECURITY 24: an auditor reads and ends nothing, an RM does neither', async () => {
  const user = await world.addUser(company)
  const rm = await world.signIn(user)
  const input = { id: user.id, sessionId: rm.sessionId }
  expect(await refused(auditor.api.userAccess.endSession(input))).toBe('403 forbidden')
  expect(await refused(rm.api.userAccess.sessions({ id: user.id }))).toBe('403 forbidden')
  expect(await refused(rm.api.userAccess.endSession(input))).toBe('403 forbidden')
})
