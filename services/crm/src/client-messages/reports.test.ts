import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { noFaults, statusBody, type WhatsappStatus } from '@rmtools/kit/testing-whatsapp'
import { otherCompany } from '../testing/crm-world.ts'
import { createMessagesWorld, VERIFY_TOKEN, type MessagesWorld } from './testing/messages-world.ts'

let world: MessagesWorld
beforeAll(async () => {
  world = await createMessagesWorld()
  await world.useWhatsapp()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.reset()
  Object.assign(world.whatsapp.faults, noFaults())
  world.time.now = new Date('2026-11-23T03:00:00Z')
})

/** A message that WhatsApp accepted. */
async function accepted() {
  const investorId = await world.client()
  await world.prefer(investorId, 'whatsapp')
  await world.send({ investorId, kind: 'refund-paid' })
  await world.run()
  const message = world.whatsapp.kept.at(-1)
  if (!message) throw new Error('WhatsApp got nothing')
  return { ...message, investorId }
}
const logged = async () => (await world.logged()).find(({ channel }) => channel === 'whatsapp')
const sms = async () => (await world.logged()).filter(({ channel }) => channel === 'sms')

describe('a report', () => {
  test.each<[WhatsappStatus[], string]>([
    [['sent', 'delivered', 'read'], 'read'],
    [['read', 'delivered', 'sent'], 'read'],
    [['delivered', 'delivered'], 'delivered'],
    [['delivered', 'failed'], 'delivered'],
    [['failed', 'delivered'], 'delivered'],
    [['failed', 'sent'], 'failed'],
    [['read', 'failed', 'sent'], 'read'],
  ])('%j leaves it %s', async (statuses, state) => {
    const message = await accepted()
    for (const status of statuses) expect(await world.whatsapp.report(message, status)).toBe(200)
    expect(await logged()).toMatchObject({ state })
    await world.run('message.fall-back')
    expect(await sms()).toHaveLength(state === 'failed' ? 1 : 0)
  })

  test('may come before the answer of the API was noted', async () => {
    const message = await accepted()
    await world.rows(
      `update crm_bib.client_message set state = 'queued', provider_id = null, sent_at = null`,
    )
    await world.whatsapp.report(message, 'delivered')
    expect(await logged()).toMatchObject({ state: 'delivered', provider_id: message.id })
  })

  test('of a batch: each state is noted, those of strangers are passed over', async () => {
    const [first, second] = [await accepted(), await accepted()]
    const entries = [
      statusBody(first, 'read'),
      statusBody({ ...first, data: crypto.randomUUID() }, 'read'),
      statusBody({ ...first, data: 'not-an-id' }, 'read'),
      statusBody({ ...first, data: undefined }, 'read'),
      statusBody(second, 'delivered'),
    ].flatMap(({ entry }) => entry)
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: entries })
    expect(await world.whatsapp.post(body)).toBe(200)
    const states = (await world.logged()).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['delivered', 'read'])
  })

  test('of something else, such as a message of a client, changes nothing', async () => {
    await accepted()
    for (const body of [
      '{}',
      '{"entry":1}',
      '{"entry":[null,{"changes":[{"value":null}]}]}',
      '{"entry":[{"changes":[{"value":{"messages":[{"from":"62812","text":{"body":"x"}}]}}]}]}',
    ])
      expect(await world.whatsapp.post(body)).toBe(200)
    expect(await logged()).toMatchObject({ state: 'sent' })
  })

  test('SECURITY 22: by another number does not touch a message of this company', async () => {
    const message = await accepted()
    expect(await world.whatsapp.report({ ...message, sender: '999999' }, 'failed')).toBe(200)
    expect(await logged()).toMatchObject({ state: 'sent' })
  })

  test('SECURITY 22: of one company’s message is written in its scope only', async () => {
    const message = await accepted()
    await world.whatsapp.report(message, 'delivered')
    expect(await world.asService('select id from crm_bib.client_message', otherCompany)).toEqual([])
  })

  test('never lies in the future', async () => {
    const message = await accepted()
    await world.whatsapp.report(message, 'delivered', { timestamp: '99999999999' })
    const [row] = await world.rows('select delivered_at from crm_bib.client_message')
    expect(row).toEqual({ delivered_at: world.time.now })
  })
})

describe('a message that failed', () => {
  test('but was delivered after all is shown as delivered, without the reason', async () => {
    const message = await accepted()
    for (const status of ['failed', 'delivered'] as const)
      await world.whatsapp.report(message, status)
    expect(await logged()).toMatchObject({ state: 'delivered', error_code: null, failed_at: null })
  })

  test('and was sent again is shown as delivered when it arrives all the same', async () => {
    const message = await accepted()
    await world.whatsapp.report(message, 'failed')
    await world
      .as('ratna')
      .clientMessages.resend({ id: message.investorId, messageId: (await logged())?.id ?? '' })
    await world.whatsapp.report(message, 'delivered')
    const [first] = await world.logged()
    expect(first).toMatchObject({ state: 'delivered', error_code: null })
  })

  test('falls back to SMS now, once, though the report comes twice', async () => {
    const message = await accepted()
    const later = (await world.jobs('message.fall-back'))[0]?.runAt ?? new Date(0)
    await world.rows(
      `update crm_jobs._private_jobs set run_at = now() + interval '10 minutes' where key like 'fall-back:%'`,
    )
    expect(later.getTime()).toBe(world.time.now.getTime() + 600_000)
    for (let time = 0; time < 2; time++) await world.whatsapp.report(message, 'failed')
    const [job] = await world.rows<{ due: boolean }>(
      `select run_at <= now() as due from crm_jobs._private_jobs where key like 'fall-back:%'`,
    )
    expect(job).toEqual({ due: true })
    await world.run('message.fall-back')
    expect(await logged()).toMatchObject({ state: 'fell-back', error_code: '131026' })
    await world.whatsapp.report(message, 'failed')
    await world.whatsapp.report(message, 'delivered')
    // The SMS is sent already: the log shows both, and when the first one arrived.
    expect(await logged()).toMatchObject({ state: 'fell-back', error_code: '131026' })
    const { items } = await world.as('rina').clientMessages.list({ id: message.investorId })
    expect(items.find(({ channel }) => channel === 'whatsapp')).toMatchObject({
      state: 'fell-back',
      deliveredAt: world.time.now.toISOString(),
    })
    expect(await sms()).toHaveLength(1)
  })

  test('no text waits in a job once a message was delivered or read', async () => {
    for (const status of ['delivered', 'read'] as const) {
      const message = await accepted()
      await world.rows(
        `update crm_jobs._private_jobs set run_at = now() + interval '10 minutes' where key like 'fall-back:%'`,
      )
      await world.whatsapp.report(message, status)
      const due = await world.rows<{ due: boolean }>(
        `select run_at <= now() as due from crm_jobs._private_jobs where key like 'fall-back:%'`,
      )
      expect(due).toEqual([{ due: true }])
      await world.run('message.fall-back')
      expect(await world.jobs('message.fall-back')).toEqual([])
    }
    expect(await sms()).toEqual([])
  })

  test('falls back once when reports and timers race', async () => {
    const message = await accepted()
    const [timer] = await world.jobs('message.fall-back')
    await Promise.all(
      Array.from({ length: 8 }, async () => [
        await world.whatsapp.report(message, 'failed'),
        await world.work('message.fall-back', timer?.payload),
      ]),
    )
    expect(await sms()).toHaveLength(1)
    expect((await world.jobs()).filter(({ payload }) => payload.channel === 'sms')).toHaveLength(1)
  })

  test('that was delivered while the timer waited is not told twice', async () => {
    world.whatsapp.faults.reports = ['sent', 'delivered']
    world.whatsapp.faults.reportAfterMs = 20
    await accepted()
    await expect.poll(async () => (await logged())?.state).toBe('delivered')
    await world.run('message.fall-back')
    expect(await sms()).toEqual([])
  })
})

describe('SECURITY 26: the webhook', () => {
  test.each(['wrong', 'none'] as const)('refuses a %s signature', async (signature) => {
    const message = await accepted()
    world.whatsapp.faults.signature = signature
    expect(await world.whatsapp.report(message, 'failed')).toBe(401)
    expect(await logged()).toMatchObject({ state: 'sent' })
  })

  test('refuses what is not JSON', async () => {
    expect(await world.whatsapp.post('not json')).toBe(400)
  })

  test('answers the challenge to who knows the token only', async () => {
    const ask = async (token: string, challenge = '1158201444') =>
      await world.service.call('whatsappReports.verify', {
        url: '/crm/whatsapp/reports',
        params: {},
        query: { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': challenge },
        headers: {},
        body: null,
        requestId: crypto.randomUUID(),
        ip: null,
        isTrusted: true,
      })
    const right = await ask(VERIFY_TOKEN)
    expect([right.status, String(right.body)]).toEqual([200, '1158201444'])
    expect(right.headers['content-type']).toBe('text/plain')
    expect((await ask('guessed')).status).toBe(403)
    expect((await ask(VERIFY_TOKEN, '<script>')).status).toBe(400)
    const refused = await world
      .as()
      .whatsappReports.push({})
      .catch((problem: Problem) => problem.status)
    expect(refused).toBe(401)
  })
})
