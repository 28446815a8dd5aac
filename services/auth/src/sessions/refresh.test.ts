import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { sessionCalls } from '../testing/session-calls.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const { refresh, statusOfMe, endsSoon } = sessionCalls(() => world)

test('SECURITY 14: a refresh gives a new pair, stored hashed', async () => {
  const signedIn = await world.signIn(await world.addUser(company))
  const { status, body } = await refresh(signedIn, signedIn.refreshToken)
  expect(status).toBe(200)
  expect(body['refreshToken']).not.toBe(signedIn.refreshToken)
  expect(await statusOfMe(String(body['accessToken']))).toBe(200)
  const stored = JSON.stringify(
    await world.owner.all(
      sql`select encode(token_hash, 'escape') as a, encode(token_hash, 'base64') as b from auth_refresh_token`,
    ),
  )
  expect(stored).not.toContain(signedIn.refreshToken)
})

test('SECURITY 14: ten parallel refreshes of one token leave one live session and the honest client signed in', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => refresh(signedIn, signedIn.refreshToken)),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  const successors = new Set(answers.map(({ body }) => body['refreshToken']))
  expect(successors.size).toBe(1)
  expect(
    await world.owner.all(
      sql`select 1 from auth_session where user_id = ${user.id} and revoked_at is null`,
    ),
  ).toHaveLength(1)
  expect((await refresh(signedIn, String([...successors][0]))).status).toBe(200)
})

test('SECURITY 14: a refresh token used again later ends its family, is audited, and the user is notified', async () => {
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const next = await refresh(signedIn, signedIn.refreshToken)
  world.pass(11)
  expect((await refresh(signedIn, signedIn.refreshToken)).status).toBe(401)
  expect((await refresh(signedIn, String(next.body['refreshToken']))).status).toBe(401)
  await endsSoon(String(next.body['accessToken']))
  const entries = await world.owner.all(
    sql`select 1 from auth_user_action_log where action = 'refresh-token-reused' and actor_id = ${user.id} and entity_id = ${signedIn.sessionId}`,
  )
  expect(entries).toHaveLength(1)
  expect(
    await world.owner.all(
      sql`select 1 from notification where user_id = ${user.id} and kind = 'security.session-stolen'`,
    ),
  ).toHaveLength(1)
  expect((await world.messageTo(user.email, 1, /token/)).text).toContain('diakhiri')
})

test('SECURITY 14: a refresh token is worth nothing without its device', async () => {
  const signedIn = await world.signIn(await world.addUser(company))
  const other = await world.signIn(await world.addUser(company))
  expect(
    (await world.call('sessions.refresh', { refreshToken: signedIn.refreshToken })).status,
  ).toBe(401)
  expect(
    (
      await world.call('sessions.refresh', {
        refreshToken: signedIn.refreshToken,
        deviceSecret: other.deviceSecret,
      })
    ).status,
  ).toBe(401)
  expect((await refresh(signedIn, signedIn.refreshToken)).status).toBe(200)
})

test("SECURITY 17: a browser's refresh token works from its cookie only", async () => {
  const signedIn = await world.signIn(await world.addUser(company), { client: 'web' })
  const token = signedIn.cookies['__Host-refresh'] ?? ''
  const secret = signedIn.cookies['__Host-device'] ?? ''
  expect(
    (await world.call('sessions.refresh', { refreshToken: token, deviceSecret: secret })).status,
  ).toBe(401)
  const answer = await world.call(
    'sessions.refresh',
    {},
    { headers: { cookie: `a=b; __Host-refresh=${token}; __Host-device=${secret}` } },
  )
  expect(answer.status).toBe(200)
  expect(answer.body['refreshToken']).toBeUndefined()
  expect(answer.cookies['__Host-refresh']).toHaveLength(43)
  const refused = await world.call(
    'sessions.refresh',
    {},
    { headers: { cookie: `__Host-refresh=${'x'.repeat(43)}` } },
  )
  expect([refused.status, refused.cookies['__Host-refresh']]).toEqual([401, ''])
})
