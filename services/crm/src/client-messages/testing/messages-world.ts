// crm with an inbox and a WhatsApp server, clients to write to, and the log.
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { Database } from '@rmtools/kit/db'
import type { JobContext } from '@rmtools/kit/jobs'
import { companyScope } from '@rmtools/kit/scope'
import { startWhatsapp } from '@rmtools/kit/testing-whatsapp'
import { company, createCrmWorld } from '../../testing/crm-world.ts'
import { sendToClient, type ClientMessage } from '../send-to-client.ts'

export const SENDER = '106540352242922'
export const APP_SECRET = 'secret-of-the-app'
export const PHONE = '+6281200000077'
export const VERIFY_TOKEN = 'verify-token-of-tests'
const TOKEN = 'token-of-the-system-user'
const origin = { requestId: 'test', ip: null, device: null }

export const code = { code: '482913', companyName: 'Mandala', minutes: '5' }
export const refund = {
  investorName: 'Siti',
  rmName: 'Rina',
  companyName: 'Mandala',
  productName: 'Kas',
  amount: 'Rp 1',
}

export type Logged = {
  id: string
  kind: string
  channel: string
  state: string
  error_code: string | null
  sent_to: string | null
  provider_id: string | null
  replaced_by: string | null
  failed_at: Date | null
  waits_until: Date | null
  fall_back_at: Date | null
  values: object | null
}
export type Queued = { id: string; channel: string; to: string; text: string }

/** Starts it. The development inbox takes every SMS and e-mail, or fails while `isDown`. */
export async function createMessagesWorld() {
  const inbox = { isDown: false, received: [] as Queued[] }
  const server = createServer(async (request, response) => {
    const message = JSON.parse((await request.toArray()).join('')) as Queued
    if (!inbox.isDown) inbox.received.push(message)
    response.writeHead(inbox.isDown ? 503 : 204).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hook: { url?: string } = {}
  const whatsapp = await startWhatsapp({
    token: TOKEN,
    appSecret: APP_SECRET,
    senders: [SENDER],
    webhook: () => hook.url,
  })
  const world = await createCrmWorld(undefined, {
    INBOX_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    WHATSAPP_URL: whatsapp.url,
    WHATSAPP_TOKEN: TOKEN,
    WHATSAPP_APP_SECRET: APP_SECRET,
    WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
  })
  const webhook = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const reply = await world.service.call('whatsappReports.push', {
      url: '/crm/whatsapp/reports',
      params: {},
      query: {},
      headers: request.headers as Record<string, string>,
      body,
      requestId: crypto.randomUUID(),
      ip: null,
      isTrusted: true,
    })
    response.writeHead(reply.status).end()
  }).listen(0, '127.0.0.1')
  await once(webhook, 'listening')
  hook.url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`
  const database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 20 })
  const jobs = async (task = 'message') => await world.jobs<Queued>(task)
  return {
    ...world,
    inbox,
    whatsapp,
    database,
    /** Forgets what earlier tests sent and received. */
    async reset() {
      Object.assign(inbox, { isDown: false, received: [] })
      whatsapp.kept.splice(0)
      await world.rows('delete from crm_jobs._private_jobs')
      await world.rows('delete from crm_bib.client_message')
      await world.rows('delete from crm_bib.client_preference')
    },
    /** A client of Rina's with a phone and an e-mail address. */
    async client(): Promise<string> {
      const { id } = await world
        .as('rina')
        .investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
      await world.rows('update crm_bib.investor set email = $2, phone = $3 where id = $1', [
        id,
        'siti@mail.example',
        PHONE,
      ])
      return id
    },
    async prefer(id: string, channel: string | null, language: string | null = null) {
      await world.rows(
        `insert into crm_bib.client_preference (id, company_id, channel, language) values ($1, $2, $3, $4)
         on conflict (id) do update set channel = excluded.channel, language = excluded.language`,
        [id, company, channel, language],
      )
    },
    async useWhatsapp(sender: string | null = SENDER) {
      await world.rows(
        `update crm_bib.known_company set settings = settings || jsonb_build_object('whatsappPhoneId', $2::text) where company_id = $1`,
        [company, sender],
      )
    },
    send: async (message: Partial<ClientMessage> & { investorId: string; kind: MessageKind }) =>
      await database.transaction(
        companyScope(company),
        origin,
        async (tx) =>
          await sendToClient(tx, { id: crypto.randomUUID(), values: refund, ...message }),
      ),
    logged: async () =>
      await world.rows<Logged>('select * from crm_bib.client_message order by created_at, id'),
    jobs,
    /** Runs the jobs of a task that wait, as the worker does; a failed one stays. */
    async run(task = 'message', context: Partial<JobContext> = {}): Promise<void> {
      for (const { id, payload } of await jobs(task)) {
        await world.work(task, payload, context)
        await world.rows('delete from crm_jobs._private_jobs where id = $1', [id])
      }
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
      await whatsapp[Symbol.asyncDispose]()
      server.close()
      webhook.close()
    },
  }
}
export type MessagesWorld = Awaited<ReturnType<typeof createMessagesWorld>>
