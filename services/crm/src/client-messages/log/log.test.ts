import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { code, createMessagesWorld, type MessagesWorld } from '../testing/messages-world.ts'

let world: MessagesWorld
let id: string
beforeAll(async () => {
  world = await createMessagesWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.reset()
  world.time.now = new Date('2026-11-23T03:00:00Z')
  await world.useWhatsapp()
  id = await world.client()
})
const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (problem: Problem) => [problem.status, problem.code],
  )

describe('the log of a client', () => {
  test('shows kind, channel, masked address and state to the RM and the office', async () => {
    await world.send({ investorId: id, kind: 'approval-code', values: code })
    await world.send({ investorId: id, kind: 'refund-paid' })
    await world.run()
    for (const name of ['rina', 'ratna', 'agus'] as const) {
      const { items } = await world.as(name).clientMessages.list({ id })
      expect(
        items.map(({ kind, channel, state, canResend }) => [kind, channel, state, canResend]),
      ).toEqual(
        expect.arrayContaining([
          ['refund-paid', 'email', 'sent', true],
          ['approval-code', 'sms', 'sent', false],
        ]),
      )
      expect(items[0]).not.toHaveProperty('values')
    }
  })

  test('SECURITY 22: is not seen by another RM or another company', async () => {
    await world.send({ investorId: id, kind: 'refund-paid' })
    for (const name of ['oscar', 'fajar', 'fitri'] as const) {
      expect(await refused(world.as(name).clientMessages.list({ id }))).toEqual([404, 'not-found'])
      expect(await refused(world.as(name).clientMessages.preference({ id }))).toEqual([
        404,
        'not-found',
      ])
    }
  })

  test('pages through all of them', async () => {
    for (let n = 0; n < 5; n++) await world.send({ investorId: id, kind: 'refund-paid' })
    const first = await world.as('rina').clientMessages.list({ id, limit: 3 })
    const rest = await world
      .as('rina')
      .clientMessages.list({ id, limit: 3, cursor: first.nextCursor ?? '' })
    const ids = [...first.items, ...rest.items].map((one) => one.id)
    expect([new Set(ids).size, rest.nextCursor]).toEqual([5, null])
  })
})

describe('sending again', () => {
  const only = async () => (await world.logged())[0]?.id ?? ''

  test('sends what failed with the same values, by the channel preferred now', async () => {
    await world.send({ investorId: id, kind: 'refund-paid' })
    world.inbox.isDown = true
    await expect(world.run('message', { attempt: 25 })).rejects.toThrow('503')
    world.inbox.isDown = false
    await world.prefer(id, 'sms')
    const messageId = await only()
    expect(await world.as('ratna').clientMessages.resend({ id, messageId })).toMatchObject({
      channel: 'sms',
    })
    // The job of the first message does not send it too.
    await world.run()
    expect(world.inbox.received).toMatchObject([{ channel: 'sms' }])
    expect(world.inbox.received[0]?.text).toContain('Rp 1')
  })

  test('is refused for codes and links, for what still waits, and to RMs', async () => {
    await world.send({ investorId: id, kind: 'approval-code', values: code })
    const messageId = await only()
    await world.run()
    expect(await refused(world.as('ratna').clientMessages.resend({ id, messageId }))).toEqual([
      409,
      'wrong-state',
    ])
    expect(await refused(world.as('rina').clientMessages.resend({ id, messageId }))).toEqual([
      403,
      'forbidden',
    ])
    expect(await refused(world.as('fitri').clientMessages.resend({ id, messageId }))).toEqual([
      404,
      'not-found',
    ])
  })
})

describe('a link that the RM sends', () => {
  const send = async (channel: 'sms' | 'email' | 'whatsapp') => {
    const { version } = await world.as('rina').investors.get({ id })
    return await world.as('rina').remoteRegistration.sendLink({ id, version, channel })
  }

  test('goes by the chosen channel, which the answer names', async () => {
    expect(await send('whatsapp')).toMatchObject({
      channel: 'whatsapp',
      sentTo: expect.stringMatching(/77$/),
    })
    expect(await world.jobs()).toMatchObject([{ payload: { channel: 'whatsapp' } }])
    expect(await send('sms')).toMatchObject({ channel: 'sms' })
  })

  test('is refused, and nothing is sent instead, where the company does not send by it', async () => {
    await world.useWhatsapp(null)
    expect(await refused(send('whatsapp'))).toEqual([422, 'channel-not-offered'])
    expect([await world.jobs(), await world.logged()]).toEqual([[], []])
  })
})

describe('the preference of a client', () => {
  const stated = {
    channel: 'whatsapp',
    language: 'en',
    takesReminders: false,
    takesStatements: true,
  } as const

  test('starts with nothing stated, and is changed by RM and office, one after the other', async () => {
    expect(await world.as('rina').clientMessages.preference({ id })).toEqual({
      channel: null,
      language: null,
      takesReminders: true,
      takesStatements: true,
      version: 0,
      hasWhatsapp: true,
    })
    const first = await world.as('rina').clientMessages.setPreference({ id, ...stated, version: 0 })
    expect(first).toEqual({ ...stated, version: 1, hasWhatsapp: true })
    const stale = world.as('ratna').clientMessages.setPreference({ id, ...stated, version: 0 })
    expect(await refused(stale)).toEqual([409, 'stale-version'])
    const second = world.as('ratna').clientMessages.setPreference({ id, ...stated, version: 1 })
    expect(await second).toMatchObject({ version: 2 })
  })

  test('SECURITY 32: is audited, and of the own book and company only', async () => {
    await world.as('rina').clientMessages.setPreference({ id, ...stated, version: 0 })
    const [entry] = await world.rows(
      `select actor_id is not null as known, action from auth_bib.auth_user_action_log where entity = 'client_preference' and entity_id = $1`,
      [id],
    )
    expect(entry).toEqual({ known: true, action: 'create' })
    for (const name of ['oscar', 'fajar'] as const)
      expect(
        await refused(world.as(name).clientMessages.setPreference({ id, ...stated, version: 1 })),
      ).toEqual([404, 'not-found'])
    expect(
      await refused(world.as('agus').clientMessages.setPreference({ id, ...stated, version: 1 })),
    ).toEqual([403, 'forbidden'])
  })

  test('decides what is sent: reminders may be declined, confirmations never', async () => {
    await world.as('rina').clientMessages.setPreference({ id, ...stated, version: 0 })
    const values = {
      investorName: 'Siti',
      rmName: 'Rina',
      companyName: 'X',
      band: '3',
      until: '2027',
    }
    expect(
      await world.send({ investorId: id, kind: 'risk-profile-expires', values }),
    ).toBeUndefined()
    expect(await world.send({ investorId: id, kind: 'refund-paid' })).toMatchObject({
      channel: 'whatsapp',
    })
  })
})
