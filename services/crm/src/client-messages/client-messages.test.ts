import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { Database } from '@rmtools/kit/db'
import { companyScope } from '@rmtools/kit/scope'
import { company, createCrmWorld, otherCompany, type CrmWorld } from '../testing/crm-world.ts'
import { sendToClient, type ClientMessage } from './send-to-client.ts'

let world: CrmWorld
let database: Database
/** The development inbox: takes every message, or fails while `isDown`. */
const inbox: { server: Server; isDown: boolean; ids: string[] } = {
  isDown: false,
  ids: [],
  server: createServer(async (request, response) => {
    const { id } = (await new Response(request as never).json()) as { id: string }
    if (!inbox.isDown) inbox.ids.push(id)
    response.writeHead(inbox.isDown ? 503 : 204).end()
  }),
}
beforeAll(async () => {
  await new Promise<void>((done) => inbox.server.listen(0, '127.0.0.1', done))
  const address = inbox.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  world = await createCrmWorld(undefined, { INBOX_URL: `http://127.0.0.1:${port}/messages` })
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 20 })
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
  inbox.server.close()
})
beforeEach(async () => {
  Object.assign(inbox, { isDown: false, ids: [] })
  await world.rows('delete from crm_jobs._private_jobs')
  await world.rows('delete from crm_bib.client_message')
  await world.rows('delete from crm_bib.client_preference')
})

const origin = { requestId: 'test', ip: null, device: null }
const code = { code: '482913', companyName: 'Mandala', minutes: '5' }
const refund = {
  investorName: 'Siti',
  rmName: 'Rina',
  companyName: 'Mandala',
  productName: 'Kas',
  amount: 'Rp 1',
}

type Contacts = { email?: string | undefined; phone?: string | undefined }
async function clientWith({
  email = 'siti@mail.example',
  phone = '+6281200000077',
}: Contacts = {}): Promise<string> {
  const { id } = await world
    .as('rina')
    .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
  await world.rows('update crm_bib.investor set email = $2, phone = $3 where id = $1', [
    id,
    email,
    phone,
  ])
  return id
}
const send = async (message: Partial<ClientMessage> & { investorId: string; kind: MessageKind }) =>
  await database.transaction(
    companyScope(company),
    origin,
    async (tx) => await sendToClient(tx, { id: crypto.randomUUID(), values: refund, ...message }),
  )
const prefer = async (id: string, channel: string | null, language: string | null = null) =>
  await world.rows(
    'insert into crm_bib.client_preference (id, company_id, channel, language) values ($1, $2, $3, $4)',
    [id, company, channel, language],
  )
const logged = async () =>
  await world.rows<Record<string, unknown>>(
    'select * from crm_bib.client_message order by created_at, id',
  )
const jobs = async () =>
  await world.jobs<{ id: string; channel: string; to: string; text: string }>('message')
/** Runs every waiting message, as the worker does. */
async function deliver(): Promise<void> {
  for (const { payload } of await jobs()) await world.work('message', payload)
}

describe('a message to a client', () => {
  test('goes by e-mail, by SMS without an address, or as the client prefers', async () => {
    const [both, phoneOnly, preferring] = [
      await clientWith(),
      await clientWith(),
      await clientWith(),
    ]
    await world.rows('update crm_bib.investor set email = null where id = $1', [phoneOnly])
    await prefer(preferring, 'sms')
    const sent = []
    for (const investorId of [both, phoneOnly, preferring])
      sent.push(await send({ investorId, kind: 'refund-paid' }))
    expect(sent).toEqual([
      { channel: 'email', sentTo: 's***@mail.example' },
      { channel: 'sms', sentTo: expect.stringMatching(/^\+62.*77$/) },
      { channel: 'sms', sentTo: expect.stringMatching(/^\+62.*77$/) },
    ])
    expect((await jobs()).map(({ payload }) => [payload.channel, payload.to])).toEqual([
      ['email', 'siti@mail.example'],
      ['sms', '+6281200000077'],
      ['sms', '+6281200000077'],
    ])
  })

  test('is in the language of the client, and in both by e-mail when none is stated', async () => {
    const [stated, silent] = [await clientWith(), await clientWith()]
    await prefer(stated, null, 'en')
    await send({ investorId: stated, kind: 'refund-paid' })
    await send({ investorId: silent, kind: 'refund-paid' })
    const [english, mixed] = (await jobs()).map(({ payload }) => payload.text)
    expect(english).toMatch(/^Dear Siti/)
    expect(english).not.toContain('Yth.')
    expect(mixed).toMatch(/^Yth\. Siti[^]*Dear Siti/)
  })

  test('SECURITY 33: leaves a line in the log, with a masked address and without code or link', async () => {
    const investorId = await clientWith()
    await send({ investorId, kind: 'approval-code', values: code })
    await send({ investorId, kind: 'refund-paid' })
    const [ofCode, ofRefund] = await logged()
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
    expect(JSON.stringify(await logged())).not.toMatch(/482913|81200000077|siti@mail/)
  })

  test('without an address is logged as failed, and no job is left behind', async () => {
    const investorId = await clientWith()
    await world.rows('update crm_bib.investor set email = null, phone = null where id = $1', [
      investorId,
    ])
    expect(await send({ investorId, kind: 'refund-paid' })).toBeUndefined()
    expect(await logged()).toMatchObject([
      { state: 'failed', error_code: 'no-address', sent_to: null },
    ])
    expect(await jobs()).toEqual([])
  })

  test('is not logged when the transaction of its cause fails', async () => {
    const investorId = await clientWith()
    const failing = database.transaction(companyScope(company), origin, async (tx) => {
      await sendToClient(tx, {
        id: crypto.randomUUID(),
        kind: 'refund-paid',
        investorId,
        values: refund,
      })
      throw new Error('the cause failed')
    })
    await expect(failing).rejects.toThrow('the cause failed')
    expect([await logged(), await jobs()]).toEqual([[], []])
  })

  test('SECURITY 22: of another company’s investor is not sent, nor its log seen', async () => {
    const investorId = await clientWith()
    const foreign = database.transaction(
      companyScope(otherCompany),
      origin,
      async (tx) =>
        await sendToClient(tx, {
          id: crypto.randomUUID(),
          kind: 'refund-paid',
          investorId,
          values: refund,
        }),
    )
    await expect(foreign).rejects.toThrow('not there')
    await send({ investorId, kind: 'refund-paid' })
    expect(await world.asService('select id from crm_bib.client_message', otherCompany)).toEqual([])
    expect(await world.asService('select id from crm_bib.client_message', company)).toHaveLength(1)
  })

  test('of sixteen at once: each is logged and queued once', async () => {
    const investorId = await clientWith()
    await Promise.all(
      Array.from({ length: 16 }, async () => await send({ investorId, kind: 'refund-paid' })),
    )
    const ids = new Set((await jobs()).map(({ payload }) => payload.id))
    expect([ids.size, (await logged()).length]).toEqual([16, 16])
  })
})

describe('the log', () => {
  test('says failed when the provider refused for the last time, and sent when it took it later', async () => {
    await send({ investorId: await clientWith(), kind: 'refund-paid' })
    const [job] = await jobs()
    inbox.isDown = true
    await expect(world.work('message', job?.payload ?? {}, { attempt: 1 })).rejects.toThrow('503')
    expect(await logged()).toMatchObject([{ state: 'queued' }])
    await expect(world.work('message', job?.payload ?? {}, { attempt: 25 })).rejects.toThrow('503')
    expect(await logged()).toMatchObject([{ state: 'failed', error_code: 'not-accepted' }])
    inbox.isDown = false
    await deliver()
    expect(await logged()).toMatchObject([{ state: 'sent', error_code: null, failed_at: null }])
  })

  test('a job that is done again after its message was sent sends nothing', async () => {
    await send({ investorId: await clientWith(), kind: 'refund-paid' })
    await deliver()
    await deliver()
    expect(inbox.ids).toHaveLength(1)
  })

  test('a job of an earlier release, which names no company, is still sent', async () => {
    const id = crypto.randomUUID()
    await world.work('message', { id, channel: 'sms', to: '+628120000', text: 'x' })
    expect([inbox.ids, await logged()]).toEqual([[id], []])
  })
})
