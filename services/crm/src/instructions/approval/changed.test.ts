// Time passes between creating, sending and signing an order: what was valid may no longer be.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import {
  account,
  codeIn,
  company,
  createInstructionWorld,
  investor,
  signature,
  tokenIn,
  type InstructionWorld,
} from '../test-world.ts'

let world: InstructionWorld
const product = 'ANDALAN-KAS'

beforeAll(async () => {
  world = await createInstructionWorld()
  const history = {
    tenant: 'APERDA',
    sourceId: investor,
    rmId: 'rm',
    externalId: 'BIB1',
    sid: null,
    ifua: null,
  }
  const bought = {
    type: 'SUBSCRIPTION',
    productCode: product,
    date: '2026-11-02',
    amount: '50000000',
  } as const
  world.simulator.control.seed({ investors: [{ ...history, transactions: [bought] }] })
  await world.owner.query(
    `insert into crm_bib.investor_bank_account (id, company_id, investor_id, bank_code, country, currency, number, number_sealed, number_hash, holder_name, name_match, review)
     values ($1, $2, $3, '014', 'ID', 'IDR', '****6789', '\\x00', '\\x00', 'Siti Rahmawati', 'exact', 'not-needed')`,
    [account, company, investor],
  )
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
  await world.take('message')
})

const refusal = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )
const drawUp = async (more: object = {}) =>
  await world.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: product,
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
    send: false,
    ...more,
  })
const redemption = { type: 'redemption', amount: undefined, units: '1000', bankAccountId: account }
const send = async ({ id }: { id: string }) => {
  const { instruction } = await world.as('rina').instructions.get({ id })
  return await refusal(world.as('rina').instructions.send({ id, version: instruction.version }))
}
const change = async (table: string, set: string) =>
  await world.owner.query(`update crm_bib.${table} set ${set}`)

test('a draft is not sent when the risk profile has run out, or has become lower than what is bought', async () => {
  const draft = await drawUp()
  await change('investor', `risk_expires_on = '2026-11-22'`)
  expect(await send(draft)).toBe('risk-profile-missing')
  await change('investor', `risk_expires_on = '2027-11-01'`)
  await change('instruction', 'risk_level = 4')
  expect(await send(draft)).toBe('suitability-consent-missing')
  await change('instruction', 'above_risk_profile = true')
  expect(await send(draft)).toBe('done')
})

test('a redemption is neither sent nor signed when its account has been refused since', async () => {
  const draft = await drawUp(redemption)
  await change('investor_bank_account', `review = 'refused'`)
  expect(await send(draft)).toBe('bank-account-unfit')
  await change('investor_bank_account', `review = 'accepted'`)
  expect(await send(draft)).toBe('done')
  const token = tokenIn(await world.take<Message>('message'))
  await world.as().approvals.view({ token })
  await change('investor_bank_account', 'removed_at = now()')
  expect(await refusal(world.as().approvals.view({ token }))).toBe('link-account-unfit')
  await change('investor_bank_account', 'removed_at = null')
  expect(await refusal(world.as().approvals.view({ token }))).toBe('done')
})

test('what was signed is not paid to an account that was changed before Bib got it', async () => {
  await drawUp({ ...redemption, send: true })
  const token = tokenIn(await world.take<Message>('message'))
  await world.as().approvals.sendCode({ token })
  const code = codeIn(await world.take<Message>('message'))
  const { documentHash, document } = await world.as().approvals.view({ token })
  const drawn = await signature()
  await world.as().approvals.answer({
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature: drawn,
  })
  await change('investor_bank_account', `number = '****1111'`)
  const [job] = await world.take('bib.instruction')
  await world.handlers['bib.instruction']?.(job as never, {} as never)
  const { instruction, events } = await world
    .as('rina')
    .instructions.get({ id: document.instructionId })
  expect(instruction.status).toBe('rejected')
  expect(events.at(-1)).toMatchObject({ status: 'rejected', by: 'system' })
  await change('investor_bank_account', `number = '****6789'`)
})

test('nothing is bought once a consent that is needed was withdrawn, until it is given again; redeeming goes on', async () => {
  const draft = await drawUp()
  const consent = async (withdrawnAt: string | null) =>
    await world.owner.query(
      `insert into crm_bib.consent (company_id, investor_id, purpose, text_version, language, words, by, given_at, withdrawn_at)
       values ($1, $2, 'personal-data', '2026-11', 'id', 'Saya setuju', 'user', now(), $3)`,
      [company, investor, withdrawnAt],
    )
  await consent('2026-11-22T00:00:00Z')
  expect(await refusal(drawUp())).toBe('consent-not-in-force')
  expect(await send(draft)).toBe('consent-not-in-force')
  expect(await refusal(drawUp(redemption))).toBe('done')
  await consent(null)
  expect(await send(draft)).toBe('done')
})

test('what pays out or switches belongs to a redemption or a switch, and an account to this investor', async () => {
  const stranger = crypto.randomUUID()
  for (const bankAccountId of [account, stranger])
    expect(await refusal(drawUp({ bankAccountId }))).toBe('bank-account-unfit')
  expect(await refusal(drawUp({ ...redemption, bankAccountId: stranger }))).toBe(
    'bank-account-unfit',
  )
  expect(await refusal(drawUp({ targetProductCode: 'ANDALAN-SAHAM' }))).toBe('switch-not-allowed')
})

test('a code works as long as the company has set, and the message says so', async () => {
  await world.owner.query(
    `update crm_bib.known_company set settings = settings || '{"otpSeconds": 120}'`,
  )
  await drawUp({ send: true })
  const token = tokenIn(await world.take<Message>('message'))
  const answerLater = async (seconds: number) => {
    world.time.now = new Date(world.time.now.getTime() + 61_000)
    await world.as().approvals.sendCode({ token })
    const messages = await world.take<Message>('message')
    expect(messages.at(-1)?.text).toContain('Berlaku 2 menit')
    world.time.now = new Date(world.time.now.getTime() + seconds * 1000)
    const { documentHash } = await world.as().approvals.view({ token })
    const answer = {
      token,
      decision: 'approve',
      documentHash,
      code: codeIn(messages),
      consent: true,
      signature: await signature(),
    } as const
    return await refusal(world.as().approvals.answer(answer))
  }
  expect(await answerLater(121)).toBe('otp-wrong')
  expect(await answerLater(119)).toBe('done')
})
