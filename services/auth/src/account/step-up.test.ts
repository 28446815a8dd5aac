// Operations that would be dangerous on an unlocked, unattended screen ask for the password again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthWorld, PASSWORD, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const MINUTES = 60
const stepUpNeeded = { code: 'step-up-required', status: 403 }
const anyRole = () => ({
  code: `r-${crypto.randomUUID().slice(0, 8)}`,
  name: 'Peran',
  permissions: ['lead.read'],
})

describe('SECURITY 61: a fresh factor', () => {
  test('is asked for ten minutes after the sign-in, also of a token that was renewed meanwhile', async () => {
    const { api, refreshToken, deviceSecret } = await world.signIn(
      await world.addUser(company, 'company-admin'),
    )
    await api.roles.create(anyRole())
    world.pass(9 * MINUTES)
    const renewed = await world.call('sessions.refresh', { refreshToken, deviceSecret })
    const later = world.api({ token: String(renewed.body['accessToken']) })
    await later.roles.create(anyRole())
    world.pass(2 * MINUTES)
    await expect(later.roles.create(anyRole())).rejects.toMatchObject(stepUpNeeded)
    // All other operations still work.
    expect((await later.roles.list()).items.length).toBeGreaterThan(2)
  })

  test('is the right password: the next token goes on, and so does what is renewed from the session', async () => {
    const { api, refreshToken, deviceSecret } = await world.signIn(
      await world.addUser(company, 'company-admin'),
    )
    world.pass(9 * MINUTES + 30)
    await expect(
      api.account.stepUp({ currentPassword: 'wrong wrong wrong' }),
    ).rejects.toMatchObject({ code: 'wrong-password' })
    const { accessToken = '' } = await api.account.stepUp({ currentPassword: PASSWORD })
    world.pass(2 * MINUTES)
    await world.api({ token: accessToken }).roles.create(anyRole())
    const renewed = await world.call('sessions.refresh', { refreshToken, deviceSecret })
    await world.api({ token: String(renewed.body['accessToken']) }).roles.create(anyRole())
  })

  test('is guessed no more often than a password at login, and belongs to its session alone', async () => {
    const user = await world.addUser(company, 'company-admin')
    const [one, other] = [await world.signIn(user), await world.signIn(user)]
    // The clock runs while passwords are hashed: the token's last minute has to last for eleven
    // hashes.
    world.pass(9 * MINUTES)
    await one.api.account.stepUp({ currentPassword: PASSWORD })
    for (let time = 0; time < 10; time++)
      await expect(
        other.api.account.stepUp({ currentPassword: 'wrong wrong wrong' }),
      ).rejects.toMatchObject({ code: 'wrong-password' })
    await expect(other.api.account.stepUp({ currentPassword: PASSWORD })).rejects.toMatchObject({
      status: 429,
    })
    const renewed = await world.call('sessions.refresh', {
      refreshToken: other.refreshToken,
      deviceSecret: other.deviceSecret,
    })
    world.pass(2 * MINUTES)
    await expect(
      world.api({ token: String(renewed.body['accessToken']) }).roles.create(anyRole()),
    ).rejects.toMatchObject(stepUpNeeded)
  })
})
