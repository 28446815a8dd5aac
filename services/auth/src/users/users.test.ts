import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { refused } from '../testing/refusals.ts'

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

test('an invited user sets a password by the link and signs in with the given role', async () => {
  const created = await admin.api.users.create({
    fullName: 'Budi Santoso',
    email: 'Budi@example.co.id',
    phone: '081299990000',
    role: 'auditor',
    licenceNumber: 'W-1',
  })
  expect(created).toMatchObject({
    email: 'budi@example.co.id',
    phone: '+6281299990000',
    status: 'active',
    role: 'auditor',
    isInvited: true,
    companyId: company,
  })
  const login = async () =>
    await world.call('sessions.login', {
      login: 'budi@example.co.id',
      password: 'a sunny day in Bandung',
      client: 'mobile',
      device: world.device(),
    })
  expect((await login()).status).toBe(401)
  const message = await world.messageTo('budi@example.co.id')
  expect(message.text).toContain('Sinar Fortuna')
  const token = /#([\w-]{43})/.exec(message.text)?.[1]
  expect(
    (await world.call('passwords.confirmReset', { token, newPassword: 'a sunny day in Bandung' }))
      .status,
  ).toBe(200)
  expect((await login()).body['status']).toBe('challenge')
  expect((await get(created.id)).isInvited).toBe(false)
  expect(await refused(admin.api.users.reinvite({ id: created.id }))).toBe('409 wrong-state')
})

test('an invitation sent again voids the earlier link', async () => {
  const created = await admin.api.users.create({
    fullName: 'Ani',
    email: 'ani@example.co.id',
    role: 'rm',
  })
  const first = /#([\w-]{43})/.exec((await world.messageTo('ani@example.co.id')).text)?.[1]
  await admin.api.users.reinvite({ id: created.id })
  await world.messageTo('ani@example.co.id', 2)
  expect(
    (
      await world.call('passwords.confirmReset', {
        token: first,
        newPassword: 'a sunny day in Bandung',
      })
    ).status,
  ).toBe(410)
})

test('the list is paged, filtered by status, role and words, and holds the own company only', async () => {
  const here = await world.addCompany('Third')
  const boss = await world.signIn(await world.addUser(here, 'company-admin'))
  const added = []
  for (const status of ['active', 'pending', 'active', 'inactive'])
    added.unshift((await world.addUser(here, status === 'pending' ? 'auditor' : 'rm', status)).id)
  const first = await boss.api.users.list({ limit: 3 })
  const second = await boss.api.users.list({ limit: 3, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 4)).toEqual(added)
  expect(second.nextCursor).toBeNull()
  expect([...first.items, ...second.items].every(({ companyId }) => companyId === here)).toBe(true)
  expect((await boss.api.users.list({ status: 'active', role: 'rm' })).items).toHaveLength(2)
  expect((await boss.api.users.list({ status: 'pending' })).items.map(({ role }) => role)).toEqual([
    'auditor',
  ])
  expect(
    (await boss.api.users.list({ search: first.items[0]?.email?.toUpperCase() ?? '' })).items,
  ).toHaveLength(1)
  expect((await boss.api.users.list({ search: '%' })).items).toEqual([])
})

test('the list has a total, a filter with several statuses, and an order that starts with the oldest', async () => {
  const { items } = await admin.api.users.list({ limit: 100 })
  expect((await admin.api.users.list({ count: true, limit: 1 })).total).toEqual({
    count: items.length,
    isCapped: false,
  })
  const some = await admin.api.users.list({ count: true, statuses: 'pending,inactive' })
  expect(some.total?.count).toBe(
    items.filter(({ status }) => status === 'pending' || status === 'inactive').length,
  )
  const oldest = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof admin.api.users.list>> = await admin.api.users.list({
      order: 'oldest',
      limit: 2,
      ...(cursor ? { cursor } : {}),
    })
    oldest.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(oldest).toEqual(items.map(({ id }) => id).toReversed())
})

test("SECURITY 22: another company's user is 404 by id and absent from lists and search", async () => {
  const stranger = await world.addUser(other)
  const { api } = admin
  const { id } = stranger
  const tries = [
    api.users.get({ id }),
    api.users.update({ id, version: 1, changes: { fullName: 'Mine' } }),
    api.users.remove({ id, version: 1 }),
    api.users.activeOrDe({ id, decision: 'deactivate', reason: 'x', version: 1 }),
    api.users.approveOrReject({ id, decision: 'approve', version: 1 }),
    api.users.reinvite({ id }),
  ]
  expect(await Promise.all(tries.map(refused))).toEqual(tries.map(() => '404 not-found'))
  expect((await api.users.list({ search: stranger.email })).items).toEqual([])
  expect(
    await world.owner.one(sql`select full_name, version, status from auth_user where id = ${id}`),
  ).toMatchObject({
    version: 1,
    status: 'active',
  })
})

test('an update needs the version seen, changes only what it names, and null clears', async () => {
  const user = await world.addUser(company)
  const before = await get(user.id)
  const after = await admin.api.users.update({
    id: user.id,
    version: before.version,
    changes: { licenceNumber: 'W-1' },
  })
  expect({ ...after, version: 0 }).toEqual({
    ...before,
    licenceNumber: 'W-1',
    version: 0,
    waits: false,
  })
  expect(
    await refused(
      admin.api.users.update({
        id: user.id,
        version: before.version,
        changes: { licenceNumber: 'W-2' },
      }),
    ),
  ).toBe('409 stale-version')
  expect(
    (
      await admin.api.users.update({
        id: user.id,
        version: after.version,
        changes: { licenceNumber: null },
      })
    ).licenceNumber,
  ).toBeNull()
})

test('SECURITY 20: an update takes no field beyond those allowed', async () => {
  const user = await world.addUser(company)
  for (const changes of [
    { status: 'active' },
    { email: 'x@example.co.id' },
    { companyIds: [other] },
    { passwordHash: 'x' },
  ]) {
    const { status } = await world.call(
      'users.update',
      { id: user.id, version: 1, changes },
      { token: admin.token },
    )
    expect(status).toBe(400)
  }
})

test('SECURITY 24: who lacks the permission is refused, and an auditor changes nothing', async () => {
  const [rm, auditor] = [
    await world.signIn(await world.addUser(company)),
    await world.signIn(await world.addUser(company, 'auditor')),
  ]
  const { id } = await world.addUser(company)
  expect(await refused(rm.api.users.list())).toBe('403 forbidden')
  expect((await auditor.api.users.list()).items.length).toBeGreaterThan(0)
  expect(
    await refused(auditor.api.users.update({ id, version: 1, changes: { fullName: 'X' } })),
  ).toBe('403 forbidden')
  expect(await refused(world.api().users.list())).toBe('401 unauthenticated')
})

test('creating a user twice with one key creates one', async () => {
  const input = { fullName: 'Dewi', email: 'dewi@example.co.id', role: 'rm' }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const answers = await Promise.all(
    [1, 2, 3].map(() => world.call('users.create', input, { token: admin.token, headers })),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1)
  expect(await refused(admin.api.users.create(input))).toBe('409 user-email-taken')
})

test('the list can be filtered by licences that expire before a day', async () => {
  const { id, version } = await admin.api.users.create({
    fullName: 'Tia',
    email: 'tia@example.co.id',
    role: 'rm',
    licenceNumber: 'W-2',
  })
  await admin.api.users.update({ id, version, changes: { licenceExpiresOn: '2027-01-31' } })
  const before = async (day: string) =>
    (await admin.api.users.list({ licenceExpiresBefore: day, search: 'W-2' })).items.map(
      (user) => user.id,
    )
  expect(await before('2027-02-01')).toEqual([id])
  expect(await before('2027-01-31')).toEqual([])
})

test('a user who may only invite and edit neither assigns nor removes a role with more power over people', async () => {
  await admin.api.roles.create({
    code: 'hiring',
    name: 'Hiring',
    permissions: ['user.read', 'user.create', 'user.update'],
  })
  const person = await world.addUser(company)
  const seen = await admin.api.users.get({ id: person.id })
  await admin.api.users.update({
    id: person.id,
    version: seen.version,
    changes: { role: 'hiring' },
  })
  const { api } = await world.signIn(person)
  const invite = async (role: string) =>
    await refused(api.users.create({ fullName: 'New', email: `${role}@hiring.co.id`, role }))
  expect([await invite('company-admin'), await invite('reviewer'), await invite('rm')]).toEqual([
    '403 role-above-own',
    '403 role-above-own',
    'ok',
  ])
  const [rm, other] = [await world.addUser(company), await world.addUser(company, 'company-admin')]
  const change = async (id: string, role: string) =>
    await refused(api.users.update({ id, version: 1, changes: { role } }))
  expect([await change(rm.id, 'company-admin'), await change(other.id, 'rm')]).toEqual([
    '403 role-above-own',
    '403 role-above-own',
  ])
  expect(
    await refused(
      admin.api.users.update({ id: rm.id, version: 1, changes: { role: 'company-admin' } }),
    ),
  ).toBe('ok')
})
