import { hash } from '@node-rs/argon2'
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld, type User } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

async function linkFor(user: User, seen = 1) {
  await world.api().passwords.requestReset({ login: user.email })
  return /#([\w-]{43})/.exec((await world.messageTo(user.email, seen, /#/)).text)?.[1] ?? ''
}

const confirm = async (token: string, newPassword: string) =>
  await world.call('passwords.confirmReset', { token, newPassword })
const historyOf = async (id: string) =>
  (
    await world.owner.all(
      sql<{
        passwordHash: string
      }>`select password_hash from auth_password_log where user_id = ${id} order by id`,
    )
  ).map((row) => row.passwordHash)

const settersOf = async (id: string) =>
  await world.owner.all(
    sql<{
      actorId: string | null
      createdAt: string
    }>`select actor_id, created_at from auth_password_log where user_id = ${id} order by id`,
  )

test('asking for a reset is always 202, in the same words', async () => {
  const { email } = await world.addUser(company)
  const answers = [
    await world.call('passwords.requestReset', { login: email }),
    await world.call('passwords.requestReset', { login: 'nobody@example.co.id' }),
  ]
  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    answers.map(() => [202, { status: 'accepted' }]),
  )
})

test('SECURITY 9: a reset ends every session; its link works once', async () => {
  const user = await world.addUser(company)
  const sessions = [await world.signIn(user), await world.signIn(user)]
  const token = await linkFor(user)
  expect(
    await world.owner.one(
      sql`select 1 from auth_ott where encode(secret_hash, 'escape') like ${`%${token}%`}`,
    ),
  ).toBeUndefined()
  expect((await confirm(token, 'a sunny day in Bandung')).body).toEqual({ status: 'changed' })
  for (const { token: access, refreshToken, deviceSecret } of sessions) {
    await vi.waitFor(
      async () => expect((await world.call('account.me', {}, { token: access })).status).toBe(401),
      { timeout: 1000 },
    )
    expect((await world.call('sessions.refresh', { refreshToken, deviceSecret })).status).toBe(401)
  }
  expect((await confirm(token, 'another sunny day there')).status).toBe(409)
})

test('SECURITY 13: a reset does not bypass the code of a new device', async () => {
  const user = await world.addUser(company)
  await confirm(await linkFor(user), 'a sunny day in Bandung')
  const answer = await world.call('sessions.login', {
    login: user.email,
    password: 'a sunny day in Bandung',
    client: 'mobile',
    device: world.device(),
  })
  expect([answer.body['status'], answer.body['accessToken']]).toEqual(['challenge', undefined])
})

test('a link lasts fifteen minutes, a newer one voids it, a wrong one is unknown, and a refused password does not use it up', async () => {
  const user = await world.addUser(company)
  const first = await linkFor(user)
  const second = await linkFor(user, 2)
  expect((await confirm(first, 'a sunny day in Bandung')).status).toBe(410)
  expect((await confirm('x'.repeat(43), 'a sunny day in Bandung')).status).toBe(404)
  expect((await confirm(second, 'short')).body.type).toBe('/problems/password-too-short')
  const third = await linkFor(user, 3)
  world.pass(901)
  expect((await confirm(third, 'a sunny day in Bandung')).status).toBe(410)
})

test("the link leads an RM to the RM's app, and everybody else to the console", async () => {
  const linkOf = async (role: string) => {
    const user = await world.addUser(company, role)
    await world.api().passwords.requestReset({ login: user.email })
    return new URL(/https?:\S+/.exec((await world.messageTo(user.email)).text)?.[0] ?? '').pathname
  }
  expect([await linkOf('rm'), await linkOf('reviewer')]).toEqual([
    '/set-password/rm',
    '/set-password',
  ])
  const both = await world.addUser(company, 'rm')
  await world.join(both.id, await world.addCompany(), 'reviewer')
  await world.api().passwords.requestReset({ login: both.email })
  expect((await world.messageTo(both.email)).text).toMatch(/\/set-password#/)
})

test('of two simultaneous uses of a link one sets the password', async () => {
  const user = await world.addUser(company)
  const token = await linkFor(user)
  const answers = await Promise.all(
    ['first of two passwords', 'second of two passwords'].map((password) =>
      confirm(token, password),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await historyOf(user.id)).toHaveLength(2)
})

test('a reset ends the wait after wrong passwords', async () => {
  const user = await world.addUser(company)
  const login = async (password: string) =>
    await world.call('sessions.login', {
      login: user.email,
      password,
      client: 'mobile',
      device: world.device(),
    })
  for (let index = 0; index < 11; index++) await login('wrong password here')
  expect((await login(PASSWORD)).status).toBe(429)
  await confirm(await linkFor(user), 'a sunny day in Bandung')
  expect((await login('a sunny day in Bandung')).status).toBe(200)
})

test('SECURITY 7: none of the last five passwords comes back, the sixth may; the history keeps exactly five, the newest included', async () => {
  const user = await world.addUser(company)
  const { api } = await world.signIn(user)
  let current = PASSWORD
  const change = async (password: string) => {
    const answer = await api.account
      .changeSetting({ setting: 'password', currentPassword: current, password })
      .then(
        ({ status }) => status,
        (problem: { code: string }) => problem.code,
      )
    if (answer === 'changed') current = password
    return answer
  }
  const numbered = (number: number) => `my long password no. ${number}`
  for (let number = 1; number <= 4; number++) expect(await change(numbered(number))).toBe('changed')
  for (const earlier of [PASSWORD, numbered(1), numbered(4)])
    expect(await change(earlier)).toBe('password-reused')
  expect(await historyOf(user.id)).toHaveLength(5)
  expect(await change(numbered(5))).toBe('changed')
  const history = await historyOf(user.id)
  expect(history).toHaveLength(5)
  expect(history.at(-1)).toBe(
    (
      await world.owner.one(
        sql<{ passwordHash: string }>`select password_hash from auth_user where id = ${user.id}`,
      )
    )?.passwordHash,
  )
  expect(await change(PASSWORD)).toBe('changed')
})

test('DOMAIN 9: the password trigger stores the first hash, keeps five, and lets other updates pass', async () => {
  const user = await world.addUser(company)
  expect(await historyOf(user.id)).toHaveLength(1)
  await world.owner.run(sql`update auth_user set full_name = 'Another Name' where id = ${user.id}`)
  expect(await historyOf(user.id)).toHaveLength(1)
  for (let number = 1; number <= 6; number++)
    await world.owner.run(
      sql`update auth_user set password_hash = ${`hash ${number}`} where id = ${user.id}`,
    )
  expect(await historyOf(user.id)).toEqual(['hash 2', 'hash 3', 'hash 4', 'hash 5', 'hash 6'])
})

test('SECURITY 32: the history says by whom each password was set: by its holder, by another, or by nobody who is signed in', async () => {
  const [user, other] = [await world.addUser(company), await world.addUser(company)]
  const { api } = await world.signIn(user)
  await api.account.changeSetting({
    setting: 'password',
    currentPassword: PASSWORD,
    password: 'a sunny day in Bandung',
  })
  await confirm(await linkFor(user), 'a rainy day in Bogor')
  await world.owner.run(sql`with actor as (select set_config('app.user_id', ${other.id}, true))
    update auth_user set password_hash = 'by another' from actor where id = ${user.id}`)
  expect((await settersOf(user.id)).map(({ actorId }) => actorId)).toEqual([
    null,
    user.id,
    user.id,
    other.id,
  ])
})

test('SECURITY 6, 32: the same password under newer parameters keeps by whom and when it was set', async () => {
  const [user, other] = [await world.addUser(company), await world.addUser(company)]
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  await world.owner.run(sql`with actor as (select set_config('app.user_id', ${other.id}, true))
    update auth_user set password_hash = ${weak} from actor where id = ${user.id}`)
  const before = await settersOf(user.id)
  await world.signIn(user)
  expect((await historyOf(user.id)).at(-1)).not.toBe(weak)
  expect(await settersOf(user.id)).toEqual(before)
  expect(before.at(-1)?.actorId).toBe(other.id)
})

test('DOMAIN 9: changes in parallel leave five as well', async () => {
  const user = await world.addUser(company)
  await Promise.all(
    Array.from({ length: 12 }, (_, number) =>
      world.owner.run(
        sql`update auth_user set password_hash = ${`hash ${number}`} where id = ${user.id}`,
      ),
    ),
  )
  expect(await historyOf(user.id)).toHaveLength(5)
})

test('SECURITY 6: every one of the commonest passwords is refused, and all of them are long enough to be', async () => {
  const { checkPassword } = await import('./rules.ts')
  const { readFileSync } = await import('node:fs')
  const common = readFileSync(new URL('common.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(common.length).toBeGreaterThanOrEqual(3000)
  const about = { fullName: '', email: null, phone: null, companies: [] }
  for (const password of common)
    expect(() => checkPassword(password.toUpperCase(), about)).toThrow('most common')
})

test('hashes wait in a queue, and one too many is a quick 503', async () => {
  const { createHashing } = await import('./hashing.ts')
  const hashing = createHashing({ concurrency: 1, maxWaiting: 2 })
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => hashing.verify(null, 'x')),
  )
  expect(
    results.map((result) =>
      result.status === 'fulfilled' ? 'done' : (result.reason as { status: number }).status,
    ),
  ).toEqual(['done', 'done', 'done', 503, 503])
  expect(await hashing.verify(await hashing.hash('pass'), 'pass')).toBe(true)
})
