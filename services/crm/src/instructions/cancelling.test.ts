// A lost reply leaves open whether Bib has the instruction, which may meanwhile be cancelled or
// sent to the investor again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createBib, type Bib } from '@rmtools/bib/client'
import type { InstructionRecord } from '@rmtools/bib/internal'
import { Database } from '@rmtools/kit/db'
import type { Message } from '@rmtools/kit/messaging'
import { companyScope } from '@rmtools/kit/scope'
import { TEST_START } from '@rmtools/kit/testing-clock'
import type { CrmPorts } from '../ports.ts'
import { applyInstructionRecord } from './from-bib.ts'
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

const TENANT = 'APERDA'
const DAY_MS = 86_400_000
let world: InstructionWorld
let drawn: string
let bib: Bib

beforeAll(async () => {
  world = await createInstructionWorld()
  drawn = await signature()
  bib = createBib({ baseUrl: world.simulator.url, apiKey: 'bib-key-of-tests', tenant: TENANT })
  const history = {
    tenant: TENANT,
    sourceId: investor,
    rmId: 'rm',
    externalId: 'BIB1',
    sid: 'IDD190700100001',
    ifua: 'IF1',
  }
  world.simulator.control.seed({ investors: [{ ...history, transactions: [] }] })
  await world.owner.query(`update crm_bib.investor set risk_expires_on = '2099-01-01'`)
  await world.owner.query(
    `update crm_bib.known_user set licence_expires_on = '2099-01-01' where licence_expires_on is not null`,
  )
})
afterAll(async () => {
  await bib.close()
  await world[Symbol.asyncDispose]()
})
beforeEach(async () => {
  world.time.now = mondayMorning()
  world.simulator.control.clearFaults()
  for (const task of ['message', 'bib.instruction', 'bib.cancel', 'notify']) await world.take(task)
})

/** A week after the start of Bib's clock, before the cut-off: Bib accepts the NAV date. */
const mondayMorning = () => new Date(TEST_START.getTime() + 7 * DAY_MS)

async function approved(): Promise<string> {
  const { items } = await bib.partner.products()
  const productCode =
    items.find(
      ({ type, currency, status }) =>
        type === 'MONEY_MARKET' && currency === 'IDR' && status === 'ACTIVE',
    )?.code ?? ''
  const order = {
    investorId: investor,
    type: 'subscription',
    productCode,
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
  } as const
  const { id } = await world.as('rina').instructions.create(order)
  const token = tokenIn(await world.take<Message>('message'))
  const { documentHash } = await world.as().approvals.view({ token })
  await world.as().approvals.sendCode({ token })
  const code = codeIn(await world.take<Message>('message'))
  await world.as().approvals.answer({
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature: drawn,
  })
  return id
}
/** Bib accepts it, but its reply is lost. */
async function approvedAndLost(): Promise<string> {
  const id = await approved()
  world.simulator.control.setFaults({ errorAfterCommit: { on: true, times: 1 } })
  await expect(send(id)).rejects.toThrow()
  return id
}
const send = async (id: string) =>
  await world.handlers['bib.instruction']?.(
    { companyId: company, instructionId: id } as never,
    {} as never,
  )
const get = async (id: string) => (await world.as('rina').instructions.get({ id })).instruction
const cancel = async (id: string) =>
  await world
    .as('rina')
    .instructions.cancel({ id, version: (await get(id)).version, reason: 'Berubah pikiran' })
async function cancelAtBib(): Promise<number> {
  const jobs = await world.take('bib.cancel')
  for (const job of jobs) await world.handlers['bib.cancel']?.(job as never, {} as never)
  return jobs.length
}
const atBib = async (id: string): Promise<InstructionRecord | undefined> =>
  (await bib.internal.findInstructions({ sourceId: id })).items[0]

test('cancelled after Bib accepted it and its reply was lost: it is cancelled there too', async () => {
  const id = await approvedAndLost()
  await cancel(id)
  expect((await atBib(id))?.status).not.toBe('CANCELLED')
  expect(await cancelAtBib()).toBe(1)
  expect((await atBib(id))?.status).toBe('CANCELLED')
  expect((await get(id)).status).toBe('cancelled')
})

test('cancelled before it came to Bib: nothing is there to cancel', async () => {
  const id = await approved()
  await cancel(id)
  expect(await cancelAtBib()).toBe(1)
  expect(await atBib(id)).toBeUndefined()
  expect((await get(id)).status).toBe('cancelled')
})

test('cancelled too late for Bib: its real state is shown, and RM and investor are notified', async () => {
  const id = await approvedAndLost()
  world.simulator.control.carryOut(TENANT, id, 'ALLOCATED')
  await cancel(id)
  expect((await world.take<Message>('message')).map(({ text }) => text)).toEqual([
    expect.stringContaining('dibatalkan'),
  ])
  await cancelAtBib()
  // Who read that it was cancelled must hear that it was bought all the same.
  expect((await world.take<Message>('message')).map(({ text }) => text)).toEqual([
    expect.stringMatching(/unit/),
  ])
  expect((await get(id)).status).toBe('allocated')
  expect(await world.take('notify')).toContainEqual(
    expect.objectContaining({ userId: people.rina.id, kind: 'instruction.cancel-refused' }),
  )
})

test('Bib reports receipt of a cancelled one: it is asked to cancel it', async () => {
  const id = await approvedAndLost()
  await cancel(id)
  await world.take('bib.cancel')
  await using database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 1 })
  const record = await expect
    .poll(async () => (await atBib(id))?.sequence)
    .toBeGreaterThan(0)
    .then(async () => await atBib(id))
  const origin = { requestId: 'event', ip: null, device: null }
  const ports = { clock: { now: () => world.time.now } } as unknown as CrmPorts
  await database.transaction(companyScope(company), origin, async (tx) => {
    if (record) await applyInstructionRecord(tx, record, ports)
  })
  expect((await get(id)).status).not.toBe('cancelled')
  expect(await cancelAtBib()).toBe(1)
  expect((await atBib(id))?.status).toBe('CANCELLED')
  expect((await get(id)).status).toBe('cancelled')
})

test('Bib refuses the date of a cancelled one: the investor is not asked for another', async () => {
  const id = await approved()
  world.simulator.control.setFaults({
    errorAfterCommit: { on: true, times: 1 },
    cutOffPassed: { on: true },
  })
  await expect(send(id)).rejects.toThrow()
  await cancel(id)
  await expect.poll(async () => (await atBib(id))?.status).toBe('REJECTED')
  await cancelAtBib()
  expect(await get(id)).toMatchObject({ status: 'cancelled', statusReason: 'Berubah pikiran' })
  const told = await world.take<{ text: string }>('message')
  expect(told.map(({ text }) => [text.includes('dibatalkan'), /approve/.test(text)])).toEqual([
    [true, false],
  ])
})

test('past the cut-off, but taken in time by Bib: the investor is not asked for another date', async () => {
  const id = await approvedAndLost()
  const { navDate } = await get(id)
  world.time.now = new Date(mondayMorning().getTime() + 3 * 3_600_000)
  await send(id)
  expect(await get(id)).toMatchObject({
    status: 'sent',
    bibReference: (await atBib(id))?.reference,
    navDate,
  })
  expect(await world.take('message')).toEqual([])
})

test('the investor was merged at Bib and the event was lost: handed over under the new id, which is kept', async () => {
  const id = await approved()
  const merged = world.simulator.control.merge(TENANT, 'BIB1')
  await send(id)
  expect(await get(id)).toMatchObject({ status: 'sent' })
  expect((await atBib(id))?.externalId).toBe(merged.externalId)
  const { rows } = await world.owner.query(
    'select external_id from crm_bib.investor where id = $1',
    [investor],
  )
  expect(rows).toEqual([{ external_id: merged.externalId }])
})
