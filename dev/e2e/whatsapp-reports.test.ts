// What WhatsApp reports goes through the gateway over real connections, as bytes: Meta signs the body
// as it was sent.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signatureOf, statusBody, type WhatsappStatus } from '@rmtools/kit/testing-whatsapp'
import type { System } from '../system.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

const APP_SECRET = 'secret-of-the-app'
const VERIFY_TOKEN = 'entered-at-meta'
const SENDER = '106540352242922'
const PHONE = '+6281234567890'
/** As many states as Meta sends at once. */
const MOST = 1000

let system: System
let owner: pg.Client
let ids: string[]
beforeAll(async () => {
  system = await throwAwaySystem({
    arrangement: 'split',
    overrides: { WHATSAPP_APP_SECRET: APP_SECRET, WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN },
  })
  owner = new pg.Client(system.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await system[Symbol.asyncDispose]()
})
beforeEach(async () => {
  const { api } = await as(system, 'rina')
  const { id } = await api.investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })
  const { rows } = await owner.query<{ id: string }>(
    `insert into crm_bib.client_message (id, company_id, investor_id, kind, channel, state, sender)
     select gen_random_uuid(), i.company_id, i.id, 'refund-paid', 'whatsapp', 'sent', $2
     from crm_bib.investor i, generate_series(1, $3) where i.id = $1 returning id`,
    [id, SENDER, MOST],
  )
  ids = rows.map((row) => row.id)
})

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

async function states(): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ state: string; count: number }>(
    `select state, count(*)::int as count from crm_bib.client_message where id = any ($1) group by 1`,
    [ids],
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe('a report through the gateway', () => {
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
