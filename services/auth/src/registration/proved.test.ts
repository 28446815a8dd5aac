// An address is verified when the code sent to it is entered. An address that was only stated is a
// claim.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

let counter = 0
const PASSWORD = 'rembulan di atas awan'
const nationally = (phone: string) => phone.replace(/^0/, '+62')

/** An application whose code was sent to `channel` and entered. */
async function applied(change: { email?: string; phone?: string; channel?: 'email' | 'sms' } = {}) {
  const number = String(++counter).padStart(4, '0')
  const input = {
    fullName: 'Siti Rahmawati',
    email: `claim${number}@example.co.id`,
    phone: `0815000${number}0`,
    password: PASSWORD,
    companyId: company,
    deviceId: crypto.randomUUID(),
    channel: 'sms' as const,
    ...change,
  }
  const to = input.channel === 'email' ? input.email : nationally(input.phone)
  const seen = world.countTo(to)
  const { status, body } = await world.call('registration.register', input)
  if (status !== 202) return { input, answer: body }
  const code = await world.codeTo(to, seen + 1)
  const { challengeId } = body
  const verified = await world.call('codes.verify', {
    challengeId,
    code,
    purpose: 'register',
    deviceId: input.deviceId,
  })
  return { input, answer: verified.body }
}
const isUnique = async (login: string) =>
  (await world.api().registration.verifyUnique({ login })).unique

describe('SECURITY 54: an e-mail address that was only claimed', () => {
  test('blocks nobody: its owner registers and proves it, and the claim gets nothing', async () => {
    const email = 'direktur@bankbesar.example'
    expect((await applied({ email })).answer['status']).toBe('pending')
    expect(await isUnique(email)).toBe(true)
    const owner = await applied({ email, channel: 'email' })
    expect(owner.answer['status']).toBe('pending')
    expect(await isUnique(email)).toBe(false)
    expect((await applied({ email, channel: 'email' })).answer.type).toBe(
      '/problems/user-email-taken',
    )
  })

  test('receives neither notices nor a link; the proven phone is notified', async () => {
    const admin = await world.signIn(await world.addUser(company, 'company-admin'))
    const { input, answer } = await applied()
    const id = String(answer['userId'])
    const user = await admin.api.users.get({ id })
    expect([user.isEmailProved, user.isPhoneProved]).toEqual([false, true])
    const told = world.countTo(nationally(input.phone))
    await admin.api.users.approveOrReject({ id, decision: 'approve', version: user.version })
    expect((await world.messageTo(nationally(input.phone), told + 1)).text).toContain('disetujui')
    await world.call('passwords.requestReset', { login: input.email })
    await world.call('passwords.requestReset', { login: nationally(input.phone) })
    expect((await world.messageTo(nationally(input.phone), told + 2)).text).toContain('#')
    expect(world.countTo(input.email)).toBe(0)
  })
})

describe('SECURITY 54: a phone that was only claimed', () => {
  test('is not a second factor: the code of a sign-in goes to the e-mail address that was proved', async () => {
    const admin = await world.signIn(await world.addUser(company, 'company-admin'))
    const { input, answer } = await applied({ channel: 'email' })
    const id = String(answer['userId'])
    const user = await admin.api.users.get({ id })
    expect([user.isEmailProved, user.isPhoneProved]).toEqual([true, false])
    await admin.api.users.approveOrReject({ id, decision: 'approve', version: user.version })
    const device = world.device()
    const mails = world.countTo(input.email)
    const { body } = await world.call('sessions.login', {
      login: input.email,
      password: PASSWORD,
      client: 'mobile',
      device,
    })
    expect(body['channel']).toBe('email')
    await vi.waitFor(() => expect(world.countTo(input.email)).toBeGreaterThan(mails))
    expect(world.countTo(nationally(input.phone))).toBe(0)
    expect(await isUnique(nationally(input.phone))).toBe(true)
  })
})

test('SECURITY 54: what an administrator entered is vouched for, and taken', async () => {
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const created = await admin.api.users.create({
    fullName: 'Budi',
    email: 'budi.baru@example.co.id',
    role: 'rm',
  })
  expect(created.isEmailProved).toBe(true)
  expect(await isUnique('budi.baru@example.co.id')).toBe(false)
})
