import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  createAuthWorld,
  newSigningKey,
  PASSWORD,
  type AuthWorld,
  type User,
} from '../testing/auth-world.ts'
import { sessionCalls } from '../testing/session-calls.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const { refresh, statusOfMe, endsSoon } = sessionCalls(() => world)

test('a session that is not used for two weeks, or is a month old, has ended', async () => {
  await using other = await createAuthWorld({
    SESSION_IDLE_SECONDS: '7200',
    SESSION_SECONDS: '10800',
  })
  const user = await other.addUser(await other.addCompany())
  const idle = await other.signIn(user)
  other.pass(7201)
  expect((await other.call('sessions.refresh', idle)).status).toBe(400)
  expect(
    (
      await other.call('sessions.refresh', {
        refreshToken: idle.refreshToken,
        deviceSecret: idle.deviceSecret,
      })
    ).status,
  ).toBe(401)
  const old = await other.signIn(user)
  let token = old.refreshToken
  for (const expected of [200, 200, 401]) {
    other.pass(3700)
    const { status, body } = await other.call('sessions.refresh', {
      refreshToken: token,
      deviceSecret: old.deviceSecret,
    })
    expect(status).toBe(expected)
    token = String(body['refreshToken'])
  }
})

test('SECURITY 15: logout ends access and refresh within a second, by GET and by POST, and may be repeated', async () => {
  for (const operation of ['sessions.logout', 'sessions.logoutByPost']) {
    const signedIn = await world.signIn(await world.addUser(company))
    for (let times = 0; times < 2; times++)
      expect((await world.call(operation, {}, { token: signedIn.token })).body).toEqual({
        status: 'signed-out',
      })
    await endsSoon(signedIn.token)
    expect((await refresh(signedIn, signedIn.refreshToken)).status).toBe(401)
  }
})

test('SECURITY 15: logout with nothing but the refresh cookie ends the session', async () => {
  const signedIn = await world.signIn(await world.addUser(company), { client: 'web' })
  const cookie = `__Host-refresh=${signedIn.cookies['__Host-refresh']}`
  expect(
    (await world.call('sessions.logout', {}, { headers: { cookie } })).cookies['__Host-refresh'],
  ).toBe('')
  await endsSoon(signedIn.token)
})

test('one ends single sessions, and all the others', async () => {
  const user = await world.addUser(company)
  const [first, second, third] = [
    await world.signIn(user),
    await world.signIn(user),
    await world.signIn(user),
  ]
  const { items } = await third.api.sessions.list()
  expect(items).toHaveLength(3)
  expect(items.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([third.sessionId])
  await third.api.sessions.revoke({ id: first.sessionId })
  await endsSoon(first.token)
  expect(await third.api.sessions.revokeOthers()).toEqual({ ended: 1 })
  await endsSoon(second.token)
  expect(await statusOfMe(third.token)).toBe(200)
})

test("SECURITY 22: another user's session and device are 404", async () => {
  const [mine, other] = [
    await world.signIn(await world.addUser(company)),
    await world.signIn(await world.addUser(company)),
  ]
  await expect(mine.api.sessions.revoke({ id: other.sessionId })).rejects.toMatchObject({
    status: 404,
  })
  const [device] = (await other.api.devices.list()).items
  await expect(mine.api.devices.revoke({ id: device?.id ?? '' })).rejects.toMatchObject({
    status: 404,
  })
  expect(await statusOfMe(other.token)).toBe(200)
})

test('SECURITY 16: forged and misused tokens are 401', async () => {
  const user = await world.addUser(company)
  const { token, refreshToken } = await world.signIn(user)
  const [head = '', claims = '', signature = ''] = token.split('.')
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const { publicKey = '' } = (await world.auth.feed.keys())[0] ?? {}
  const confused = `${encode({ ...header, alg: 'HS256' })}.${claims}`
  const forged = [
    `${encode({ ...header, alg: 'none' })}.${claims}.`,
    `${confused}.${createHmac('sha256', publicKey).update(confused).digest('base64url')}`,
    `${encode({ ...header, kid: 'other' })}.${claims}.${signature}`,
    `${head}.${encode({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), perms: ['user.read'] })}.${signature}`,
    refreshToken,
    '',
  ]
  for (const bad of forged) expect(await statusOfMe(bad)).toBe(401)
  expect(
    (
      await world.call('sessions.refresh', {
        refreshToken: token.slice(0, 43),
        deviceSecret: 'a'.repeat(43),
      })
    ).status,
  ).toBeGreaterThanOrEqual(400)
  expect(await statusOfMe(token)).toBe(200)
  world.pass(601)
  expect(await statusOfMe(token)).toBe(401)
})

test('SECURITY 16: keys rotate without a restart', async () => {
  const file = join(tmpdir(), `keys-${crypto.randomUUID()}.json`)
  const [first, second] = [newSigningKey('first'), newSigningKey('second')]
  await writeFile(file, JSON.stringify([first]))
  await using other = await createAuthWorld({ SIGNING_KEYS: file })
  const user = await other.addUser(await other.addCompany())
  const before = await other.signIn(user)
  await writeFile(file, JSON.stringify([second, first]))
  const after = await vi.waitFor(
    async () => {
      const signedIn = await other.signIn(user)
      expect(
        JSON.parse(Buffer.from(signedIn.token.split('.')[0] ?? '', 'base64url').toString()).kid,
      ).toBe('second')
      return signedIn
    },
    { timeout: 5000, interval: 300 },
  )
  for (const { token } of [before, after])
    expect((await other.call('account.me', {}, { token })).status).toBe(200)
  // Removing the old key invalidates its tokens; verifiers drop it at the next unknown key.
  await writeFile(file, JSON.stringify([newSigningKey('third')]))
  await vi.waitFor(
    async () => expect(await other.auth.feed.keys()).toMatchObject([{ kid: 'third' }]),
    { timeout: 3000 },
  )
})

test('switching company gives the role there, and only where one works', async () => {
  const [second, third] = [await world.addCompany('Cahaya Dana'), await world.addCompany('Mandala')]
  const user: User = await world.addUser(company)
  await world.join(user.id, second, 'company-admin')
  await world.join(user.id, third, 'rm')
  const { api } = await world.signIn(user)
  const me = await api.account.me()
  expect([me.companyId, me.role, me.companies.length]).toEqual([company, 'rm', 3])
  const switched = await api.sessions.switchCompany({ companyId: second })
  const there = await world.api({ token: switched.accessToken ?? '' }).account.me()
  expect([there.companyId, there.role]).toEqual([second, 'company-admin'])
  expect(there.permissions).toContain('user.read')
  expect((await api.account.companyIds()).items.map(({ id }) => id).sort()).toEqual(
    [company, second, third].sort(),
  )
  expect(await api.account.companylds()).toEqual(await api.account.companyIds())
  const claims = JSON.parse(
    Buffer.from(
      (await world.signIn(user, { companyId: third })).token.split('.')[1] ?? '',
      'base64url',
    ).toString(),
  )
  // The same role in two companies: both may be read. In the third the user holds another role.
  expect([claims.com, claims.coms.sort(), claims.own]).toEqual([
    third,
    [company, third].sort(),
    true,
  ])
  await expect(
    api.sessions.switchCompany({ companyId: await world.addCompany() }),
  ).rejects.toMatchObject({ status: 404 })
})

test('SECURITY 23: a company in the body of login grants nothing', async () => {
  const strange = await world.addCompany()
  const signedIn = await world.signIn(await world.addUser(company), { companyId: strange })
  expect((await signedIn.api.account.me()).companyId).toBe(company)
})

test('SECURITY 33: no password, code, token or secret in a log line, the audit or a finished job', async () => {
  const user = await world.addUser(company)
  const { token, refreshToken, deviceSecret } = await world.signIn(user)
  const code = await world.codeTo(user.phone)
  await world.call('sessions.login', {
    login: user.email,
    password: `${PASSWORD} canary`,
    client: 'mobile',
    device: world.device(),
  })
  const trail = JSON.stringify(
    await world.owner.all(sql`select before, after from auth_user_action_log`),
  )
  const jobs = JSON.stringify(
    await world.owner.all(sql`select payload from auth_jobs._private_jobs`),
  )
  const lines = world.logged.join('')
  for (const secret of [PASSWORD, 'canary', token, refreshToken, deviceSecret, '$argon2id$'])
    for (const place of [trail, jobs, lines]) expect(place).not.toContain(secret)
  expect(`${lines}${jobs}`).not.toContain(`: ${code}.`)
})
