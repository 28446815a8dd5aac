// The contract refuses, with a pointer to the field, every phone number that the table would
// refuse, wherever one is entered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rmtools/kit/db'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
let home: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany('Sinar Fortuna')
  home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
})
afterAll(async () => await world[Symbol.asyncDispose]())

const faults = async (call: Promise<unknown>) =>
  await call.then(
    () => 'taken',
    (problem: { status: number; errors?: { pointer: string; code: string }[] }) => [
      problem.status,
      problem.errors,
    ],
  )

test.each([
  ['089532970888633', 'phone'],
  ['+1234567890123456', 'phone'],
  ['(021) 555-1234 ext. 12', 'phone-extension'],
])('%s', async (phone, code) => {
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const platform = await world.signIn(await world.addUser(home, 'platform-admin'))
  const person = { fullName: 'Siti', email: `siti-${code}@example.co.id` }
  const refusal = (pointer: string) => [400, [{ pointer, code }]]
  expect(await faults(admin.api.users.create({ ...person, role: 'rm', phone }))).toEqual(
    refusal('/phone'),
  )
  expect(
    await faults(
      admin.api.account.changeSetting({ setting: 'phone', phone, currentPassword: PASSWORD }),
    ),
  ).toEqual(refusal('/phone'))
  const created = platform.api.companies.create({
    name: 'Mandala',
    code: 'mandala',
    admin: { ...person, phone },
  })
  expect(await faults(created)).toEqual(refusal('/admin/phone'))
  const applied = await world.call('registration.register', {
    ...person,
    phone,
    password: 'rembulan di atas awan',
    companyId: company,
    deviceId: crypto.randomUUID(),
  })
  expect([applied.status, applied.body['errors']]).toEqual(refusal('/phone'))
})

test('a number as it was pasted is the same number, at sign-in too', async () => {
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const person = { fullName: 'Siti', email: 'siti-pasted@example.co.id', role: 'rm' }
  const created = await admin.api.users.create({
    ...person,
    phone: '\u202a+62 (0) 812\u20119940\u20110010\u202c',
  })
  expect(created.phone).toBe('+6281299400010')
  for (const search of [
    '0812-9940-0010',
    '+62 812\u20119940\u20110010',
    '(0812) 9940',
    'siti-pasted',
  ])
    expect((await admin.api.users.list({ search })).items.map(({ id }) => id)).toEqual([created.id])
  expect(
    await world.call('registration.verifyUnique', { login: '0062\u00a0812-9940-0010' }),
  ).toMatchObject({ body: { unique: false } })
})
