import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const contactsOf = async (id: string) =>
  await world.owner.one(
    sql<{ email: string; phone: string }>`select email, phone from auth_user where id = ${id}`,
  )

test('SECURITY 7, 9: a change of the password needs the current one and ends every other session', async () => {
  const user = await world.addUser(company)
  const [mine, other] = [await world.signIn(user), await world.signIn(user)]
  const change = { setting: 'password', password: 'a sunny day in Bandung' } as const
  await expect(mine.api.account.changeSetting(change)).rejects.toMatchObject({ status: 400 })
  await expect(
    mine.api.account.changeSetting({ ...change, currentPassword: 'wrong password here' }),
  ).rejects.toMatchObject({
    code: 'wrong-password',
  })
  expect(await mine.api.account.changeSetting({ ...change, currentPassword: PASSWORD })).toEqual({
    status: 'changed',
  })
  await vi.waitFor(
    async () =>
      expect((await world.call('account.me', {}, { token: other.token })).status).toBe(401),
    { timeout: 1000 },
  )
  expect((await mine.api.account.me()).id).toBe(user.id)
  expect((await world.messageTo(user.email, 1, /baru saja diganti/)).text).toContain('Kata sandi')
})

test('SECURITY 7: a stolen session cannot guess the current password', async () => {
  const { api } = await world.signIn(await world.addUser(company))
  const guess = async (currentPassword: string) =>
    await api.account
      .changeSetting({ setting: 'password', password: 'a sunny day in Bandung', currentPassword })
      .catch((problem: { code: string }) => problem.code)
  const answers = []
  for (let index = 0; index < 11; index++) answers.push(await guess('wrong password here'))
  expect(answers).toEqual([...Array(10).fill('wrong-password'), 'too-many-requests'])
  expect(await guess(PASSWORD)).toBe('too-many-requests')
})

test('SECURITY 8: a new e-mail needs the password, a code to the new address and tells the old; nothing changes before', async () => {
  const user = await world.addUser(company)
  const { api, device } = await world.signIn(user)
  const email = `new-${user.email}`
  await expect(api.account.changeSetting({ setting: 'email', email })).rejects.toMatchObject({
    status: 400,
  })
  const asked = await api.account.changeSetting({
    setting: 'email',
    email: email.toUpperCase(),
    currentPassword: PASSWORD,
  })
  expect(asked).toMatchObject({ status: 'challenge', purpose: 'change-email', channel: 'email' })
  expect((await world.messageTo(user.email, 1, /permintaan/)).text).toContain('mengganti')
  expect((await contactsOf(user.id))?.email).toBe(user.email)
  const verify = {
    challengeId: asked.challengeId,
    code: await world.codeTo(email),
    purpose: 'change-email',
    deviceId: device.id,
  }
  expect(
    (await world.call('codes.verify', { ...verify, deviceId: crypto.randomUUID() })).status,
  ).toBe(422)
  expect((await world.call('codes.verify', verify)).body['status']).toBe('changed')
  expect((await contactsOf(user.id))?.email).toBe(email)
  expect((await world.messageTo(user.email, 1, /diganti menjadi/)).text).toContain(
    'n***@example.co.id',
  )
  const audited = await world.owner.all(
    sql`select 1 from auth_user_action_log where entity = 'auth_user' and entity_id = ${user.id} and action = 'update' and actor_id = ${user.id} and company_id = ${company}`,
  )
  expect(audited).toHaveLength(1)
})

test('SECURITY 8: so does a new phone number, and later codes go there', async () => {
  const user = await world.addUser(company)
  const { api, device } = await world.signIn(user)
  const asked = await api.account.changeSetting({
    setting: 'phone',
    phone: '0815-1111-222',
    currentPassword: PASSWORD,
  })
  const code = await world.codeTo('+628151111222')
  await world.call('codes.verify', {
    challengeId: asked.challengeId,
    code,
    purpose: 'change-phone',
    deviceId: device.id,
  })
  expect((await contactsOf(user.id))?.phone).toBe('+628151111222')
  expect((await world.messageTo(user.phone, 3)).text).toContain('diganti')
  await world.api().sessions.login({
    login: user.email,
    password: PASSWORD,
    client: 'mobile',
    device: world.device(),
  })
  await world.codeTo('+628151111222', 2)
  await vi.waitFor(() =>
    expect(world.told.users.filter(({ id }) => id === user.id).at(-1)?.phone).toBe('+628151111222'),
  )
})

test('an address that another has is refused, also when it was taken meanwhile', async () => {
  const [user, other] = [await world.addUser(company), await world.addUser(company)]
  const { api, device } = await world.signIn(user)
  await expect(
    api.account.changeSetting({ setting: 'email', email: other.email, currentPassword: PASSWORD }),
  ).rejects.toMatchObject({
    code: 'user-email-taken',
  })
  const asked = await api.account.changeSetting({
    setting: 'email',
    email: 'raced@example.co.id',
    currentPassword: PASSWORD,
  })
  await world.owner.run(
    sql`update auth_user set email = 'raced@example.co.id' where id = ${other.id}`,
  )
  const answer = await world.call('codes.verify', {
    challengeId: asked.challengeId,
    code: await world.codeTo('raced@example.co.id'),
    purpose: 'change-email',
    deviceId: device.id,
  })
  expect([answer.status, answer.body.type]).toEqual([409, '/problems/user-email-taken'])
})

test('one setting a call: language and push need no password', async () => {
  const { api } = await world.signIn(await world.addUser(company))
  await expect(
    api.account.changeSetting({
      setting: 'language',
      language: 'en',
      push: { leads: false, investors: true, instructions: true, security: true },
    }),
  ).rejects.toMatchObject({ status: 400 })
  await expect(api.account.changeSetting({ setting: 'language' })).rejects.toMatchObject({
    status: 400,
  })
  await api.account.changeSetting({ setting: 'language', language: 'en' })
  await api.account.changeSetting({
    setting: 'push',
    push: { leads: false, investors: true, instructions: true, security: true },
  })
  expect(await api.account.me()).toMatchObject({
    language: 'en',
    pushPreferences: { leads: false, investors: true },
  })
})

test('notifications: newest first, by pages, unread count, read marks, only the own', async () => {
  const user = await world.addUser(company)
  const other = await world.signIn(await world.addUser(company))
  const { api } = await world.signIn(user)
  const told = []
  for (let number = 1; number <= 5; number++) {
    const id = crypto.randomUUID()
    told.unshift(id)
    const news = {
      id,
      userId: user.id,
      companyId: company,
      kind: 'lead.assigned',
      params: { number },
      link: '/leads/1',
    }
    expect((await world.call('internal.notify', news)).body).toEqual({ isNew: true })
    expect((await world.call('internal.notify', news)).body).toEqual({ isNew: false })
  }
  const first = await api.notifications.list({ limit: 4 })
  expect(first.items.map(({ id }) => id)).toEqual(told.slice(0, 4))
  expect(first.unreadCount).toBe(6)
  const second = await api.notifications.list({ limit: 4, cursor: first.nextCursor ?? '' })
  // The last one reports the new device.
  expect(second.items.map(({ id, kind }) => (kind === 'lead.assigned' ? id : kind))).toEqual([
    told[4],
    'security.new-device',
  ])
  expect(second.nextCursor).toBeNull()
  expect(await other.api.notifications.read({ ids: told })).toEqual({ unreadCount: 1 })
  expect(await api.notifications.read({ ids: told.slice(0, 2) })).toEqual({ unreadCount: 4 })
  expect((await api.notifications.list({ unread: true })).items).toHaveLength(4)
  expect(await api.notifications.read({})).toEqual({ unreadCount: 0 })
  await expect(api.notifications.list({ cursor: 'nonsense' })).rejects.toMatchObject({
    status: 400,
  })
})

test('push goes to the device that subscribed, as preferred, in the own language, and with e-mail on demand', async () => {
  const user = await world.addUser(company)
  const { api } = await world.signIn(user)
  const message = {
    id: { title: 'Baru', text: 'Prospek baru' },
    en: { title: 'New', text: 'New lead' },
  }
  const notify = async (kind: string) =>
    await world.call('internal.notify', {
      id: crypto.randomUUID(),
      userId: user.id,
      companyId: company,
      kind,
      params: {},
      link: null,
      message,
      email: true,
    })
  await api.notifications.subscribe({ pushToken: `token-of-${user.id}` })
  await notify('lead.assigned')
  expect(await world.messageTo(`token-of-${user.id}`)).toMatchObject({
    channel: 'push',
    title: 'Baru',
    text: 'Prospek baru',
  })
  expect(await world.messageTo(user.email)).toMatchObject({ subject: 'Baru' })
  await api.account.changeSetting({
    setting: 'push',
    push: { leads: false, investors: true, instructions: true, security: true },
  })
  await notify('lead.assigned')
  await world.messageTo(user.email, 2)
  expect(world.countTo(`token-of-${user.id}`)).toBe(1)
  // The phone's next user registers the same token.
  const next = await world.signIn(await world.addUser(company))
  await next.api.notifications.subscribe({ pushToken: `token-of-${user.id}` })
  await notify('investor.approved')
  await world.messageTo(user.email, 3)
  expect(world.countTo(`token-of-${user.id}`)).toBe(1)
  expect((await next.api.devices.list()).items[0]?.hasPush).toBe(true)
  await next.api.notifications.unsubscribe()
  expect((await next.api.devices.list()).items[0]?.hasPush).toBe(false)
})

test('a phone that the app was removed from is not pushed to again', async () => {
  const user = await world.addUser(company)
  const { api } = await world.signIn(user)
  const pushToken = `removed-from-${user.id}`
  await api.notifications.subscribe({ pushToken })
  world.gone.add(pushToken)
  const news = {
    userId: user.id,
    companyId: company,
    kind: 'lead.assigned',
    params: {},
    link: null,
    email: false,
  }
  await world.call('internal.notify', { ...news, id: crypto.randomUUID() })
  await vi.waitFor(
    async () => expect((await api.devices.list()).items[0]?.hasPush).toBe(false),
    10_000,
  )
  expect((await api.notifications.list({})).items.map(({ kind }) => kind)).toContain(
    'lead.assigned',
  )
})

test('a device is renamed by its own session', async () => {
  const { api } = await world.signIn(await world.addUser(company))
  await api.devices.rename({ name: 'Work phone' })
  expect((await api.devices.list()).items).toMatchObject([{ name: 'Work phone', isCurrent: true }])
})
