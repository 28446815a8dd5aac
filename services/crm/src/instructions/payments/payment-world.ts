// crm with Bib's simulator, in which a subscription is made, signed and handed over, and time
// passes until its payment arrives or not.
import type { InstructionStatusEvent } from '@rmtools/bib/events'
import { isExchangeDay, wibDate } from '@rmtools/bib/simulator/calendar'
import { Database } from '@rmtools/kit/db'
import type { Message } from '@rmtools/kit/messaging'
import { companyScope } from '@rmtools/kit/scope'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { crmJobs } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { applyInstructionStatus } from '../from-bib.ts'
import {
  codeIn,
  company,
  createInstructionWorld,
  investor,
  people,
  signature,
  tokenIn,
  type InstructionWorld,
} from '../test-world.ts'

export const TENANT = 'APERDA'
const DAY_MS = 86_400_000
const order = {
  investorId: investor,
  type: 'subscription',
  productCode: 'ANDALAN-KAS',
  amount: '5000000',
  factSheetOffered: true,
  confirmDuplicate: true,
} as const

async function prepare({ simulator, owner }: InstructionWorld): Promise<void> {
  const history = { rmId: 'rm', externalId: 'BIB1', sid: 'IDD190700100001', ifua: 'IF1' }
  const taken = { tenant: TENANT, sourceId: investor, name: 'Siti Rahmawati', transactions: [] }
  simulator.control.seed({ investors: [{ ...taken, ...history }] })
  await owner.query(`update crm_bib.investor set risk_expires_on = '2099-01-01', risk_band = 5`)
  await owner.query(
    `update crm_bib.known_user set licence_expires_on = '2099-01-01' where licence_expires_on is not null`,
  )
  await owner.query(`update crm_bib.known_user set reviewer_of = array[$1::uuid] where id = $2`, [
    company,
    people.ratna.id,
  ])
}

const nameOf = (id: string) => Object.entries(people).find(([, one]) => one.id === id)?.[0]

/** Bib's reports, applied as crm applies them. */
function hearing(database: Database, clock: CrmPorts['clock']) {
  const ports = {
    clock,
    publicUrl: 'https://rm.example.co.id',
    otpSecret: 'secret-of-tests',
  } as CrmPorts
  async function hear(events: readonly InstructionStatusEvent[], companyId = company) {
    const origin = { requestId: 'event', ip: null, device: null }
    const applied: boolean[] = []
    for (const event of events)
      applied.push(
        await database.transaction(
          companyScope(companyId),
          origin,
          async (tx) => await applyInstructionStatus(tx, event, ports),
        ),
      )
    return applied
  }
  /** Applies reports in a transaction that fails afterwards. */
  async function hearAndFail(events: readonly InstructionStatusEvent[]): Promise<void> {
    const origin = { requestId: 'event', ip: null, device: null }
    await database.transaction(companyScope(company), origin, async (tx) => {
      for (const event of events) await applyInstructionStatus(tx, event, ports)
      throw new Error('rolled back')
    })
  }
  return { hear, hearAndFail }
}

/** Starts it. */
export async function createPaymentWorld() {
  const world = await createInstructionWorld()
  const { simulator, time, take, as } = world
  const database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 4 })
  await prepare(world)
  let monday = TEST_START
  const { hear, hearAndFail } = hearing(database, { now: () => time.now })

  /**
   * Moves a week ahead, to Bib's own date, so that Bib accepts the NAV date. Clears faults and
   * waiting jobs.
   */
  async function nextWeek(): Promise<void> {
    do monday = new Date(monday.getTime() + 7 * DAY_MS)
    while (!isExchangeDay(wibDate(monday.getTime())))
    simulator.clock.advanceTo(monday)
    time.now = monday
    simulator.control.clearFaults()
    await forget()
  }
  async function forget(): Promise<void> {
    for (const { name } of Object.values(crmJobs)) await take(name)
  }
  const ordered = async () => await as('rina').instructions.create(order)

  /** Signs the instruction of the last link; returns the link's token. */
  async function sign(): Promise<string> {
    const token = tokenIn(await take<Message>('message'))
    const { documentHash } = await as().approvals.view({ token })
    await as().approvals.sendCode({ token })
    const code = codeIn(await take<Message>('message'))
    const signed = { documentHash, code, consent: true, signature: await signature() }
    await as().approvals.answer({ token, decision: 'approve', ...signed })
    return token
  }
  const work = async (task: string, payload: object) =>
    await world.handlers[task]?.({ companyId: company, ...payload } as never, {} as never)

  async function handedOver(): Promise<{ id: string; token: string }> {
    const { id } = await ordered()
    const token = await sign()
    await work(crmJobs.bibInstruction.name, { instructionId: id })
    await forget()
    return { id, token }
  }
  const told = (id: string) =>
    simulator.control
      .messages({ orderingKey: id, limit: 100 })
      .map(({ data }) => JSON.parse(data) as InstructionStatusEvent)
  /** Delivers Bib's last report with a different payment. */
  async function hearOtherwise(id: string, payment: object): Promise<void> {
    const last = told(id).at(-1)
    if (!last) throw new Error("Bib's order has no events")
    const data = { ...last.data, payment: { ...last.data.payment, ...payment } }
    await hear([{ ...last, sequence: 99, data }])
  }
  const get = async (id: string) => await as('rina').instructions.get({ id })

  /** Runs Bib for half a minute, and processes all its events. */
  async function goesOn(id: string): Promise<void> {
    simulator.clock.advanceHours(30 / 3600)
    time.now = simulator.clock.now()
    await hear(told(id))
  }
  return {
    ...world,
    nextWeek,
    forget,
    ordered,
    sign,
    work,
    handedOver,
    told,
    hear,
    hearAndFail,
    hearOtherwise,
    get,
    goesOn,
    stateOf: async (id: string) => (await get(id)).instruction.payment?.state,
    /** The notifications, and the messages to the investor, since the last call. */
    notes: async () =>
      (await take<{ kind: string; userId: string }>('notify')).map(
        ({ kind, userId }) => `${nameOf(userId)} ${kind}`,
      ),
    sent: async () => await take<Message & { subject?: string }>('message'),
    /** An order whose payment does not arrive. */
    async waiting() {
      simulator.control.setFaults({ paymentNever: { on: true } })
      const one = await handedOver()
      await goesOn(one.id)
      return one
    },
    /** Moves to the minutes after the cut-off. */
    async dueTimePasses(id: string): Promise<void> {
      const dueAt = (await get(id)).instruction.payment?.dueAt ?? ''
      simulator.clock.advanceTo(new Date(Date.parse(dueAt) + 11 * 60_000))
      time.now = simulator.clock.now()
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}
export type PaymentWorld = Awaited<ReturnType<typeof createPaymentWorld>>
