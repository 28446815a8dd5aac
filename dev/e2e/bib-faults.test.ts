// SECURITY 39, DOMAIN 11: Bib is down, slow, refuses, loses or repeats messages: business
// continues, and in the end everything exists exactly once.
import type { FaultSettings } from '@rmtools/bib/simulator/control'
import type { FaultSetting } from '@rmtools/bib/simulator/faults'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import type { System } from '../system.ts'
import {
  bibOf,
  carriedOut,
  expectOnceAndInOrder,
  runJobsNow,
  approvedCase,
  quietStage,
  registered,
  signed,
  type BibControl,
} from './bib.ts'
import { asOwner, jobsDone } from './books.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { untilRegistered } from '../tour/papers.ts'
import type { Stage } from '../tour/stage.ts'
import { kill } from './endings.ts'

const ONE_MINUTE = 60_000

let system: System
let bib: BibControl
let rina: Caller
let stage: Stage
beforeAll(async () => {
  system = await throwAwaySystem({ arrangement: 'split' })
  await jobsDone(system)
  bib = bibOf(system)
  stage = quietStage(system)
  rina = await as(system, 'rina')
})
afterAll(async () => {
  await bib[Symbol.asyncDispose]()
  await system[Symbol.asyncDispose]()
})
beforeEach(async () => void (await bib.clearFaults()))

const once: FaultSetting = { on: true, times: 1 }

describe('SECURITY 39: what goes wrong on the way to Bib and back', () => {
  test.each<[string, FaultSettings]>([
    ['written, but never answered', { timeoutAfterSuccess: once }],
    ['written, but answered 500; then 429', { errorAfterCommit: once, tooManyRequests: once }],
    ['slower than we wait', { slow: { on: true, times: 1, ms: 2500 } }],
    [
      'the event before the answer, and each event twice',
      { eventBeforeAnswer: once, duplicateEvents: { on: true } },
    ],
    [
      'events out of order, and one that nobody understands',
      { outOfOrderEvents: { on: true, times: 2 }, poisonMessage: once },
    ],
  ])(
    '%s: registered and carried out once, told once and in order',
    async (_, faults) => {
      await bib.switchFaults(faults)
      const investor = await registered(stage, rina)
      await bib.switchFaults(faults)
      const instructionId = await signed(stage, rina, investor)
      await carriedOut(rina, instructionId)
      await jobsDone(system)
      await expectOnceAndInOrder(bib, rina, { investorId: investor.id, instructionId })
    },
    ONE_MINUTE,
  )

  test.each<[keyof FaultSettings, FaultSetting]>([
    ['lostEvents', { on: true, times: 1, match: 'SENT_TO_IM' }],
    ['eventWrongTenant', { on: true, times: 1, match: 'SENT_TO_IM' }],
  ])(
    '%s: what was not heard is found by comparing',
    async (name, fault) => {
      const investor = await registered(stage, rina)
      await bib.switchFaults({ [name]: fault })
      const instructionId = await signed(stage, rina, investor)
      await eventually(
        'Bib to be done',
        async () => (await bib.instructions(instructionId))[0]?.status === 'SENT_TO_IM',
      )
      await eventually('the events to be delivered', async () => !(await bib.messages())['pending'])
      expect((await rina.api.instructions.get({ id: instructionId })).instruction.status).toBe(
        'paid',
      )
      const sari = await as(system, 'sari')
      await sari.api.reconciliations.start()
      await carriedOut(rina, instructionId)
      await expectOnceAndInOrder(bib, rina, { investorId: investor.id, instructionId })
    },
    ONE_MINUTE,
  )

  test(
    'productSuspended: once the event is heard nothing of it is sold, although a moment ago it was',
    async () => {
      const { id: investorId } = await registered(stage, rina)
      const { items } = await rina.api.products.list({ type: 'MONEY_MARKET' })
      const productCode =
        items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')?.code ?? ''
      const order = {
        investorId,
        type: 'subscription',
        productCode,
        amount: '25000000',
        factSheetOffered: true,
        confirmDuplicate: true,
      } as const
      await rina.api.instructions.create(order)
      await bib.switchFaults({ productSuspended: { on: true, match: productCode } })
      await eventually('the event to be delivered', async () => !(await bib.messages())['pending'])
      await expect(rina.api.instructions.create(order)).rejects.toMatchObject({
        code: 'product-not-offered',
      })
    },
    ONE_MINUTE,
  )

  test('messages that cannot be understood, and those for nobody we know, are set aside for an operator', async () => {
    await asOwner(system, async (owner) => {
      const { rows } = await owner.query<{ reason: string }>(
        'select reason from crm_bib.bib_poison',
      )
      expect(rows.some(({ reason }) => reason === 'unknown tenant SIM-OTHER')).toBe(true)
      expect(rows.length).toBeGreaterThanOrEqual(3)
    })
  })
})

describe('SECURITY 39: the worker is killed between sending and marking', () => {
  test(
    'the investor is registered once, and the instruction is carried out once',
    async () => {
      await bib.switchFaults({ timeoutAfterSuccess: once })
      const investor = await approvedCase(stage, rina)
      await eventually(
        'the case at Bib',
        async () => (await bib.investors(investor.id)).length === 1,
      )
      await kill(system, 'crm')
      await system.restart('crm')
      await untilRegistered(rina, investor.id)

      await bib.switchFaults({ timeoutAfterSuccess: once })
      const instructionId = await signed(stage, rina, investor)
      await eventually(
        'the instruction at Bib',
        async () => (await bib.instructions(instructionId)).length === 1,
      )
      await kill(system, 'crm')
      await system.restart('crm')
      await carriedOut(rina, instructionId)
      await jobsDone(system)
      await expectOnceAndInOrder(bib, rina, { investorId: investor.id, instructionId })
    },
    ONE_MINUTE,
  )
})

describe('SECURITY 39: Bib is away for a while', () => {
  test(
    'leads, cases, reviews and signatures go on, products are shown as of before; afterwards everything is delivered once',
    async () => {
      const known = await registered(stage, rina)
      // crm must have loaded the products once since its start.
      await jobsDone(system)
      await carriedOut(rina, await signed(stage, rina, known))
      const { items: before } = await rina.api.products.list()
      // Changing a product invalidates the cached ones at the moment when Bib stops answering.
      await bib.switchFaults({
        productSuspended: { on: true, match: before.at(-1)?.code ?? '' },
        down: { on: true },
      })
      const shown = await eventually('products as of before', async () => {
        const now = await rina.api.products.list()
        return now.isStale && now
      })
      expect(shown.items).toEqual(before)
      await kill(system, 'bib')

      const { lead } = await rina.api.leads.create({
        fullName: 'Joko Susilo',
        phone: '+628119990001',
      })
      const waiting = await approvedCase(stage, rina)
      const instructionId = await signed(stage, rina, known)
      expect((await rina.api.leads.get({ id: lead.id })).status).toBe('new')
      expect(['approved', 'syncing']).toContain(
        (await rina.api.investors.get({ id: waiting.id })).status,
      )
      expect((await rina.api.instructions.get({ id: instructionId })).instruction.status).toBe(
        'approved',
      )

      await system.restart('bib')
      await eventually('Bib to be back', async () => await bib.clearFaults().catch(() => undefined))
      await eventually('all to be handed over', async () => {
        await runJobsNow(system)
        return (
          (await bib.investors(waiting.id)).length === 1 &&
          (await bib.instructions(instructionId)).length === 1
        )
      })
      await untilRegistered(rina, waiting.id)
      await carriedOut(rina, instructionId)
      await jobsDone(system)
      await expectOnceAndInOrder(bib, rina, { investorId: known.id, instructionId })
      expect((await bib.investors(waiting.id)).length).toBe(1)
    },
    ONE_MINUTE,
  )
})
