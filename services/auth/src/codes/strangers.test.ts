// Messages that somebody without an account can make us send, and the number of guesses at a code.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld, type User } from '../testing/auth-world.ts'
import type { Answer } from '../testing/calls.ts'

let world: AuthWorld
let company: string
const settings = {
  MESSAGES_PER_DESTINATION: '10',
  MESSAGES_PER_NETWORK: '12',
  MESSAGES_PER_DAY: '120',
  WRONG_CODES_IN_A_ROW: '15',
  OTP_CHALLENGES_PER_HOUR: '1000',
  LOGIN_TRIES: '10',
}
beforeAll(async () => {
  world = await createAuthWorld(settings)
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

let counter = 0
async function register(change: object, ip: string) {
  const number = String(++counter).padStart(5, '0')
  const input = {
    fullName: 'Siti Rahmawati',
    email: `stranger${number}@example.co.id`,
    phone: `0814${number}00`,
    password: 'rembulan di atas awan',
    companyId: company,
    deviceId: crypto.randomUUID(),
    ...change,
  }
  return await world.call('registration.register', input, { ip })
}
const tomorrow = () => world.pass(86_400)
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `10.${index}.0.1`)

describe('SECURITY 53: messages that a stranger causes', () => {
  test('to one number are ten a day, from wherever they are asked for; the next day there are ten again', async () => {
    const phone = '081477770000'
    const answers: Answer[] = []
    for (const ip of addresses(40)) answers.push(await register({ phone }, ip))
    expect(statuses(answers)).toEqual([...Array(10).fill(202), ...Array(30).fill(429)])
    const refused = answers.at(-1)
    expect(refused?.body.type).toBe('/problems/too-many-messages')
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    await vi.waitFor(() => expect(world.countTo('+6281477770000')).toBe(10))
    expect(
      world.logged.filter((line) =>
        line.includes('a message requested without a session was not sent'),
      ).length,
    ).toBeGreaterThanOrEqual(30)
    expect(world.logged.join('')).not.toContain('81477770000')
    tomorrow()
    expect((await register({ phone }, '10.99.0.1')).status).toBe(202)
  })

  test('from one network are limited to whatever numbers they go; an IPv6 address counts as its /64', async () => {
    tomorrow()
    const answers: Answer[] = []
    for (let index = 0; index < 20; index++)
      answers.push(await register({}, `2001:db8:5:6::${index.toString(16)}`))
    expect(statuses(answers)).toEqual([...Array(12).fill(202), ...Array(8).fill(429)])
    expect((await register({}, '2001:db8:5:7::1')).status).toBe(202)
  })

  test('do not keep the owner of a number from signing in with it', async () => {
    tomorrow()
    const user = await world.addUser(company)
    for (const ip of addresses(12)) await register({ phone: user.phone }, ip)
    expect((await world.signIn(user, { ip: '10.77.0.1' })).body['status']).toBe('signed-in')
  })

  test('links to set a new password are limited by destination, too, and the answer does not tell', async () => {
    tomorrow()
    const user = await world.addUser(company)
    for (let hour = 0; hour < 4; hour++) {
      for (let time = 0; time < 5; time++)
        expect(
          (
            await world.call(
              'passwords.requestReset',
              { login: user.email },
              { ip: `10.66.${hour}.${time}` },
            )
          ).status,
        ).toBe(202)
      await vi.waitFor(() => expect(world.countTo(user.email)).toBe(Math.min(10, 5 * (hour + 1))))
      world.pass(3700)
    }
  })

  test('of all strangers together have a budget: the platform is notified once when it is used up', async () => {
    tomorrow()
    const platform = await world.addCompany('Platform')
    await world.owner.run({
      compile: () => ({
        sql: `update auth_company set kind = 'platform' where id = '${platform}'`,
        parameters: [],
      }),
    } as never)
    const admin = await world.addUser(platform, 'platform-admin')
    const answers: Answer[] = []
    for (let index = 0; index < 125; index++) answers.push(await register({}, `10.${index}.0.1`))
    expect(statuses(answers)).toEqual([...Array(120).fill(202), ...Array(5).fill(429)])
    expect((await world.messageTo(admin.email)).text).toContain('sms')
    expect(world.countTo(admin.email)).toBe(1)
    expect(
      world.logged.some((line) => line.includes('the daily budget of messages is used up')),
    ).toBe(true)
    tomorrow()
  }, 60_000)
})

const login = async (name: string, password: string, ip = '10.0.0.9') =>
  await world.call(
    'sessions.login',
    { login: name, password, client: 'mobile', device: world.device() },
    { ip },
  )

test('SECURITY 2: an account is one, whichever of its names is typed', async () => {
  const user = await world.addUser(company)
  for (let time = 0; time < 5; time++)
    for (const name of [user.email, user.phone])
      expect((await login(name, 'wrong wrong wrong')).status).toBe(401)
  expect(statuses([await login(user.email, PASSWORD), await login(user.phone, PASSWORD)])).toEqual([
    429, 429,
  ])
})

test('SECURITY 2, 53: many addresses of one IPv6 network are one source', async () => {
  const user = await world.addUser(company)
  for (let time = 0; time < 10; time++)
    await login(user.email, 'wrong wrong wrong', `2001:db8:9:9::${time}`)
  expect((await login(user.email, PASSWORD, '2001:db8:9:9::ffff')).status).toBe(429)
  expect((await login(user.email, PASSWORD, '2001:db8:9:a::1')).status).toBe(200)
})

/** Enters wrong codes, five for each challenge. */
async function guess(user: User, tries: number): Promise<string[]> {
  const codes: string[] = []
  for (let left = tries; left > 0; left -= 4) {
    const device = world.device()
    const seen = world.countTo(user.phone)
    const { body }: { body: Record<string, unknown> } = await world.call('sessions.login', {
      login: user.email,
      password: PASSWORD,
      client: 'mobile',
      device,
    })
    if (body['status'] !== 'challenge') return [...codes, String(body.type)]
    const right = await world.codeTo(user.phone, seen + 1)
    const code = right === '000000' ? '111111' : '000000'
    for (let time = 0; time < Math.min(4, left); time++) {
      const given = {
        challengeId: body['challengeId'],
        code,
        purpose: 'login',
        deviceId: device.id,
      }
      codes.push(String((await world.call('codes.verify', given)).body.type))
    }
  }
  return codes
}

describe('SECURITY 11: wrong codes in a row', () => {
  test('lock the account, notify its owner, and a new password by link unlocks it', async () => {
    const user = await world.addUser(company)
    const mails = world.countTo(user.email)
    const codes = await guess(user, 15)
    expect(codes).toEqual([...Array(14).fill('/problems/wrong-code'), '/problems/codes-stopped'])
    expect((await world.messageTo(user.email, mails + 1)).text).toContain('kode')
    world.pass(7 * 86_400)
    expect((await login(user.email, PASSWORD)).body.type).toBe('/problems/codes-stopped')
    await world.call('passwords.requestReset', { login: user.email })
    const token =
      /#([\w-]{43})/.exec((await world.messageTo(user.email, mails + 2)).text)?.[1] ?? ''
    expect(
      (await world.call('passwords.confirmReset', { token, newPassword: 'a sunny day in Bandung' }))
        .status,
    ).toBe(200)
    expect((await login(user.email, 'a sunny day in Bandung')).body['status']).toBe('challenge')
  })

  test('are counted from zero after a correct one', async () => {
    const user = await world.addUser(company)
    await guess(user, 12)
    await world.signIn(user)
    expect(await guess(user, 12)).toEqual(Array(12).fill('/problems/wrong-code'))
  })
})

test('SECURITY 13: a sign-in on a new device is reported by e-mail, too', async () => {
  const user = await world.addUser(company)
  const mails = world.countTo(user.email)
  await world.signIn(user)
  expect((await world.messageTo(user.email, mails + 1)).text).toContain('perangkat baru')
})
