import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
})
afterAll(async () => await world[Symbol.asyncDispose]())

let counter = 0
function application(change: object = {}) {
  const number = String(++counter).padStart(4, '0')
  return {
    fullName: 'Siti Rahmawati',
    email: `applicant${number}@example.co.id`,
    phone: `0813000${number}0`,
    password: 'rembulan di atas awan',
    companyId: company,
    deviceId: crypto.randomUUID(),
    ...change,
  }
}

async function register(change: object = {}) {
  const input = application(change)
  const answer = await world.call('registration.register', input)
  const verify = async () => {
    const to = input.phone.replace(/^0/, '+62')
    return await world.call('codes.verify', {
      challengeId: answer.body['challengeId'],
      code: await world.codeTo(to),
      purpose: 'register',
      deviceId: input.deviceId,
    })
  }
  return { input, answer, verify }
}

const login = async (email: string, password: string) =>
  await world.call('sessions.login', {
    login: email,
    password,
    client: 'mobile',
    device: world.device(),
  })

test('an RM registers, proves the phone, is approved and signs in', async () => {
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const { input, answer, verify } = await register()
  expect([answer.status, answer.body['status'], answer.body['accessToken']]).toEqual([
    202,
    'challenge',
    undefined,
  ])
  expect((await admin.api.users.list({ search: 'applicant0001' })).items).toEqual([])
  const proved = await verify()
  expect([proved.body['status'], proved.body['accessToken']]).toEqual(['pending', undefined])
  expect((await login(input.email, input.password)).body.type).toBe('/problems/account-pending')
  const [user] = (await admin.api.users.list({ status: 'pending', search: input.email })).items
  expect(
    (await admin.api.notifications.list()).items.map(({ kind, link }) => [kind, link]),
  ).toContainEqual(['user.registered', `/users/${user?.id}`])
  await admin.api.users.approveOrReject({
    id: user?.id ?? '',
    decision: 'approve',
    version: user?.version ?? 0,
  })
  expect((await world.messageTo(input.phone.replace(/^0/, '+62'), 2)).text).toContain('disetujui')
  expect((await login(input.email, input.password)).body['status']).toBe('challenge')
  await vi.waitFor(() =>
    expect(world.told.users.filter(({ id }) => id === user?.id).at(-1)).toMatchObject({
      status: 'active',
      companyIds: [company],
      phone: input.phone.replace(/^0/, '+62'),
    }),
  )
})

test('SECURITY 20: registration sets no role, status or company beyond the one applied to', async () => {
  for (const extra of [
    { role: 'company-admin' },
    { status: 'active' },
    { companyIds: [company] },
    { roleId: crypto.randomUUID() },
  ]) {
    const { answer } = await register(extra)
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'unknown'])
  }
  const { answer, verify, input } = await register()
  expect(answer.status).toBe(202)
  await verify()
  const row = await world.owner.one(sql`
    select u.status, u.company_ids, r.code from auth_user u join auth_membership m on m.user_id = u.id join auth_role r on r.id = m.role_id where u.email = ${input.email}`)
  expect(row).toEqual({ status: 'pending', companyIds: [company], code: 'rm' })
})

test('one cannot apply to a closed company or to the platform', async () => {
  const closed = await world.addCompany('Closed')
  await world.owner.run(sql`update auth_company set is_active = false where id = ${closed}`)
  const platform = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${platform}`)
  for (const companyId of [closed, platform, crypto.randomUUID()])
    expect((await register({ companyId })).answer.status).toBe(404)
})

test('SECURITY 6: common, short, long and personal passwords are refused with the reason', async () => {
  const reasons = async (password: string) => (await register({ password })).answer.body.type
  expect(await reasons('short')).toBe('/problems/password-too-short')
  expect(await reasons('elevenchars')).toBe('/problems/password-too-short')
  expect(await reasons('é'.repeat(11))).toBe('/problems/password-too-short')
  expect(await reasons('x'.repeat(129))).toBe('/problems/password-too-long')
  expect(await reasons('QWERTY123456')).toBe('/problems/password-too-common')
  for (const weak of [
    ' '.repeat(12),
    'a'.repeat(40),
    '😀'.repeat(12),
    'rmtools rmtools',
    'rahasia-rahasia-',
    'abababababab',
  ])
    expect([weak, await reasons(weak)]).toEqual([weak, '/problems/password-too-common'])
  expect(await reasons('xx RAHMAWATI xx')).toBe('/problems/password-personal')
  expect(await reasons(`pw0813000${String(counter + 1).padStart(4, '0')}0!!`)).toBe(
    '/problems/password-personal',
  )
  expect(await reasons(`applicant${String(counter + 1).padStart(4, '0')} x`)).toBe(
    '/problems/password-personal',
  )
  expect(await reasons('sinar fortuna 1')).toBe('/problems/password-personal')
  expect((await register({ password: '🐘🦊🐯🦁🐘🐘🦊🦊🐯🐯🦁🦁' })).answer.status).toBe(202)
  expect((await register({ password: 'yang-'.repeat(25) + 'xyz' })).answer.status).toBe(202)
})

test('an address that nobody proved does not lock its owner out', async () => {
  const squatter = await register()
  const owner = await register({ email: squatter.input.email, phone: '081355501230' })
  expect(owner.answer.status).toBe(202)
  expect((await owner.verify()).body['status']).toBe('pending')
  // Each code was sent to a different phone: the e-mail address stays a claim of both.
  expect((await squatter.verify()).body['status']).toBe('pending')
  expect((await register({ phone: owner.input.phone })).answer.body.type).toBe(
    '/problems/user-phone-taken',
  )
})

test('a user who lost the code of a registration gets another at login', async () => {
  const { input } = await register()
  const answer = await login(input.email, input.password)
  expect([answer.body['status'], answer.body['purpose']]).toEqual(['challenge', 'register'])
})

test('SECURITY 19: verify-unique answers { unique } and nothing else', async () => {
  const { email, phone } = await world.addUser(company)
  const { input } = await register()
  const ask = async (login: string) =>
    (await world.call('registration.verifyUnique', { login })).body
  for (const taken of [email, email.toUpperCase(), phone, phone.replace('+62', '0')])
    expect(await ask(taken)).toEqual({ unique: false })
  for (const free of [input.email, 'free@example.co.id', '081399999999', 'neither'])
    expect(await ask(free)).toEqual({ unique: true })
  const operation = world.auth.service.operations.find(
    ({ id }) => id === 'registration.verifyUnique',
  )
  expect(operation?.spec.throttle).toEqual({ points: 10, seconds: 60, by: 'address' })
})

test('SECURITY 19: companies are the active ones with id, name and logo', async () => {
  const closed = await world.addCompany('Zulu Closed')
  await world.owner.run(sql`update auth_company set is_active = false where id = ${closed}`)
  const { items } = await world.api().registration.companies()
  expect(items).toContainEqual({ id: company, name: 'Sinar Fortuna', logo: null })
  expect(items.map(({ name }) => name)).not.toContain('Zulu Closed')
  for (const item of items) expect(Object.keys(item).sort()).toEqual(['id', 'logo', 'name'])
})

test('SECURITY 28: hostile input is 400, never 500', async () => {
  const hostile = ['\u0000', '\ud800', "' or 1=1 --", '<script>', 'x'.repeat(100_000)]
  for (const text of hostile)
    for (const change of [
      { fullName: text },
      { email: text },
      { companyId: text },
      { password: text },
      { phone: text },
    ])
      expect((await register(change)).answer.status).toBeLessThan(500)
  expect((await login('\u0000', PASSWORD)).status).toBe(400)
})
