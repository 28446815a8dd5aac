import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { companyScope } from '@rmtools/kit/scope'
import { company, otherCompany } from '../testing/crm-world.ts'
import { sendToClient } from './send-to-client.ts'
import {
  code,
  createMessagesWorld,
  PHONE,
  refund,
  type MessagesWorld,
} from './testing/messages-world.ts'

let world: MessagesWorld
beforeAll(async () => {
  world = await createMessagesWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.reset()
  // 10.00 WIB: nothing waits for the morning.
  world.time.now = new Date('2026-11-23T03:00:00Z')
})

const origin = { requestId: 'test', ip: null, device: null }

describe('a message to a client', () => {
  test('goes by e-mail, by SMS without an address, or as the client prefers', async () => {
    const [both, phoneOnly, preferring] = [
      await world.client(),
      await world.client(),
      await world.client(),
    ]
    await world.rows('update crm_bib.investor set email = null where id = $1', [phoneOnly])
    await world.prefer(preferring, 'sms')
    const sent = []
    for (const investorId of [both, phoneOnly, preferring])
      sent.push(await world.send({ investorId, kind: 'refund-paid' }))
    expect(sent).toEqual([
      { channel: 'email', sentTo: 's***@mail.example' },
      { channel: 'sms', sentTo: expect.stringMatching(/^\+62.*77$/) },
      { channel: 'sms', sentTo: expect.stringMatching(/^\+62.*77$/) },
    ])
    expect((await world.jobs()).map(({ payload }) => [payload.channel, payload.to])).toEqual([
      ['email', 'siti@mail.example'],
      ['sms', PHONE],
      ['sms', PHONE],
    ])
  })

  test('is in the language of the client, and in both by e-mail when none is stated', async () => {
    const [stated, silent] = [await world.client(), await world.client()]
    await world.prefer(stated, null, 'en')
    await world.send({ investorId: stated, kind: 'refund-paid' })
    await world.send({ investorId: silent, kind: 'refund-paid' })
    const [english, mixed] = (await world.jobs()).map(({ payload }) => payload.text)
    expect(english).toMatch(/^Dear Siti/)
    expect(english).not.toContain('Yth.')
    expect(mixed).toMatch(/^Yth\. Siti[^]*Dear Siti/)
  })

  test('goes by e-mail and phone where both are wanted', async () => {
    const investorId = await world.client()
    await world.send({ investorId, kind: 'refund-paid', isByBoth: true })
    expect((await world.logged()).map(({ channel }) => channel).toSorted()).toEqual([
      'email',
      'sms',
    ])
  })

  test('SECURITY 33: leaves a line in the log, with a masked address and without code or link', async () => {
    const investorId = await world.client()
    await world.send({ investorId, kind: 'approval-code', values: code })
    await world.send({ investorId, kind: 'refund-paid' })
    const [ofCode, ofRefund] = await world.logged()
    expect(ofCode).toMatchObject({
      kind: 'approval-code',
      channel: 'sms',
      state: 'queued',
      values: null,
    })
    expect(ofRefund).toMatchObject({
      channel: 'email',
      sent_to: 's***@mail.example',
      values: { id: refund },
    })
    expect(JSON.stringify(await world.logged())).not.toMatch(/482913|81200000077|siti@mail/)
  })

  test('is kept like the rest of the relationship: the service cannot delete its line', async () => {
    await world.send({ investorId: await world.client(), kind: 'refund-paid' })
    for (const table of ['client_message', 'client_told'])
      await expect(
        world.asService(`delete from crm_bib.${table} returning id`, company),
      ).rejects.toThrow('permission denied')
    expect(await world.logged()).toHaveLength(1)
  })

  test('without an address is logged as failed, and no job is left behind', async () => {
    const investorId = await world.client()
    await world.rows('update crm_bib.investor set email = null, phone = null where id = $1', [
      investorId,
    ])
    expect(await world.send({ investorId, kind: 'refund-paid' })).toBeUndefined()
    expect(await world.logged()).toMatchObject([
      { state: 'failed', error_code: 'no-address', sent_to: null },
    ])
    expect(await world.jobs()).toEqual([])
  })

  test('is not logged when the transaction of its cause fails', async () => {
    const investorId = await world.client()
    const failing = world.database.transaction(companyScope(company), origin, async (tx) => {
      const id = crypto.randomUUID()
      await sendToClient(tx, { id, kind: 'refund-paid', investorId, values: refund })
      throw new Error('the cause failed')
    })
    await expect(failing).rejects.toThrow('the cause failed')
    expect([await world.logged(), await world.jobs()]).toEqual([[], []])
  })

  test('SECURITY 22: of another company’s investor is not sent, nor its log seen', async () => {
    const investorId = await world.client()
    const foreign = world.database.transaction(companyScope(otherCompany), origin, async (tx) => {
      const id = crypto.randomUUID()
      await sendToClient(tx, { id, kind: 'refund-paid', investorId, values: refund })
    })
    await expect(foreign).rejects.toThrow('not there')
    await world.send({ investorId, kind: 'refund-paid' })
    const log = 'select id from crm_bib.client_message'
    expect(await world.asService(log, otherCompany)).toEqual([])
    expect(await world.asService(log, company)).toHaveLength(1)
  })

  test('of sixteen at once: each is logged and queued once', async () => {
    const investorId = await world.client()
    await Promise.all(
      Array.from({ length: 16 }, async () => await world.send({ investorId, kind: 'refund-paid' })),
    )
    const ids = new Set((await world.jobs()).map(({ payload }) => payload.id))
    expect([ids.size, (await world.logged()).length]).toEqual([16, 16])
  })
})

describe('the log', () => {
  test('says failed when the provider refused for the last time, and sent when it took it later', async () => {
    await world.send({ investorId: await world.client(), kind: 'refund-paid' })
    world.inbox.isDown = true
    await expect(world.run('message', { attempt: 1 })).rejects.toThrow('503')
    expect(await world.logged()).toMatchObject([{ state: 'queued' }])
    await expect(world.run('message', { attempt: 25 })).rejects.toThrow('503')
    expect(await world.logged()).toMatchObject([{ state: 'failed', error_code: 'not-accepted' }])
    world.inbox.isDown = false
    await world.run()
    expect(await world.logged()).toMatchObject([
      { state: 'sent', error_code: null, failed_at: null },
    ])
  })

  test('a job that is done again after its message was sent sends nothing', async () => {
    await world.send({ investorId: await world.client(), kind: 'refund-paid' })
    const [job] = await world.jobs()
    for (let time = 0; time < 2; time++) await world.work('message', job?.payload)
    expect(world.inbox.received).toHaveLength(1)
  })

  test('a job of an earlier release, which names no company, is still sent', async () => {
    const message = { id: crypto.randomUUID(), channel: 'sms', to: '+628120000', text: 'x' }
    await world.work('message', message)
    expect([world.inbox.received, await world.logged()]).toEqual([[message], []])
  })
})

describe('in the quiet hours', () => {
  beforeEach(() => void (world.time.now = new Date('2026-11-23T15:30:00Z')))

  test('what is not urgent waits for the morning, once, and is sent then', async () => {
    await world.send({ investorId: await world.client(), kind: 'refund-paid' })
    const [job] = await world.jobs()
    // A worker that was killed after it had put the message off does it again.
    for (let time = 0; time < 2; time++) await world.work('message', job?.payload)
    const waiting = await world.jobs()
    const morning = new Date('2026-11-24T00:00:00Z')
    expect(waiting.map(({ runAt }) => runAt)).toEqual([morning])
    expect(await world.logged()).toMatchObject([{ state: 'queued', waits_until: morning }])
    world.time.now = morning
    await world.run()
    expect(world.inbox.received).toHaveLength(1)
    expect(await world.logged()).toMatchObject([{ state: 'sent' }])
  })

  test('a code and a link that somebody waits for are sent at once', async () => {
    const investorId = await world.client()
    await world.send({ investorId, kind: 'approval-code', values: code })
    await world.send({
      investorId,
      kind: 'approval-link',
      values: { ...refund, link: 'https://x' },
    })
    await world.run()
    expect(world.inbox.received).toHaveLength(2)
  })

  test('are those of the company', async () => {
    const hours = (from: string, until: string) =>
      world.rows(
        `update crm_bib.known_company set settings = settings || jsonb_build_object('quietFrom', $2::text, 'quietUntil', $3::text) where company_id = $1`,
        [company, from, until],
      )
    await hours('23:00', '06:00')
    await world.send({ investorId: await world.client(), kind: 'refund-paid' })
    await world.run()
    expect(world.inbox.received).toHaveLength(1)
    await hours('21:00', '07:00')
  })
})
