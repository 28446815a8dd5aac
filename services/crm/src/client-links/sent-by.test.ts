// By which channels a link can go out, how it went out, and the registration link in the RM's hand.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { channelsOf, type MessengerConfig } from '@rmtools/kit/messengers'
import { noFaults } from '@rmtools/kit/testing-whatsapp'
import {
  createMessagesWorld,
  PHONE,
  type MessagesWorld,
} from '../client-messages/testing/messages-world.ts'
import { refusal } from './testing/acts.ts'

let world: MessagesWorld
let id: string
beforeAll(async () => void (world = await createMessagesWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.reset()
  Object.assign(world.whatsapp.faults, noFaults())
  world.time.now = new Date('2026-11-23T03:00:00Z')
  await world.useWhatsapp()
  id = await world.client()
})

const links = () => world.as('rina').clientLinks
const registration = () => ({ kind: 'registration', id }) as const
async function send(channel: 'sms' | 'email' | 'whatsapp') {
  const { version } = await world.as('rina').investors.get({ id })
  return await world.as('rina').remoteRegistration.sendLink({ id, version, channel })
}
const messages = async () => (await links().get(registration())).link?.messages

describe('the channels of a client', () => {
  test('are those with an address and a way out, masked, with the preferred one first chosen', async () => {
    const both = [
      { channel: 'sms', to: expect.stringMatching(/^\+62\*+0077$/) },
      { channel: 'email', to: 's***@mail.example' },
    ]
    const whatsapp = { channel: 'whatsapp', to: expect.stringMatching(/0077$/) }
    expect(await links().ways({ id })).toEqual({ items: [whatsapp, ...both], preferred: 'email' })
    await world.prefer(id, 'whatsapp')
    expect((await links().ways({ id })).preferred).toBe('whatsapp')
    await world.useWhatsapp(null)
    expect(await links().ways({ id })).toEqual({ items: both, preferred: 'email' })
    await world.prefer(id, 'sms')
    expect((await links().ways({ id })).preferred).toBe('sms')
    await world.rows('update crm_bib.investor set phone = null, email = null where id = $1', [id])
    expect(await links().ways({ id })).toEqual({ items: [], preferred: null })
    expect(await refusal(world.as('oscar').clientLinks.ways({ id }))).toBe('404 not-found')
    expect(await refusal(world.as('fajar').clientLinks.ways({ id }))).toBe('404 not-found')
  })

  test('end with what the installation is set up for', () => {
    const none = { SMTP_URL: null, KAFKA_BROKERS: null, WHATSAPP_TOKEN: null, production: true }
    const of = (more: object) => channelsOf({ ...none, ...more } as unknown as MessengerConfig)
    expect(of({})).toEqual([])
    expect(of({ SMTP_URL: 'smtp://mail' })).toEqual(['email'])
    expect(of({ KAFKA_BROKERS: ['kafka'] })).toEqual(['sms', 'email'])
    expect(of({ WHATSAPP_TOKEN: 't', KAFKA_BROKERS: ['kafka'] })).toHaveLength(3)
    expect(of({ production: false })).toHaveLength(3)
  })
})

describe('how a link was sent', () => {
  test('is read from the log: the channel that was used, then its state', async () => {
    await send('sms')
    expect(await messages()).toMatchObject([{ channel: 'sms', state: 'queued', sentAt: null }])
    await world.run()
    expect(await messages()).toMatchObject([
      { channel: 'sms', state: 'sent', sentAt: world.time.now.toISOString() },
    ])
    await send('email')
    expect(await messages()).toMatchObject([{ channel: 'email', sentTo: 's***@mail.example' }])
  })

  test('names both channels after a fall-back', async () => {
    world.whatsapp.faults.refusals.push({ status: 400, code: 131026 })
    await send('whatsapp')
    await world.run()
    await world.run()
    expect(await messages()).toMatchObject([
      { channel: 'whatsapp', state: 'fell-back', errorCode: '131026' },
      { channel: 'sms', state: 'sent' },
    ])
  })

  test('is shown to the office, without the right to take it', async () => {
    await send('sms')
    for (const name of ['ratna', 'ani', 'agus'] as const) {
      const { link } = await world.as(name).clientLinks.get(registration())
      expect(link).toMatchObject({ taking: 'of-another-rm', messages: [{ channel: 'sms' }] })
    }
  })
})

describe('the registration link', () => {
  test('is taken by its RM while it works, and not by others', async () => {
    expect(await refusal(links().take(registration()))).toBe('409 link-ended')
    await send('email')
    const { url, whatsapp } = await links().take(registration())
    expect(whatsapp).toContain(`https://wa.me/${PHONE.slice(1)}?text=`)
    const token = url.split('/').at(-1) ?? ''
    expect(await world.as().remoteRegistration.view({ token })).toMatchObject({
      kind: 'individual',
    })
    for (const name of ['oscar', 'fajar'] as const)
      expect(await refusal(world.as(name).clientLinks.take(registration()))).toBe('404 not-found')
    const { version } = await world.as('rina').investors.get({ id })
    await world.as('rina').remoteRegistration.withdrawLink({ id, version })
    expect(await refusal(links().take(registration()))).toBe('409 link-ended')
    expect(await refusal(world.as().remoteRegistration.view({ token }))).toBe('410 link-void')
  })

  test('that went to an e-mail address before there was a phone is not given out', async () => {
    await world.rows('update crm_bib.investor set phone = null where id = $1', [id])
    await send('email')
    expect(await links().get(registration())).toMatchObject({
      link: { taking: 'link-without-phone' },
    })
    expect(await refusal(links().take(registration()))).toBe('409 link-without-phone')
    await world.rows('update crm_bib.investor set phone = $2 where id = $1', [id, PHONE])
    expect(await refusal(links().take(registration()))).toBe('409 link-without-phone')
  })

  test('stands in no idempotency record, job or row after it was taken', async () => {
    await send('sms')
    await world.run()
    const { url } = await links().take(registration())
    const token = url.split('/').at(-1) ?? ''
    const tables = await world.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('crm_bib', 'auth_bib', 'crm_jobs') and table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const found = await world.rows(`select from ${name} t where t::text like '%' || $1 || '%'`, [
        token,
      ])
      expect([name, found.length]).toEqual([name, 0])
    }
  })
})
