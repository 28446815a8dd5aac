import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'
import { sessionCalls } from '../testing/session-calls.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const { attempt } = sessionCalls(() => world)

test('SECURITY 2: after ten wrong passwords the right one gets the same 429, and works when the wait is over', async () => {
  const { email } = await world.addUser(company)
  for (let index = 0; index < 10; index++)
    expect((await attempt(email, 'wrong password here')).status).toBe(401)
  const wrong = await attempt(email, 'wrong password here')
  const right = await attempt(email, PASSWORD)
  expect(wrong.status).toBe(429)
  expect(right.status).toBe(429)
  expect({ ...right.body, instance: '' }).toEqual({ ...wrong.body, instance: '' })
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(25)
  world.pass(31)
  expect((await attempt(email, PASSWORD)).body['status']).toBe('challenge')
})

test('SECURITY 43: a clock that was a day ahead for a while keeps nobody out for longer than the longest wait', async () => {
  const { email } = await world.addUser(company)
  world.pass(86_400)
  for (let index = 0; index < 11; index++) await attempt(email, 'wrong password here')
  world.pass(-86_400)
  const waiting = await attempt(email, PASSWORD)
  expect([waiting.status, Number(waiting.headers['retry-after']) <= 900]).toEqual([429, true])
  world.pass(901)
  expect((await attempt(email, PASSWORD)).body['status']).toBe('challenge')
})

test('SECURITY 2: each further wait is twice as long, up to fifteen minutes', async () => {
  const { email } = await world.addUser(company)
  for (let index = 0; index < 10; index++) await attempt(email, 'wrong password here')
  const waits: number[] = []
  for (let index = 0; index < 8; index++) {
    const wait = Number((await attempt(email, 'wrong password here')).headers['retry-after'])
    waits.push(Math.round(wait / 10) * 10)
    world.pass(wait + 1)
    expect((await attempt(email, 'wrong password here')).status).toBe(401)
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900])
})

test('SECURITY 3: fifty wrong logins in parallel count as fifty, and ten reach the hash', async () => {
  const { id, email } = await world.addUser(company)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => attempt(email, 'wrong password here')),
  )
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect([count(401), count(429)]).toEqual([10, 40])
  expect(
    (
      await world.owner.one(
        sql<{ failedAttempts: number }>`select failed_attempts from auth_user where id = ${id}`,
      )
    )?.failedAttempts,
  ).toBe(50)
  expect(
    await world.owner.all(
      sql`select 1 from auth_login_log where user_id = ${id} and outcome = 'failure'`,
    ),
  ).toHaveLength(50)
})

test('SECURITY 4: a stranger cannot lock the owner out of a known device', async () => {
  const user = await world.addUser(company)
  const { device, deviceSecret } = await world.signIn(user)
  for (let index = 0; index < 12; index++)
    await attempt(user.email, 'wrong password here', { ip: '10.4.0.9' })
  expect((await attempt(user.email, PASSWORD, { ip: '10.4.0.9' })).status).toBe(429)
  const owner = await attempt(user.email, PASSWORD, {
    ip: '10.4.0.9',
    device: { ...device, secret: deviceSecret },
  })
  expect(owner.body['status']).toBe('signed-in')
})

test('SECURITY 4: X-Forwarded-For changes neither the throttle nor the address in the log', async () => {
  const { id, email } = await world.addUser(company)
  for (let index = 0; index < 10; index++)
    await attempt(email, 'wrong password here', {
      ip: '10.4.1.1',
      headers: { 'x-forwarded-for': `1.2.3.${index}` },
    })
  expect(
    (await attempt(email, PASSWORD, { ip: '10.4.1.1', headers: { 'x-forwarded-for': '9.9.9.9' } }))
      .status,
  ).toBe(429)
  const ips = await world.owner.all(
    sql<{ ip: string }>`select distinct ip from auth_login_log where user_id = ${id}`,
  )
  expect(ips).toEqual([{ ip: '10.4.1.1' }])
})

test('SECURITY 4: many addresses together do not get many guesses', async () => {
  const { email } = await world.addUser(company)
  const statuses = await Promise.all(
    Array.from({ length: 110 }, (_, index) =>
      attempt(email, 'wrong password here', { ip: `10.5.0.${index}` }),
    ),
  )
  expect(statuses.filter(({ status }) => status === 401)).toHaveLength(100)
})
