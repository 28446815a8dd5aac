// Bib's reports after an allocation or a payment: corrected figures, refunds.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { formatUnits } from '@rmtools/look/format'
import type { InstructionStatusEvent } from '@rmtools/bib/events'
import { Database } from '@rmtools/kit/db'
import type { Message } from '@rmtools/kit/messaging'
import { companyScope } from '@rmtools/kit/scope'
import { TEST_START } from '@rmtools/kit/testing-clock'
import type { CrmPorts } from '../ports.ts'
import { applyInstructionStatus } from './from-bib.ts'
import {
  codeIn,
  company,
  createInstructionWorld,
  investor,
  signature,
  tokenIn,
  type InstructionWorld,
} from './test-world.ts'

const TENANT = 'APERDA'
const DAY_MS = 86_400_000
const [fund, target] = ['ANDALAN-KAS', 'ANDALAN-OBLIGASI']
let world: InstructionWorld
let database: Database
let monday = TEST_START

beforeAll(async () => {
  world = await createInstructionWorld()
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 2 })
  const history = {
    tenant: TENANT,
    sourceId: investor,
    rmId: 'rm',
    externalId: 'BIB1',
    sid: 'IDD190700100001',
    ifua: 'IF1',
  }
  const bought = {
    type: 'SUBSCRIPTION',
    productCode: fund,
    date: '2026-11-02',
    amount: '50000000',
  } as const
  world.simulator.control.seed({ investors: [{ ...history, transactions: [bought] }] })
  await world.owner.query(
    `update crm_bib.investor set risk_expires_on = '2099-01-01', risk_band = 5`,
  )
  await world.owner.query(
    `update crm_bib.known_user set licence_expires_on = '2099-01-01' where licence_expires_on is not null`,
  )
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})
beforeEach(async () => {
  // A week later each time, and on Bib's own date, so that Bib accepts the NAV date.
  monday = new Date(monday.getTime() + 7 * DAY_MS)
  world.simulator.clock.advanceTo(monday)
  world.time.now = monday
  world.simulator.control.clearFaults()
  for (const task of ['message', 'notify', 'bib.instruction']) await world.take(task)
})

async function handedOver(order: object = {}): Promise<string> {
  const { id } = await world.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: fund,
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
    ...order,
  })
  await sign()
  await world.handlers['bib.instruction']?.(
    { companyId: company, instructionId: id } as never,
    {} as never,
  )
  return id
}
async function sign(): Promise<void> {
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
    signature: await signature(),
  })
}
const told = (id: string) =>
  world.simulator.control
    .messages({ orderingKey: id, limit: 100 })
    .map(({ data }) => JSON.parse(data) as InstructionStatusEvent)
const hear = async (...events: InstructionStatusEvent[]) => {
  const ports = {
    clock: { now: () => world.time.now },
    publicUrl: 'https://rm.example.co.id',
    otpSecret: 'secret-of-tests',
  } as unknown as CrmPorts
  const origin = { requestId: 'event', ip: null, device: null }
  const applied: boolean[] = []
  for (const event of events)
    applied.push(
      await database.transaction(
        companyScope(company),
        origin,
        async (tx) => await applyInstructionStatus(tx, event, ports),
      ),
    )
  return applied
}
const get = async (id: string) => await world.as('rina').instructions.get({ id })
const kinds = async () =>
  (await world.take<{ kind: string; userId: string }>('notify')).map(({ kind }) => kind)

/** Allocated at a NAV that is then published and corrected. */
async function corrected(id: string, code: string): Promise<void> {
  world.simulator.control.carryOut(TENANT, id, 'ALLOCATED')
  world.simulator.control.setFaults({ navCorrected: { on: true, match: code } })
  world.simulator.clock.advanceDays(2)
}

test('a corrected NAV changes what is shown, is in the time line, and RM and investor are notified', async () => {
  const id = await handedOver()
  await corrected(id, fund)
  const events = told(id)
  const correction = events.findIndex(({ data }) => data.corrected)
  await hear(...events.slice(0, correction))
  const before = (await get(id)).instruction
  await kinds()
  await world.take('message')

  const [event] = events.slice(correction)
  expect(await hear(...events.slice(correction, correction + 1))).toEqual([true])
  const { instruction, events: line } = await get(id)
  expect(instruction).toMatchObject({
    status: before.status,
    allocatedNav: event?.data.nav,
    allocatedUnits: event?.data.units,
    correctedAt: expect.any(String),
  })
  expect(instruction.allocatedNav).not.toBe(before.allocatedNav)
  expect(line.at(-1)).toMatchObject({
    about: 'correction',
    by: 'bib',
    correction: {
      before: {
        nav: before.allocatedNav,
        units: before.allocatedUnits,
        amount: before.allocatedAmount,
      },
      after: { nav: event?.data.nav, units: event?.data.units, amount: event?.data.amount },
    },
    refund: null,
  })
  expect(await kinds()).toEqual(['instruction.corrected'])
  const [message] = await world.take<Message & { subject: string }>('message')
  expect(message).toMatchObject({ channel: 'email', to: 'siti@mail.example' })
  expect(message?.text).toMatch(/mengoreksi[\s\S]+—[\s\S]+corrected/)
  expect(message?.text).toContain(formatUnits(String(event?.data.units), 'id'))

  // Received again, or after something newer: nothing changes and nobody is notified twice.
  expect(await hear(...events.slice(0, correction + 1))).toEqual(
    events.slice(0, correction + 1).map(() => false),
  )
  expect([
    await kinds(),
    (await world.take('message')).length,
    (await get(id)).events.length,
  ]).toEqual([[], 0, line.length])
})

test('a correction of the target of a switch is one, too', async () => {
  const id = await handedOver({
    type: 'switching',
    amount: null,
    units: '5000',
    targetProductCode: target,
  })
  await corrected(id, target)
  await hear(...told(id))
  const { instruction, events } = await get(id)
  const { correction } = events.find(({ about }) => about === 'correction') ?? {}
  expect(correction?.before.target).toMatchObject({
    units: expect.any(String),
    nav: expect.any(String),
  })
  expect(correction?.after.target).toEqual(instruction.allocatedTarget)
  expect(correction?.after.target?.nav).not.toBe(correction?.before.target?.nav)
})

test('money that comes back after a refusal is shown with amount, reason and time, and told when it is announced and when it is paid', async () => {
  world.simulator.control.setFaults({ rejectedAfterPayment: { on: true } })
  const id = await handedOver()
  world.simulator.control.carryOut(TENANT, id, 'ALLOCATED')
  world.simulator.clock.advanceHours(1)
  const events = told(id)
  const [announced, paid] = ['PENDING', 'PAID'].map((status) =>
    events.findIndex(({ data }) => data.refund?.status === status),
  )
  await hear(...events.slice(0, announced))
  await kinds()
  await world.take('message')
  await hear(...events.slice(announced, paid))
  const pending = await get(id)
  expect(pending.instruction).toMatchObject({
    status: 'rejected',
    refund: {
      amount: '5000000.00',
      status: 'pending',
      reason: expect.stringContaining('MANAGER_REFUSED'),
      paidAt: null,
    },
  })
  expect(pending.events.slice(-2)).toMatchObject([
    { about: 'status', status: 'rejected' },
    {
      about: 'refund',
      refund: { amount: '5000000.00', status: 'pending', at: events[announced ?? 0]?.occurredAt },
    },
  ])
  expect(await kinds()).toEqual(['instruction.rejected', 'instruction.refund-pending'])
  const messages = await world.take<{ subject: string; text: string }>('message')
  expect(messages.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Pesanan tidak dijalankan'),
    expect.stringContaining('Pengembalian dana'),
  ])
  expect(messages[0]?.text).toContain('Manajer investasi tidak menerima pembelian ini.')

  await hear(...events.slice(paid))
  const { instruction, events: line } = await get(id)
  expect(instruction.refund).toMatchObject({
    status: 'paid',
    paidAt: events[paid ?? 0]?.occurredAt,
  })
  // It is not rejected a second time.
  expect(
    line
      .filter(({ about }) => about === 'status')
      .map(({ status }) => status)
      .filter((status) => status === 'rejected'),
  ).toHaveLength(1)
  expect(line.at(-1)).toMatchObject({ about: 'refund', refund: { status: 'paid' } })
  expect(await kinds()).toEqual(['instruction.refunded'])
  const [message] = await world.take<Message>('message')
  expect(message?.text).toContain('Rp 5.000.000')
})

test('a refund for a NAV date that passed is heard while the investor is asked again, and changes nothing else', async () => {
  const id = await handedOver()
  world.simulator.clock.advanceHours(0.01)
  const base = told(id).at(-1)
  if (!base) throw new Error("Bib's order has no events")
  const rejected = {
    ...base.data,
    status: 'REJECTED' as const,
    navDate: '2099-01-02',
    reason: { code: 'NAV_DATE_CHANGED', field: null, detail: 'late' },
    refund: { amount: '5000000.00', status: 'PENDING' as 'PENDING' | 'PAID' },
  }
  const as = (sequence: number, data: typeof rejected): InstructionStatusEvent => ({
    ...base,
    sequence,
    data,
  })
  await hear(as(100, rejected))
  expect((await get(id)).instruction).toMatchObject({
    status: 'awaiting-approval',
    refund: { status: 'pending' },
  })
  await world.take('message')
  await hear(as(101, { ...rejected, refund: { amount: '5000000.00', status: 'PAID' } }))
  expect((await get(id)).instruction).toMatchObject({
    status: 'awaiting-approval',
    refund: { status: 'paid' },
  })
  expect((await kinds()).filter((kind) => kind === 'instruction.refunded')).toHaveLength(1)
})
