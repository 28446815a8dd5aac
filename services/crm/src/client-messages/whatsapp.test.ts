import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noFaults } from '@rmtools/kit/testing-whatsapp'
import {
  code,
  createMessagesWorld,
  PHONE,
  SENDER,
  type MessagesWorld,
} from './testing/messages-world.ts'

let world: MessagesWorld
let investorId: string
beforeAll(async () => {
  world = await createMessagesWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.reset()
  Object.assign(world.whatsapp.faults, noFaults())
  world.time.now = new Date('2026-11-23T03:00:00Z')
  await world.useWhatsapp()
  investorId = await world.client()
  await world.prefer(investorId, 'whatsapp', 'en')
})

const sendRefund = async () => await world.send({ investorId, kind: 'refund-paid' })
const states = async () =>
  (await world.logged()).map(({ channel, state, error_code }) => [channel, state, error_code])

describe('a client who prefers WhatsApp', () => {
  test('gets the approved template, in the own language', async () => {
    expect(await sendRefund()).toEqual({
      channel: 'whatsapp',
      sentTo: expect.stringMatching(/77$/),
    })
    await world.run()
    expect(world.whatsapp.kept).toMatchObject([
      {
        sender: SENDER,
        to: PHONE,
        template: expect.stringMatching(/^rmtools_refund_paid_[0-9a-f]{6}$/),
        language: 'en',
        parameters: ['Siti', 'Rp 1', 'Kas', 'Rina', 'Mandala'],
      },
    ])
    const [logged] = await world.logged()
    expect(logged).toMatchObject({ state: 'sent', provider_id: world.whatsapp.kept[0]?.id })
    expect(world.whatsapp.kept[0]?.data).toBe(logged?.id)
  })

  test('gets codes by the authentication template', async () => {
    await world.send({ investorId, kind: 'approval-code', values: code })
    await world.run()
    expect(world.whatsapp.kept).toMatchObject([
      { template: 'rmtools_approval_code', parameters: ['482913'], button: '482913' },
    ])
  })

  test('of a company without a WhatsApp number is written to by e-mail, and by SMS for codes', async () => {
    await world.useWhatsapp(null)
    expect(await sendRefund()).toMatchObject({ channel: 'email' })
    expect(await world.send({ investorId, kind: 'approval-code', values: code })).toMatchObject({
      channel: 'sms',
    })
  })
})

describe('a WhatsApp message that is not delivered', () => {
  test('is sent by SMS at once when the API refuses it for good', async () => {
    world.whatsapp.faults.refusals.push({ status: 400, code: 131026 })
    await sendRefund()
    await world.run()
    expect(await states()).toEqual(
      expect.arrayContaining([
        ['whatsapp', 'fell-back', '131026'],
        ['sms', 'queued', null],
      ]),
    )
    await world.run()
    expect(world.inbox.received).toMatchObject([
      { channel: 'sms', to: PHONE, text: expect.stringContaining('was refunded') },
    ])
    const [first, second] = (await world.logged()).toSorted((a) => (a.channel === 'sms' ? 1 : -1))
    expect(first?.replaced_by).toBe(second?.id)
    expect(first?.id).not.toBe(second?.id)
  })

  test.each([
    ['refund-paid', 600_000, undefined],
    ['approval-code', 30_000, code],
  ] as const)('%s is sent by SMS when the time is up, once', async (kind, after, values) => {
    await world.send({ investorId, kind, ...(values ? { values } : {}) })
    await world.run()
    const [timer] = await world.jobs('message.fall-back')
    expect(timer?.runAt).toEqual(new Date(world.time.now.getTime() + after))
    for (let time = 0; time < 2; time++) await world.work('message.fall-back', timer?.payload)
    expect((await states()).toSorted()).toEqual([
      ['sms', 'queued', null],
      ['whatsapp', 'fell-back', 'not-delivered'],
    ])
  })

  test('is sent once when sixteen timers race', async () => {
    await sendRefund()
    await world.run()
    const [timer] = await world.jobs('message.fall-back')
    await Promise.all(
      Array.from({ length: 16 }, async () => await world.work('message.fall-back', timer?.payload)),
    )
    expect(await world.logged()).toHaveLength(2)
    expect(await world.jobs()).toHaveLength(1)
  })

  test('is not sent by SMS if it was delivered', async () => {
    await sendRefund()
    await world.run()
    await world.rows(`update crm_bib.client_message set state = 'delivered'`)
    await world.run('message.fall-back')
    expect(await states()).toEqual([['whatsapp', 'delivered', null]])
  })

  test('reaches the client by SMS though the API throttles, and WhatsApp is not tried again then', async () => {
    world.whatsapp.faults.refusals.push({ status: 429, code: 130429 })
    await sendRefund()
    await expect(world.run('message', { attempt: 1 })).rejects.toThrow('130429')
    expect(await states()).toEqual([['whatsapp', 'queued', null]])
    const [again] = await world.jobs()
    await world.run('message.fall-back')
    await world.work('message', again?.payload)
    expect(world.whatsapp.kept).toEqual([])
    expect((await states()).toSorted()).toEqual([
      ['sms', 'queued', null],
      ['whatsapp', 'fell-back', 'not-delivered'],
    ])
  })

  test('with an invalid token is given up at once with the name of the setting, and goes by SMS', async () => {
    world.whatsapp.faults.refusals.push({ status: 401, code: 190 })
    await sendRefund()
    const error = await world.run('message', { attempt: 1 }).catch((fault: unknown) => fault)
    expect(error).toMatchObject({
      name: 'UnfitJob',
      message: expect.stringContaining('WHATSAPP_TOKEN'),
    })
    expect(await states()).toEqual([['whatsapp', 'failed', 'not-set-up']])
    await world.run('message.fall-back')
    expect((await states()).toSorted()).toEqual([
      ['sms', 'queued', null],
      ['whatsapp', 'fell-back', 'not-set-up'],
    ])
  })
})

describe('a worker that is killed', () => {
  const jobOf = async () => (await world.jobs())[0]?.payload

  test('before the API was asked: the message is sent by the next one, with one timer', async () => {
    await sendRefund()
    const job = await jobOf()
    world.whatsapp.faults.refusals.push({ status: 503, code: null })
    await expect(world.work('message', job, { attempt: 1 })).rejects.toThrow('503')
    await world.work('message', job, { attempt: 2 })
    expect(world.whatsapp.kept).toHaveLength(1)
    expect(await world.jobs('message.fall-back')).toHaveLength(1)
  })

  test('after the API accepted it: told twice, with the same id, as the API knows no idempotency', async () => {
    await sendRefund()
    const job = await jobOf()
    await world.work('message', job)
    await world.rows(`update crm_bib.client_message set state = 'queued', provider_id = null`)
    await world.work('message', job)
    expect(new Set(world.whatsapp.kept.map(({ data }) => data)).size).toBe(1)
    expect(world.whatsapp.kept).toHaveLength(2)
  })

  test('between the decision to fall back and the SMS: the SMS is a job of the same transaction', async () => {
    world.whatsapp.faults.refusals.push({ status: 400, code: 131026 })
    await sendRefund()
    const job = await jobOf()
    await world.work('message', job)
    // The job was not marked as done: the next worker does it again.
    await world.work('message', job)
    expect(world.whatsapp.kept).toEqual([])
    expect((await world.jobs()).filter(({ payload }) => payload.channel === 'sms')).toHaveLength(1)
  })
})
