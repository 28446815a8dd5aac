import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  allConsents,
  createRegistrationWorld,
  tokenIn,
  type RegistrationWorld,
} from './registration-world.ts'

let world: RegistrationWorld
beforeAll(async () => void (world = await createRegistrationWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('SECURITY 11, 12: the code', () => {
  const submit = async (token: string, code: string, version = 2) =>
    await world.anybody.remoteRegistration.submit({ token, version, code, consents: allConsents })

  test('twenty wrong tries at once spend five and burn it', async () => {
    const { id, token } = await world.invited()
    const code = await world.codeSent(token)
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, async () => await submit(token, wrong(code))),
    )
    expect(
      tries.every(
        (one) => one.status === 'rejected' && (one.reason as { code: string }).code === 'otp-wrong',
      ),
    ).toBe(true)
    await expect(submit(token, code)).rejects.toEqual(refusedWith('otp-wrong'))
    const [row] = await world.rows<{ code_hash: null }>(
      'select code_hash from crm_bib.investor_token where investor_id = $1',
      [id],
    )
    expect(row?.code_hash).toBeNull()
  })

  test('lives five minutes; four wrong tries leave it alive, an incomplete case does not spend it', async () => {
    const { token, sent } = await world.invited()
    const code = await world.codeSent(token)
    for (let index = 0; index < 4; index++)
      await expect(submit(token, wrong(code))).rejects.toEqual(refusedWith('otp-wrong'))
    await expect(submit(token, code, sent.investor.version)).rejects.toEqual(
      refusedWith('kyc-incomplete'),
    )
    world.pass(301)
    await expect(submit(token, code)).rejects.toEqual(refusedWith('otp-wrong'))
  })

  test('a new one after 60 seconds kills the earlier, five an hour', async () => {
    const { token, sent } = await world.invited()
    const first = await world.codeSent(token)
    await expect(world.anybody.remoteRegistration.sendCode({ token })).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 60,
    })
    const second = await world.codeSent(token)
    if (first !== second)
      await expect(submit(token, first)).rejects.toEqual(refusedWith('otp-wrong'))
    await expect(submit(token, second, sent.investor.version)).rejects.toEqual(
      refusedWith('kyc-incomplete'),
    )
    for (let index = 0; index < 3; index++) await world.codeSent(token)
    await expect(world.codeSent(token)).rejects.toEqual(refusedWith('codes-spent'))
    world.pass(3600)
    expect(await world.codeSent(token)).toMatch(/^\d{6}$/)
  })

  test('goes to the phone that the RM entered: the holder of the link cannot replace it', async () => {
    const { id, token, sent } = await world.invited()
    const { save } = world.anybody.remoteRegistration
    const given = { token, version: sent.investor.version }
    await expect(save({ ...given, individual: { phone: '081299999999' } })).rejects.toMatchObject({
      kind: { code: 'field-not-open' },
      errors: [{ pointer: '/individual/phone', code: 'phone-of-rm' }],
    })
    await expect(save({ ...given, individual: { phone: null } })).rejects.toEqual(
      refusedWith('field-not-open'),
    )
    // The same number in another notation changes nothing.
    await save({ ...given, individual: { phone: '0812 0000 0001' } })
    expect(await world.as('rm').investors.get({ id })).toMatchObject({ phone: '+6281200000001' })
    await world.codeSent(token)
    expect(await world.lastMessage()).toMatchObject({ to: '+6281200000001' })
  })

  test('where the RM entered no phone the investor does, and may correct it; an earlier code is then worth nothing', async () => {
    const { id, version } = await world.as('rm').investors.create({
      kind: 'individual',
      fullName: 'Tanpa Nomor',
      email: 'tanpa@example.co.id',
    })
    await world.as('rm').remoteRegistration.sendLink({ id, version, channel: 'email' })
    const token = tokenIn(await world.lastMessage())
    const { save, view } = world.anybody.remoteRegistration
    const put = async (phone: string) =>
      await save({ token, version: (await view({ token })).version, individual: { phone } })
    await put('081277777771')
    const code = await world.codeSent(token)
    const { version: last } = await put('081277777772')
    await expect(submit(token, code, last)).rejects.toEqual(refusedWith('otp-wrong'))
  })

  test('is kept as a keyed hash', async () => {
    const { id, token } = await world.invited()
    const code = await world.codeSent(token)
    const [row] = await world.rows<{ token: string }>(
      'select to_jsonb(t)::text as token from crm_bib.investor_token t where investor_id = $1',
      [id],
    )
    expect(row?.token).toContain('code_hash')
    expect(row?.token).not.toMatch(new RegExp(`\\b${code}\\b`))
  })
})
