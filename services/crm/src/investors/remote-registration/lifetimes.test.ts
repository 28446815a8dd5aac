// A company sets how long links and codes are valid; the messages promise no more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvestorWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createInvestorWorld()
  const settings = { registrationLinkHours: 12, otpSeconds: 120 }
  await world.rows('update crm_bib.known_company set settings = settings || $1', [
    JSON.stringify(settings),
  ])
})
afterAll(async () => await world[Symbol.asyncDispose]())

const lastText = async () => (await world.jobs<{ text: string }>('message')).at(-1)?.text ?? ''
const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })

test('a link and a code of a registration live as long as the company has set', async () => {
  const contact = { email: 'siti@example.co.id', phone: '081200000001' }
  const { id, version } = await world
    .as('rm')
    .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati', ...contact })
  const { expiresAt } = await world
    .as('rm')
    .remoteRegistration.sendLink({ id, version, channel: 'email' })
  expect(expiresAt).toBe('2026-11-23T15:00:00.000Z')
  expect(await lastText()).toContain('kurang dari 1 hari')
  const token = /\/i\/register\/([\w-]{43})/.exec(await lastText())?.[1] ?? ''

  const { remoteRegistration } = world.anybody
  const submitWithCode = async (secondsLater: number) => {
    await remoteRegistration.sendCode({ token })
    const text = await lastText()
    expect(text).toContain('Berlaku 2 menit')
    world.pass(secondsLater)
    const { version: now } = await remoteRegistration.view({ token })
    return await remoteRegistration.submit({
      token,
      version: now,
      code: text.slice(0, 6),
      consents: [],
    })
  }
  // The form is empty, which is reported once the code is correct.
  await expect(submitWithCode(119)).rejects.toEqual(refusedWith('kyc-incomplete'))
  await expect(submitWithCode(121)).rejects.toEqual(refusedWith('otp-wrong'))
})
