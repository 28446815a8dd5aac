// The runs of a plan on their day: each fund either gets an instruction by the mandate or is skipped
// with a reason. Bib is asked first; then everything is decided in one transaction under the plan's
// lock, so that a killed worker has done all of it or nothing.
import type { Portfolio, Product } from '@rmtools/bib/partner'
import { isOffered, leastSubscription, worthOf } from '@rmtools/contracts/crm/instruction-rules'
import { isExchangeDay, navDateFor, type Holidays } from '@rmtools/contracts/crm/nav-date'
import { runRefusal } from '@rmtools/contracts/crm/mandate-rules'
import {
  dueAfter,
  isPastEnd,
  isReached,
  periodOf,
  planReasons,
  type PlanReason,
} from '@rmtools/contracts/crm/plan-rules'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { crmJobs } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import { newRow } from '../../creating.ts'
import { addEvent, marketHolidays } from '../../queries.ts'
import { saleFacts, type SaleFacts } from '../../sales/queries.ts'
import { termsOf } from '../../rules.ts'
import { mandateInForce, type MandateRow } from '../mandate/queries.ts'
import { addPlanEvent, keepNextDue, movePlan, planById, type PlanRow } from '../queries.ts'
import { signedMandateOf } from '../rules.ts'
import { tellInvestorOfRun, tellRmOfPlan } from '../telling.ts'
import { newItems, type Item } from './rules.ts'
import { insertMandated, insertRun, moveRun, progressOf, retriesOf } from './queries.ts'

/** What a plan has to do now; nothing unless it is active. */
export async function itemsOf(
  tx: Transaction,
  plan: PlanRow,
  { now, holidays }: { now: Date; holidays: Holidays },
): Promise<Item[]> {
  if (plan.status !== 'active') return []
  const today = jakarta(now).date
  const items = newItems(plan, { today, holidays, progress: await progressOf(tx, plan.id) })
  // Money moves on exchange days only.
  if (!isExchangeDay(today, holidays)) return items
  for (const { id, period, productCode, attempts } of await retriesOf(tx, plan.id, today)) {
    const line = plan.lines.find((one) => one.productCode === productCode)
    if (line)
      items.push({ period, runOn: today, line, attempt: attempts + 1, runId: id, isMissed: false })
  }
  return items
}

/** A fund that was taken out of the plan meanwhile is not tried again. */
async function giveUpRemoved(tx: Transaction, plan: PlanRow, today: string): Promise<void> {
  for (const { id, productCode } of await retriesOf(tx, plan.id, today))
    if (!plan.lines.some((line) => line.productCode === productCode))
      await moveRun(tx, id, { from: ['retrying'], to: 'skipped', reason: 'plan-ended' })
}

export type FromBib = {
  products: ReadonlyMap<string, Product | undefined>
  portfolio: Portfolio | undefined
}
type Running = { plan: PlanRow; mandate: MandateRow | undefined; fromBib: FromBib } & {
  facts: SaleFacts
  now: Date
  holidays: Holidays
  ports: CrmPorts
}

/** Does what a plan has to do now, under its lock, and sets the day of the next run. */
export async function runPlan(
  tx: Transaction,
  planId: string,
  { fromBib, ports }: { fromBib: FromBib; ports: CrmPorts },
): Promise<void> {
  const plan = existing(await planById(tx, planId))
  const now = ports.clock.now()
  const holidays = await marketHolidays(tx)
  const items = await itemsOf(tx, plan, { now, holidays })
  // The plan has changed since Bib was asked: ask again.
  if (items.some(({ line }) => !fromBib.products.has(line.productCode)))
    return await addJob(tx, crmJobs.planRun, { companyId: companyOf(tx), planId })
  await giveUpRemoved(tx, plan, jakarta(now).date)
  const sold = { ...plan, sellerId: plan.rmId }
  const facts = existing(await saleFacts(tx, sold))
  const mandate = await mandateInForce(tx, planId)
  const running = { plan, mandate, fromBib, facts, now, holidays, ports }
  for (const item of items) await runItem(tx, item, running)
  await goOn(tx, plan, { items, today: jakarta(now).date })
}

async function runItem(tx: Transaction, item: Item, running: Running): Promise<void> {
  const { plan, mandate, ports } = running
  const reason = item.isMissed ? 'missed' : refusalOf(item, running)
  const runId = await keepRun(tx, item, { plan, mandate, reason })
  if (runId === undefined) return
  if (reason === undefined && mandate) return await buy(tx, { item, runId, mandate }, running)
  const { productName, amount } = item.line
  await tellRmOfPlan(tx, { ...aboutOf(plan), ...mandate }, 'plan.skipped', {
    productName,
    reason: reason ?? 'mandate-missing',
  })
  if (mandate)
    await tellInvestorOfRun(tx, mandate, 'plan-skipped', {
      run: { productName, amount },
      reason: reason ?? 'mandate-missing',
      date: null,
      ports,
    })
}

const aboutOf = (plan: PlanRow) => ({
  planId: plan.id,
  rmId: plan.rmId,
  investorName: plan.investorName,
  terms: plan,
})

/** Stores the run or its new attempt; undefined if another worker did. */
async function keepRun(
  tx: Transaction,
  { period, runOn, line, runId }: Item,
  {
    plan,
    mandate,
    reason,
  }: { plan: PlanRow; mandate: MandateRow | undefined; reason: PlanReason | undefined },
): Promise<string | undefined> {
  const status = reason === undefined ? 'made' : 'skipped'
  if (runId !== null) {
    const change = { from: ['retrying'], to: status, reason: reason ?? null } as const
    const isNewAttempt = reason === undefined
    return (await moveRun(tx, runId, { ...change, isNewAttempt })) ? runId : undefined
  }
  return await insertRun(tx, {
    planId: plan.id,
    mandateId: mandate?.id ?? null,
    period,
    productCode: line.productCode,
    productName: line.productName,
    amount: line.amount,
    runOn,
    status,
    reason: reason ?? null,
  })
}

/** Why a fund may not be bought now; undefined when it is inside the mandate. */
function refusalOf(item: Item, running: Running): PlanReason | undefined {
  const { plan, mandate, facts, now } = running
  const product = running.fromBib.products.get(item.line.productCode)
  const isSold = product && isOffered(product, true, now.toISOString())
  const refusal = runRefusal({
    mandate: mandate ? signedMandateOf(mandate) : null,
    line: item.line,
    frame: plan,
    company: { isActive: mandate?.companyIsActive ?? false, orderCap: facts.orderCap },
    investor: {
      isRegistered: facts.buyer.status === 'registered' && facts.buyer.externalId !== null,
      lacksConsent: facts.buyer.lacksConsent ?? false,
      sharesSellersContact: facts.buyer.sharesSellersContact ?? false,
      riskBand: facts.buyer.riskBand,
      riskExpiresOn: facts.buyer.riskExpiresOn,
    },
    seller: facts.seller,
    account: facts.account ?? null,
    product: isSold
      ? {
          riskLevel: product.riskLevel,
          least: leastSubscription(product, running.fromBib.portfolio),
        }
      : null,
    today: jakarta(now).date,
  })
  return refusal ?? saleRefusal(item, running)
}

const isReason = (code: string): code is PlanReason => planReasons.some((reason) => reason === code)

/** What the rules of any sale refuse beyond the mandate's. */
function saleRefusal(item: Item, running: Running): PlanReason | undefined {
  try {
    orderOf(item, running)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return isReason(error.code) ? error.code : 'outside-mandate'
  }
}

/** The order of an item, with the terms of its sale. */
function orderOf({ line }: Item, { plan, facts, fromBib, now }: Running) {
  const order = {
    investorId: plan.investorId,
    type: 'subscription' as const,
    productCode: line.productCode,
    amount: line.amount,
    // The mandate says that both were done before it was signed.
    factSheetOffered: true,
    aboveRiskProfileTold: line.aboveRiskProfile,
  }
  const { seller, buyer } = facts
  const terms = termsOf({
    order,
    seller,
    buyer,
    product: fromBib.products.get(line.productCode),
    target: undefined,
    portfolio: fromBib.portfolio,
    account: undefined,
    today: jakarta(now).date,
    now: now.toISOString(),
  })
  return { order, terms }
}

type Buying = { item: Item; runId: string; mandate: MandateRow }

/** Makes the instruction, without a new signature: the mandate is its evidence. */
async function buy(
  tx: Transaction,
  { item, runId, mandate }: Buying,
  running: Running,
): Promise<void> {
  const { plan, facts, fromBib, now, holidays, ports } = running
  const { order, terms } = orderOf(item, running)
  const soonest = navDateFor(jakarta(now), terms.product.cutOff, holidays)
  const navDate = item.runOn > soonest ? item.runOn : soonest
  const decided = {
    ...terms,
    navDate,
    worth: worthOf(order, terms.product, fromBib.portfolio),
    riskBand: facts.buyer.riskBand,
    duplicateOf: null,
    amountQuestions: [],
    amountReason: null,
  }
  const instructionId = await insertMandated(tx, {
    ...newRow(order, decided),
    rmId: plan.rmId,
    planRunId: runId,
    mandateId: mandate.id,
    attempt: item.attempt,
    approvedAt: now.toISOString(),
    documentHash: mandate.documentHash ?? '',
  })
  if (instructionId === undefined) return
  await addEvent(tx, instructionId, { status: 'approved', by: 'system', detail: 'by-mandate' })
  await addJob(tx, crmJobs.bibInstruction, { companyId: companyOf(tx), instructionId })
  // Where the investor pays by hand, the message with the account follows as soon as Bib has it.
  if (plan.way === 'direct-debit')
    await tellInvestorOfRun(tx, mandate, 'plan-debit', {
      run: { productName: item.line.productName, amount: item.line.amount },
      reason: null,
      date: navDate,
      ports,
    })
}

/** Sets the day of the next run, or completes the plan once nothing is to come and all is done. */
async function goOn(
  tx: Transaction,
  plan: PlanRow,
  { items, today }: { items: readonly Item[]; today: string },
): Promise<void> {
  if (plan.status !== 'active') return
  const progress = await progressOf(tx, plan.id)
  const ran = items.filter(({ runId }) => runId === null).map(({ period }) => period)
  const last = ran.toSorted().at(-1) ?? progress.lastPeriod
  const before = plan.nextDueOn
  const isBehind = before === null || (last !== null && periodOf(before) <= last)
  const from = before ?? `${last ?? periodOf(today)}-01`
  const due = isBehind ? dueAfter(`${last ?? periodOf(from)}-01`, plan.day) : from
  const isOver = isReached(plan, progress) || isPastEnd(plan, due)
  await keepNextDue(tx, plan.id, isOver ? null : due)
  if (!isOver || progress.isOpen) return
  await movePlan(tx, plan.id, { from: ['active'], to: 'completed' })
  await addPlanEvent(tx, plan.id, { what: 'completed', by: 'system' })
  await tellRmOfPlan(tx, aboutOf(plan), 'plan.completed')
}
