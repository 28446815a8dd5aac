import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld, type User } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

async function challenge(user?: User) {
  const person = user ?? (await world.addUser(company))
  const device = world.device()
  const seen = world.countTo(person.phone)
  const { challengeId = '' } = await world
    .api()
    .sessions.login({ login: person.email, password: PASSWORD, client: 'mobile', device })
  const code = await world.codeTo(person.phone, seen + 1)
  const wrong = code === '000000' ? '000001' : '000000'
  const verify = async (given: string, change: object = {}) =>
    await world.call('codes.verify', {
      challengeId,
      code: given,
      purpose: 'login',
      deviceId: device.id,
      ...change,
    })
  const resend = async () => await world.call('codes.resend', { challengeId, deviceId: device.id })
  return { person, challengeId, device, code, wrong, verify, resend }
}

const types = (answers: { body: { type?: string | undefined } }[]) =>
  answers.map(({ body }) => body.type?.replace('/problems/', '') ?? 'ok')

test('SECURITY 11: a code is six digits, stored as a keyed hash, valid five minutes, once', async () => {
  const { code, verify, challengeId } = await challenge()
  expect(code).toMatch(/^\d{6}$/)
  const row = await world.owner.one(
    sql<{
      all: string
      hash: Buffer
    }>`select row_to_json(o)::text as all, secret_hash as hash from auth_ott o where challenge_id = ${challengeId}`,
  )
  expect(row?.all).not.toContain(code)
  expect(row?.hash).toHaveLength(32)
  expect((await verify(code)).body['status']).toBe('signed-in')
  expect((await verify(code)).status).toBe(410)

  const late = await challenge()
  world.pass(301)
  expect((await late.verify(late.code)).status).toBe(410)
})

test('SECURITY 11: five wrong tries burn a code', async () => {
  const { code, wrong, verify } = await challenge()
  for (let index = 0; index < 5; index++)
    expect(types([await verify(wrong)])).toEqual(['wrong-code'])
  expect(types([await verify(code)])).toEqual(['code-spent'])
})

test('SECURITY 11: twenty parallel tries spend at most five', async () => {
  const { code, wrong, verify, challengeId } = await challenge()
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify(wrong)))
  expect(types(answers).filter((type) => type === 'wrong-code')).toHaveLength(5)
  expect(
    (
      await world.owner.one(
        sql<{ tries: number }>`select tries from auth_ott where challenge_id = ${challengeId}`,
      )
    )?.tries,
  ).toBe(5)
  expect((await verify(code)).status).toBe(410)
})

test('SECURITY 11: two parallel right ones give one success', async () => {
  const { code, verify, person } = await challenge()
  const answers = await Promise.all([verify(code), verify(code), verify(code)])
  expect(types(answers).sort()).toEqual(['code-spent', 'code-spent', 'ok'])
  expect(
    await world.owner.all(sql`select 1 from auth_session where user_id = ${person.id}`),
  ).toHaveLength(1)
})

test('SECURITY 12: a code is bound to its purpose, device and challenge', async () => {
  const first = await challenge()
  const other = await challenge()
  const refused = [
    await first.verify(first.code, { purpose: 'change-email' }),
    await first.verify(first.code, { deviceId: other.device.id }),
    await first.verify(first.code, { challengeId: other.challengeId }),
  ]
  expect(types(refused)).toEqual(['wrong-code', 'wrong-code', 'wrong-code'])
  expect((await first.verify(first.code)).body['status']).toBe('signed-in')
  expect(types([await first.verify(first.code, { challengeId: crypto.randomUUID() })])).toEqual([
    'code-spent',
  ])
})

test('SECURITY 12: a resend waits sixty seconds, kills the earlier code, and is possible five times an hour', async () => {
  const { person, code, verify, resend } = await challenge()
  const early = await resend()
  expect(early.status).toBe(429)
  expect(Number(early.headers['retry-after'])).toBeGreaterThan(55)
  let newest = code
  for (let times = 1; times <= 5; times++) {
    world.pass(61)
    expect((await resend()).status).toBe(200)
    newest = await world.codeTo(person.phone, times + 1)
  }
  world.pass(61)
  expect((await resend()).status).toBe(429)
  if (newest !== code) expect(types([await verify(code)])).toEqual(['wrong-code'])
  expect((await verify(newest)).body['status']).toBe('signed-in')
})

test('SECURITY 12: many clicks on resend at once send one code', async () => {
  const { person, resend } = await challenge()
  world.pass(61)
  const answers = await Promise.all(Array.from({ length: 8 }, resend))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  await world.codeTo(person.phone, 2)
  expect(world.countTo(person.phone)).toBe(2)
})

test('signing in again on the same device kills the earlier code', async () => {
  const user = await world.addUser(company)
  const device = world.device()
  const ask = async () =>
    await world
      .api()
      .sessions.login({ login: user.email, password: PASSWORD, client: 'mobile', device })
  const first = await ask()
  const code = await world.codeTo(user.phone)
  await ask()
  const answer = await world.call('codes.verify', {
    challengeId: first.challengeId,
    code,
    purpose: 'login',
    deviceId: device.id,
  })
  expect(types([answer])).toEqual(['code-spent'])
})

test('codes are asked for at most twenty times an hour, however many devices are invented', async () => {
  const user = await world.addUser(company)
  const statuses = []
  for (let index = 0; index < 21; index++)
    statuses.push(
      (
        await world.call('sessions.login', {
          login: user.email,
          password: PASSWORD,
          client: 'mobile',
          device: world.device(),
        })
      ).status,
    )
  expect(statuses).toEqual([...Array(20).fill(200), 429])
})

test('a user deactivated between password and code stays out', async () => {
  const { person, code, verify } = await challenge()
  await world.owner.run(sql`update auth_user set status = 'inactive' where id = ${person.id}`)
  expect(types([await verify(code)])).toEqual(['account-inactive'])
})

test('the code speaks the language of its reader, and its destination is masked', async () => {
  const user = await world.addUser(company)
  await world.owner.run(sql`update auth_user set language = 'en' where id = ${user.id}`)
  const answer = await world.api().sessions.login({
    login: user.email,
    password: PASSWORD,
    client: 'mobile',
    device: world.device(),
  })
  expect(answer.destination).toMatch(/^\+62\*+\d{4}$/)
  expect((await world.messageTo(user.phone)).text).toMatch(/^Your RMTools code/)
})
