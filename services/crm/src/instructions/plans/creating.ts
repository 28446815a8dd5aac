// Making and changing a plan: Bib is asked for the funds first, then crm decides under a lock.
import * as problems from '@rmtools/contracts/crm/plan-problems'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { needsSignature } from '@rmtools/contracts/crm/mandate-rules'
import { planAmount } from '@rmtools/contracts/crm/plan-rules'
import type { Plan, plans } from '@rmtools/contracts/crm/plans'
import type { Input } from '@rmtools/contracts/endpoint'
import { rounded } from '@rmtools/contracts/decimals'
import { Problem, staleVersion } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import { scopeOf } from '@rmtools/kit/scope'
import { gathering, type OutsideContext } from '@rmtools/kit/service'
import { amountText } from '../../message-templates/rules.ts'
import type { CrmPorts } from '../../ports.ts'
import { requireSame } from '../../replays/rules.ts'
import { factsOf } from '../creating.ts'
import { voidMandateLinks } from '../approval/queries.ts'
import { marketHolidays } from '../queries.ts'
import { openPlan } from './acting.ts'
import { check, type Checked, type FromBib, type Wanted } from './checking.ts'
import { sendMandateLink } from './mandate/link.ts'
import { endMandates, insertMandate, mandateInForce } from './mandate/queries.ts'
import {
  addPlanEvent,
  insertPlan,
  keepNextDue,
  keepTerms,
  planById,
  type KeptTerms,
  type PlanRow,
} from './queries.ts'
import { dueFrom, planShown, termsOfPlan } from './rules.ts'
import { progressOf } from './runs/queries.ts'
import { tellInvestorOfChange } from './telling.ts'

type NewPlan = Input<typeof plans.create>

/** The handler that makes a plan and sends its mandate. */
export const creatingPlan = (ports: CrmPorts) =>
  gathering<typeof plans.create, FromBib>(
    async (input, context) => await askBib(input, context, ports),
    async (input, { db, actor }, fromBib) => {
      if (input.id !== undefined && (await planById(db, input.id)))
        return await storedBefore(db, input)
      const checked = await check(db, input, { actor, fromBib, ports })
      const { terms } = checked
      const id = await insertPlan(db, {
        ...terms,
        ...(input.id === undefined ? {} : { id: input.id }),
        investorId: input.investorId,
        amount: planAmount(terms),
      })
      if (id === undefined) return await storedBefore(db, input)
      await addPlanEvent(db, id, { what: 'created', by: 'rm' })
      await ask(db, id, checked, { ports, channel: input.channel })
      return await shownPlan(db, id)
    },
  )

/** The handler that changes the terms of a plan. */
export const changingPlan = (ports: CrmPorts) =>
  gathering<typeof plans.change, FromBib>(
    async ({ id, ...input }, { begin, actor }) => {
      const { investorId } = await begin(scopeOf(actor), async (tx) =>
        existing(await planById(tx, id)),
      )
      return await askBib({ ...input, investorId }, { begin, actor }, ports)
    },
    async ({ id, version, channel, ...input }, { db, actor }, fromBib) => {
      const plan = await openPlan(db, id)
      if (plan.version !== version) throw new Problem(staleVersion)
      const wanted = { ...input, investorId: plan.investorId }
      const checked = await check(db, wanted, { actor, fromBib, ports, plan })
      await change(db, plan, checked, { ports, channel })
      return await shownPlan(db, id)
    },
  )

/** A plan that the caller may see. Throws 404. */
export async function shownPlan(db: Transaction, id: string): Promise<Plan> {
  return planShown(existing(await planById(db, id)), await marketHolidays(db))
}

const compared = ['investorId', 'lines', 'day', 'startsOn', 'bankAccountId', 'way'] as const
const bare = (lines: readonly { productCode: string; amount: string }[]) =>
  lines.map(({ productCode, amount }) => ({ productCode, amount: rounded(amount, 2) }))

/** The stored plan, if a phone that missed our reply sent the same one again. */
async function storedBefore(db: Transaction, input: NewPlan): Promise<Plan> {
  const plan = input.id === undefined ? undefined : await planById(db, input.id)
  if (!plan) throw new Problem(problems.planIdTaken)
  requireSame(
    { ...input, lines: bare(input.lines) },
    { ...plan, lines: bare(plan.lines) },
    compared,
  )
  return planShown(plan, await marketHolidays(db))
}

type Asking = Pick<OutsideContext<typeof plans.create>, 'begin' | 'actor'>

async function askBib(input: Wanted, { begin, actor }: Asking, ports: CrmPorts): Promise<FromBib> {
  const facts = await begin(scopeOf(actor), async (tx) => await factsOf(tx, input, actor.userId))
  const { externalId } = facts.buyer
  const [portfolio, ...products] = await Promise.all([
    externalId === null ? undefined : ports.catalogue.portfolio(facts.tenant, externalId),
    ...input.lines.map(async ({ productCode }) => ports.catalogue.product(facts, productCode)),
  ])
  return { portfolio, products }
}

type SendingBy = { ports: CrmPorts; channel: ClientChannel | undefined }

/** Asks the investor to sign these terms; an earlier question ends. */
async function ask(
  db: Transaction,
  planId: string,
  { terms, licenceNumber, riskBand }: Checked,
  { ports, channel }: SendingBy,
): Promise<void> {
  await endQuestions(db, planId)
  const mandateId = await insertMandate(db, { planId, terms, licenceNumber, riskBand })
  await sendMandateLink(db, mandateId, { ports, by: 'rm', channel })
}

async function endQuestions(db: Transaction, planId: string): Promise<void> {
  for (const id of await endMandates(db, planId, { from: ['waiting'], to: 'replaced' }))
    await voidMandateLinks(db, id)
}

/**
 * Terms inside the mandate apply at once, and the investor is notified; others wait for a signature,
 * and those in force go on.
 */
async function change(
  db: Transaction,
  plan: PlanRow,
  checked: Checked,
  sending: SendingBy,
): Promise<void> {
  const { id } = plan
  const { ports } = sending
  const { terms } = checked
  const mandate = await mandateInForce(db, id)
  if (isSame(terms, termsOfPlan(plan))) throw new Problem(problems.planUnchanged)
  if (!mandate) {
    await keepTerms(db, id, { ...terms, amount: planAmount(terms) })
    await addPlanEvent(db, id, { what: 'changed', by: 'rm', detail: changesText(plan, terms) })
    return await ask(db, id, checked, sending)
  }
  if (needsSignature(mandate.terms, terms)) {
    await addPlanEvent(db, id, { what: 'change-asked', by: 'rm', detail: changesText(plan, terms) })
    return await ask(db, id, checked, sending)
  }
  await endQuestions(db, id)
  await keepTerms(db, id, { ...terms, amount: planAmount(terms) })
  const { lastPeriod } = await progressOf(db, id)
  if (plan.status === 'active') {
    const today = jakarta(ports.clock.now()).date
    await keepNextDue(db, id, dueFrom(terms, { today, lastPeriod }))
  }
  await addPlanEvent(db, id, { what: 'changed', by: 'rm', detail: changesText(plan, terms) })
  await tellInvestorOfChange(db, mandate, {
    words: {
      id: `sekarang ${amountText('IDR', planAmount(terms), 'id')} setiap tanggal ${terms.day}.`,
      en: `now ${amountText('IDR', planAmount(terms), 'en')} on day ${terms.day} of each month.`,
    },
    ports,
  })
}

const isSame = (one: KeptTerms, other: KeptTerms): boolean => {
  const plain = ({ lines, amountReason: _, ...rest }: KeptTerms) => [
    Object.entries({
      ...rest,
      goalAmount: rest.goalAmount && rounded(rest.goalAmount, 2),
    }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    lines.map(({ productCode, amount }) => [productCode, rounded(amount, 2)]),
  ]
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

/** What changes, in figures that need no words: amount and day, before and after. */
function changesText(plan: PlanRow, terms: KeptTerms): string {
  const money = (amount: string) => amountText('IDR', amount, 'id')
  return `${money(plan.amount)} / ${plan.day} → ${money(planAmount(terms))} / ${terms.day}`
}
