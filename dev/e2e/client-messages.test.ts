// Messages to clients over real connections: what WhatsApp reports goes through the gateway as bytes,
// because Meta signs the body as it was sent, and a killed program loses and repeats nothing that the
// protocol of the channel lets it know.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestMailServer, type TestMailServer } from '@rmtools/kit/testing-smtp'
import {
  signatureOf,
  startWhatsapp,
  statusBody,
  type WhatsappServer,
  type WhatsappStatus,
} from '@rmtools/kit/testing-whatsapp'
import { eventually } from '../caller.ts'
import type { System } from '../system.ts'
import { runJobsNow } from './bib.ts'
import { jobsDone } from './books.ts'
import { kill } from './endings.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

const APP_SECRET = 'secret-of-the-app'
const VERIFY_TOKEN = 'entered-at-meta'
const SENDER = '106540352242922'
const PHONE = '+6281234567890'
/** As many states as Meta sends at once. */
const MOST = 1000

const TOKEN = 'token-of-the-system-user'

let system: System
let whatsapp: WhatsappServer
let mail: TestMailServer
let owner: pg.Client
let ids: string[]
beforeAll(async () => {
  const webhook = () => `${system.url}/crm/whatsapp/reports`
  whatsapp = await startWhatsapp({
    token: TOKEN,
    appSecret: APP_SECRET,
    senders: [SENDER],
    webhook,
  })
  mail = await startTestMailServer({ username: 'rmtools', password: 'of-tests' })
  system = await throwAwaySystem({
    arrangement: 'split',
    overrides: {
      WHATSAPP_URL: whatsapp.url,
      WHATSAPP_TOKEN: TOKEN,
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
      SMTP_URL: mail.url,
    },
  })
  owner = new pg.Client(system.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await system[Symbol.asyncDispose]()
  await mail[Symbol.asyncDispose]()
  await whatsapp[Symbol.asyncDispose]()
})

/** As many messages that WhatsApp accepted as Meta reports at once. */
async function acceptedBefore() {
  const { api } = await as(system, 'rina')
  const { id } = await api.investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
  const { rows } = await owner.query<{ id: string }>(
    `insert into crm_bib.client_message (id, company_id, investor_id, kind, channel, state, sender)
     select gen_random_uuid(), i.company_id, i.id, 'refund-paid', 'whatsapp', 'sent', $2
     from crm_bib.investor i, generate_series(1, $3) where i.id = $1 returning id`,
    [id, SENDER, MOST],
  )
  ids = rows.map((row) => row.id)
}

const reportOf = (data: readonly string[], status: WhatsappStatus) => {
  const entry = data.flatMap(
    (id, index) =>
      statusBody({ id: `wamid.${index}`, sender: SENDER, to: PHONE, data: id }, status, more).entry,
  )
  return JSON.stringify({ object: 'whatsapp_business_account', entry })
}
// What a state has besides what we read.
const more = {
  conversation: {
    id: 'f'.repeat(32),
    expiration_timestamp: '1798761600',
    origin: { type: 'utility' },
  },
  pricing: { billable: true, pricing_model: 'PMP', category: 'utility', type: 'regular' },
}

async function post(body: string, headers: Record<string, string> = {}): Promise<number> {
  const reply = await fetch(`${system.url}/crm/whatsapp/reports`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      'x-hub-signature-256': signatureOf(body, APP_SECRET),
      ...headers,
    },
    body,
  })
  await reply.arrayBuffer()
  return reply.status
}

/** The timer of a message that WhatsApp accepted. */
async function fallBackWaits(id: string): Promise<void> {
  await owner.query(
    `select crm_jobs.add_job('message.fall-back', json_build_object('id', m.id, 'companyId', m.company_id, 'to', $2::text, 'text', 'Yth. Siti'),
       run_at => now() + interval '1 hour', job_key => 'fall-back:' || m.id, flags => array['company:' || m.company_id])
     from crm_bib.client_message m where m.id = $1`,
    [id, PHONE],
  )
}

async function states(): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from crm_bib.client_message where id = any ($1) group by 1`,
    [ids],
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe('a report through the gateway', () => {
  beforeEach(acceptedBefore)

  test('with its signature is noted, without a session, an origin or a CSRF token', async () => {
    // Escaped as Meta escapes it: the signature holds for the bytes only.
    const body = reportOf(ids.slice(0, 1), 'read').replace('"utility"', '"utilit\\u0079"')
    expect(await post(body, { 'content-type': 'application/json; charset=utf-8' })).toBe(200)
    expect(await states()).toEqual({ sent: MOST - 1, read: 1 })
  })

  test('of as many states as Meta sends at once is noted', async () => {
    expect(await post(reportOf(ids, 'delivered'))).toBe(200)
    expect(await states()).toEqual({ delivered: MOST })
  })

  test('sixteen times at once is noted once, and one SMS follows', async () => {
    const [id = ''] = ids
    await fallBackWaits(id)
    const body = reportOf([id], 'failed')
    const answers = await Promise.all(Array.from({ length: 16 }, async () => await post(body)))
    expect(new Set(answers)).toEqual(new Set([200]))
    await jobsDone(system)
    expect(await states()).toEqual({ sent: MOST - 1, 'fell-back': 1 })
    const { rows } = await owner.query<{ channel: string }>(
      `select r.channel from crm_bib.client_message m join crm_bib.client_message r
       on r.investor_id = m.investor_id and r.channel = 'sms' where m.id = $1`,
      [id],
    )
    expect(rows).toEqual([{ channel: 'sms' }])
  })

  test.each<[string, number, (body: string) => Promise<number>]>([
    [
      'with another secret',
      401,
      async (body) => await post(body, { 'x-hub-signature-256': signatureOf(body, 'x') }),
    ],
    ['without a signature', 401, async (body) => await post(body, { 'x-hub-signature-256': '' })],
    [
      'changed after it was signed',
      401,
      async (body) =>
        await post(`${body} `, { 'x-hub-signature-256': signatureOf(body, APP_SECRET) }),
    ],
    [
      'of another content type',
      415,
      async (body) => await post(body, { 'content-type': 'text/plain' }),
    ],
    ['that is too large', 413, async (body) => await post(body.padEnd(2 ** 20 + 1))],
    ['that is not JSON', 400, async (body) => await post(body.slice(1))],
  ])('%s is refused with %i and changes nothing', async (_what, status, send) => {
    expect(await send(reportOf(ids.slice(0, 1), 'failed'))).toBe(status)
    expect(await states()).toEqual({ sent: MOST })
  })
})

test('the challenge of Meta is answered through the gateway', async () => {
  const ask = async (token: string) =>
    await fetch(
      `${system.url}/crm/whatsapp/reports?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
    )
  const right = await ask(VERIFY_TOKEN)
  expect([right.status, await right.text()]).toEqual([200, '1158201444'])
  expect((await ask('guessed')).status).toBe(403)
})

describe('SECURITY 39: crm is killed after the provider accepted a message and before we noted it', () => {
  let clients = 0
  /** Sends a link by a channel; the investor to whom it goes. */
  async function sendLink(channel: 'whatsapp' | 'email'): Promise<string> {
    const { api } = await as(system, 'rina')
    const { id, version } = await api.investors.create({
      kind: 'individual',
      fullName: 'Siti Rahmawati',
      email: `${crypto.randomUUID()}@mail.example`,
      phone: `+628129900${String(1000 + clients++)}`,
    })
    await api.remoteRegistration.sendLink({ id, version, channel })
    return id
  }
  const messagesTo = async (investorId: string) =>
    (
      await owner.query<{ id: string; channel: string; state: string }>(
        'select id, channel, state from crm_bib.client_message where investor_id = $1',
        [investorId],
      )
    ).rows
  const again = async () => {
    await kill(system, 'crm')
    await system.restart('crm')
  }

  beforeAll(async () => {
    await owner.query(
      `update crm_bib.known_company set settings = settings || jsonb_build_object('whatsappPhoneId', $1::text)`,
      [SENDER],
    )
  })
  beforeEach(() => void whatsapp.kept.splice(0))

  test('an e-mail goes out again under the same id, by which the receiver drops it', async () => {
    mail.isFrozen = true
    const investorId = await sendLink('email')
    const [logged] = await messagesTo(investorId)
    // Others get e-mails too, such as the notice of a new device.
    const accepted = () =>
      mail.mails.filter(({ text }) => text.includes(`Message-ID: <${logged?.id}@`)).length
    await eventually('the e-mail to be accepted', async () => accepted() === 1)
    mail.isFrozen = false
    await again()
    await jobsDone(system)
    expect(await messagesTo(investorId)).toEqual([
      { id: logged?.id, channel: 'email', state: 'sent' },
    ])
    expect(accepted()).toBe(2)
  })

  test('a WhatsApp message goes out again under the same id, as its API knows no idempotency', async () => {
    whatsapp.faults.isFrozen = true
    const investorId = await sendLink('whatsapp')
    await eventually('WhatsApp to accept it', async () => whatsapp.kept.length === 1)
    whatsapp.faults.isFrozen = false
    await again()
    await jobsDone(system)
    const [logged] = await messagesTo(investorId)
    expect(await messagesTo(investorId)).toEqual([
      { id: logged?.id, channel: 'whatsapp', state: 'sent' },
    ])
    expect(whatsapp.kept.map(({ data }) => data)).toEqual([logged?.id, logged?.id])
  })

  test('a WhatsApp message that was reported meanwhile is not sent again', async () => {
    whatsapp.faults.isFrozen = true
    const investorId = await sendLink('whatsapp')
    await eventually('WhatsApp to accept it', async () => whatsapp.kept.length === 1)
    const [accepted] = whatsapp.kept
    if (!accepted) throw new Error('WhatsApp has nothing')
    // Until the report is read the API is away, whichever comes first: the job or the report.
    whatsapp.faults.refusals = Array.from({ length: 100 }, () => ({ status: 503, code: null }))
    whatsapp.faults.isFrozen = false
    await again()
    expect(await whatsapp.report(accepted, 'delivered')).toBe(200)
    whatsapp.faults.refusals = []
    await runJobsNow(system)
    await jobsDone(system)
    expect(await messagesTo(investorId)).toMatchObject([
      { channel: 'whatsapp', state: 'delivered' },
    ])
    expect(whatsapp.kept).toEqual([accepted])
  })
})
