// The back office and instructions: new links, cancellation, evidence, and the amount above which a
// drawn signature does not suffice.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import {
  codeIn,
  company,
  createInstructionWorld,
  investor,
  people,
  signature,
  tokenIn,
  type InstructionWorld,
} from './test-world.ts'

let world: InstructionWorld
let drawn: string
const product = 'NUS-PASAR-UANG'
const history = {
  tenant: 'APERDA',
  sourceId: investor,
  rmId: 'rm',
  externalId: 'BIB1',
  sid: null,
  ifua: null,
}

beforeAll(async () => {
  world = await createInstructionWorld()
  drawn = await signature()
  world.simulator.control.seed({ investors: [{ ...history, transactions: [] }] })
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
  for (const task of ['message', 'notify', 'bib.instruction']) await world.take(task)
})

const refusal = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )
const ordered = async (amount = '5000000', at = world) => {
  const [one] = await availableIn(at)
  return await at.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: one ?? product,
    amount,
    factSheetOffered: true,
    confirmDuplicate: true,
  })
}
async function availableIn({ simulator }: InstructionWorld): Promise<string[]> {
  const headers = { authorization: 'Bearer bib-key-of-tests', 'x-tenant': 'APERDA' }
  const { items } = (await (
    await fetch(`${simulator.url}/_partners/products`, { headers })
  ).json()) as {
    items: { code: string; type: string; currency: string; cutOff: string; status: string }[]
  }
  return items
    .filter(
      (one) =>
        one.type === 'MONEY_MARKET' &&
        one.currency === 'IDR' &&
        one.status === 'ACTIVE' &&
        one.cutOff === '13:00',
    )
    .map(({ code }) => code)
}

/** Approves by the last link; `between` runs after the code was sent. */
async function approve(at = world, between?: () => Promise<unknown>): Promise<void> {
  const token = tokenIn(await at.take<Message>('message'))
  const { documentHash } = await at.as().approvals.view({ token })
  await at.as().approvals.sendCode({ token })
  const code = codeIn(await at.take<Message>('message'))
  await between?.()
  await at.as().approvals.answer({
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature: drawn,
  })
}

const evidenceOf = async (id: string) => await world.as('agus').evidence.list({ id })
const limit = async (above: string | null, at = world) =>
  await at.owner.query(
    `update crm_bib.known_company set settings = settings || jsonb_build_object('certifiedSignatureAbove', $1::text)`,
    [above],
  )

describe('the back office', () => {
  test('sends the link again for an RM, by the licence of the RM, and cancels; the time line shows it and the RM is notified', async () => {
    const { id, version } = await ordered()
    const sent = await world.as('ratna').instructions.send({ id, version })
    expect(await world.take<Message>('message')).toHaveLength(2)
    await world
      .as('ratna')
      .instructions.cancel({ id, version: sent.version, reason: 'Permintaan investor' })
    const { instruction, events } = await world.as('rina').instructions.get({ id })
    expect(instruction).toMatchObject({ status: 'cancelled', statusReason: 'Permintaan investor' })
    expect(events.slice(-2)).toMatchObject([
      { status: 'awaiting-approval', by: 'back-office' },
      { status: 'cancelled', by: 'back-office' },
    ])
    expect(await world.take('notify')).toMatchObject([
      { userId: people.rina.id, kind: 'instruction.cancelled' },
    ])
  })

  test('does not sell, and does nothing where it only reads or belongs to another company', async () => {
    const { id, version } = await ordered()
    const order = {
      investorId: investor,
      type: 'subscription' as const,
      productCode: product,
      amount: '5000000',
      factSheetOffered: true,
    }
    expect(await refusal(world.as('ratna').instructions.create(order))).toBe('forbidden')
    expect(await refusal(world.as('agus').instructions.cancel({ id, version, reason: 'x' }))).toBe(
      'forbidden',
    )
    expect(await refusal(world.as('fitri').instructions.cancel({ id, version, reason: 'x' }))).toBe(
      'not-found',
    )
    expect(await refusal(world.as('fitri').evidence.list({ id }))).toBe('not-found')
  })

  test('sends no link for an RM whose licence has expired', async () => {
    const { id, version } = await ordered()
    await world.owner.query(
      `update crm_bib.known_user set licence_expires_on = '2026-11-01' where id = $1`,
      [people.rina.id],
    )
    expect(await refusal(world.as('ratna').instructions.send({ id, version }))).toBe(
      'licence-expired',
    )
    await world.owner.query(
      `update crm_bib.known_user set licence_expires_on = '2027-12-31' where id = $1`,
      [people.rina.id],
    )
  })
})

describe('the evidence', () => {
  test('is empty before an answer; afterwards it says what was shown, agreed to and proven, and that nothing changed', async () => {
    const { id } = await ordered()
    expect(await evidenceOf(id)).toEqual({ items: [], mandate: null, decline: null })
    await approve()
    const { items } = await evidenceOf(id)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      signatureLevel: 'drawn-and-otp',
      otpChannel: 'sms',
      otpDestination: '+62*******0099',
      userAgent: 'tests',
      consentVersion: '2026-11',
      consentWords: expect.stringContaining('Saya menyetujui'),
      document: expect.objectContaining({ instructionId: id, amount: '5000000.00' }),
      checks: { document: true, signature: true, instruction: true },
      isUnchanged: true,
    })
  })

  test('names the channels by which the last code went out, also where an SMS followed', async () => {
    const log = (text: string, values: unknown[]) => world.owner.query(text, values)
    const last = `(select id from crm_bib.client_message where kind = 'approval-code' and instruction_id = $1 order by created_at desc limit 1)`
    const { id } = await ordered()
    await approve(world, async () => {
      await log(`update crm_bib.client_message set channel = 'whatsapp' where id = ${last}`, [id])
    })
    expect((await evidenceOf(id)).items[0]).toMatchObject({ otpChannel: 'whatsapp' })

    const { id: other } = await ordered()
    await approve(world, async () => {
      const sms = crypto.randomUUID()
      await log(
        `insert into crm_bib.client_message (id, company_id, investor_id, instruction_id, kind, channel, created_at)
         select $2, company_id, investor_id, instruction_id, kind, 'sms', created_at + interval '30 seconds' from crm_bib.client_message where id = ${last}`,
        [other, sms],
      )
      await log(
        `update crm_bib.client_message set channel = 'whatsapp', replaced_by = $2, state = 'fell-back' where instruction_id = $1 and kind = 'approval-code' and id <> $2`,
        [other, sms],
      )
    })
    expect((await evidenceOf(other)).items[0]).toMatchObject({ otpChannel: 'whatsapp+sms' })
  })

  test('shows a changed document, a changed instruction and a changed signature, each separately', async () => {
    const { id } = await ordered()
    await approve()
    const checks = async () => (await evidenceOf(id)).items[0]?.checks
    const intact = { document: true, signature: true, instruction: true, record: true }
    expect(await checks()).toEqual(intact)
    await world.owner.query(`update crm_bib.instruction set amount = 50000000 where id = $1`, [id])
    expect(await checks()).toEqual({ ...intact, instruction: false })
    await world.owner.query(`update crm_bib.instruction set amount = 5000000 where id = $1`, [id])
    await world.owner.query(
      `update crm_bib.instruction_evidence set document = jsonb_set(document, '{feePercent}', '"0.0001"') where instruction_id = $1`,
      [id],
    )
    // The record keeps what was approved.
    expect(await checks()).toEqual({ ...intact, document: false, instruction: false })
    for (const name of await readdir(join(world.folder, 'signatures')))
      await writeFile(join(world.folder, 'signatures', name), 'other')
    expect((await evidenceOf(id)).items[0]).toMatchObject({
      checks: { signature: false },
      isUnchanged: false,
    })
  })

  test('of an instruction that had to be approved again, past its NAV date, is kept for each approval', async () => {
    const { id } = await ordered()
    await approve()
    world.time.now = new Date('2026-11-23T06:00:00.000Z')
    await (world.handlers['bib.instruction'] as (payload: object) => Promise<void>)({
      companyId: company,
      instructionId: id,
    })
    await approve()
    const { items } = await evidenceOf(id)
    expect(items.map(({ document, isUnchanged }) => [document.navDate, isUnchanged])).toEqual([
      ['2026-11-24', true],
      ['2026-11-23', true],
    ])
  })

  test('of a decline is when and why', async () => {
    const { id } = await ordered()
    const token = tokenIn(await world.take<Message>('message'))
    await world.as().approvals.answer({ token, decision: 'decline', reason: 'Belum butuh' })
    expect(await evidenceOf(id)).toEqual({
      items: [],
      mandate: null,
      decline: { at: expect.any(String), reason: 'Belum butuh' },
    })
  })
})

describe('above the company’s amount a drawn signature does not do', () => {
  test('the RM is warned when creating and sending, the investor when reading and approving; below it everything continues', async () => {
    const before = await ordered('5000000.01')
    const token = tokenIn(await world.take<Message>('message'))
    await limit('5000000')
    expect(await refusal(ordered('5000000.01'))).toBe('certified-signature-needed')
    expect(
      await refusal(world.as('rina').instructions.send({ id: before.id, version: before.version })),
    ).toBe('certified-signature-needed')
    const view = await world.as().approvals.view({ token })
    expect(view.needsCertifiedSignature).toBe(true)
    await world.as().approvals.sendCode({ token })
    const code = codeIn(await world.take<Message>('message'))
    const answer = { token, documentHash: view.documentHash, code, consent: true, signature: drawn }
    expect(await refusal(world.as().approvals.answer({ ...answer, decision: 'approve' }))).toBe(
      'certified-signature-needed',
    )
    await ordered('5000000')
    await approve()
    expect(await refusal(world.as().approvals.answer({ token, decision: 'decline' }))).toBe('done')
    await limit(null)
  })

  test('with a certified provider it is signed, at that level', async () => {
    await using certified = await createInstructionWorld({
      level: 'certified',
      keep: async ({ documentHash }) => ({ key: 'certificates/1', hash: documentHash ?? '' }),
      discard: async () => undefined,
    })
    certified.simulator.control.seed({ investors: [{ ...history, transactions: [] }] })
    await limit('1000000', certified)
    const { id } = await ordered('5000000', certified)
    await approve(certified)
    const { items } = await certified.as('agus').evidence.list({ id })
    expect(items).toMatchObject([{ signatureLevel: 'certified' }])
  })
})
