// The terms of a plan, checked as a whole before an investor is asked to sign them.
import type { Portfolio, Product } from '@rmtools/bib/partner'
import { bankAccountUnfit } from '@rmtools/contracts/crm/instruction-problems'
import * as problems from '@rmtools/contracts/crm/plan-problems'
import { firstDueOn, nextRunDays, type PlanTerms } from '@rmtools/contracts/crm/plan-rules'
import type { plans } from '@rmtools/contracts/crm/plans'
import type { Input } from '@rmtools/contracts/endpoint'
import { rounded } from '@rmtools/contracts/decimals'
import { Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import type { CrmPorts } from '../../ports.ts'
import { factsOf } from '../creating.ts'
import { answeredAmount } from '../limits.ts'
import { marketHolidays } from '../queries.ts'
import type { SaleFacts } from '../sales/queries.ts'
import { requireSignable, termsOf } from '../rules.ts'
import type { KeptLine, KeptTerms, PlanRow } from './queries.ts'
import { progressOf } from './runs/queries.ts'

export type Wanted = Omit<Input<typeof plans.create>, 'id'>
/** What Bib says of the funds, in their order, and of what the investor holds. */
export type FromBib = {
  products: readonly (Product | undefined)[]
  portfolio: Portfolio | undefined
}

type Checking = { actor: Actor; fromBib: FromBib; ports: CrmPorts; plan?: PlanRow }
export type Checked = { terms: KeptTerms; licenceNumber: string; riskBand: number | null }

/** Checks the terms as a whole, each fund like an order of its own. Throws the first refusal. */
export async function check(
  db: Transaction,
  input: Wanted,
  { actor, fromBib, ports, plan }: Checking,
): Promise<Checked> {
  const facts = await factsOf(db, input, plan?.rmId ?? actor.userId)
  const now = ports.clock.now()
  const today = jakarta(now).date
  const { lines: wanted, ...given } = input
  if (new Set(wanted.map(({ productCode }) => productCode)).size < wanted.length)
    refuse(problems.planFundTwice, '/lines')
  const lines: KeptLine[] = []
  for (const [index, line] of wanted.entries()) {
    const product = fromBib.products[index]
    const at = { now: now.toISOString(), today }
    const checking = { facts, given, product, portfolio: fromBib.portfolio, at }
    lines.push(atLine(index, () => checkLine(line, checking)))
  }
  if (!facts.account?.isFit) refuse(bankAccountUnfit, '/bankAccountId')
  const terms: KeptTerms = {
    lines,
    day: input.day,
    startsOn: input.startsOn,
    endsOn: input.endsOn ?? null,
    runsAtMost: input.runsAtMost ?? null,
    goalAmount: input.goalAmount ?? null,
    bankAccountId: input.bankAccountId,
    way: input.way,
    amountReason: null,
  }
  await checkSchedule(db, terms, { today, plan })
  for (const { amount } of lines) {
    requireSignable(
      { worth: amount, currency: 'IDR', certifiedAbove: facts.certifiedAbove },
      ports.signatures.level,
    )
    const order = { ...input, type: 'subscription', amount }
    terms.amountReason ??= (await answeredAmount(db, order, facts)).amountReason
  }
  const { licenceNumber } = facts.seller
  return { terms, licenceNumber: licenceNumber ?? '', riskBand: facts.buyer.riskBand }
}

type LineFacts = {
  facts: SaleFacts
  given: Pick<Wanted, 'factSheetOffered' | 'aboveRiskProfileTold'>
  product: Product | undefined
  portfolio: Portfolio | undefined
  at: { now: string; today: string }
}

function checkLine(
  { productCode, amount }: PlanTerms['lines'][number],
  { facts, given, product, portfolio, at }: LineFacts,
): KeptLine {
  const { factSheetOffered, aboveRiskProfileTold } = given
  const order = { type: 'subscription' as const, amount, factSheetOffered, aboveRiskProfileTold }
  const sale = { order, seller: facts.seller, buyer: facts.buyer, product, target: undefined }
  const sold = termsOf({ ...sale, portfolio, account: undefined, ...at })
  if (sold.product.bond !== null || sold.product.currency !== 'IDR')
    refuse(problems.planFundUnfit, '/productCode')
  return {
    productCode,
    productName: sold.product.name,
    manager: sold.product.manager,
    feePercent: sold.feePercent,
    amount: rounded(amount, 2),
    riskLevel: sold.product.riskLevel,
    aboveRiskProfile: sold.aboveRiskProfile,
  }
}

/** A refusal of one fund names the fund. */
function atLine<R>(index: number, work: () => R): R {
  const ofLine = new Set(['/amount', '/productCode'])
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error
    throw new Problem(error.kind, {
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      errors: error.errors.map((one) => ({
        ...one,
        pointer: ofLine.has(one.pointer) ? `/lines/${index}${one.pointer}` : one.pointer,
      })),
    })
  }
}

async function checkSchedule(
  db: Transaction,
  terms: KeptTerms,
  { today, plan }: { today: string; plan: PlanRow | undefined },
): Promise<void> {
  const { endsOn, runsAtMost, goalAmount, startsOn } = terms
  if ([endsOn, runsAtMost, goalAmount].filter((end) => end !== null).length > 1)
    refuse(problems.planEndInvalid, '/endsOn')
  // The start of a plan that runs already lies in the past.
  if (startsOn < today && startsOn !== plan?.startsOn) refuse(problems.planStartPassed, '/startsOn')
  const holidays = await marketHolidays(db)
  const progress = plan ? await progressOf(db, plan.id) : { runsDone: 0, amountDone: '0' }
  const from = firstDueOn(terms, today)
  if (nextRunDays(terms, { from, holidays, count: 1, progress }).length > 0) return
  const given = Object.entries({ endsOn, runsAtMost, goalAmount }).find(([, end]) => end !== null)
  refuse(problems.planWithoutRuns, `/${given?.[0] ?? 'startsOn'}`)
}

function refuse(kind: ProblemKind, pointer: string): never {
  throw new Problem(kind, { errors: [{ pointer, code: kind.code }] })
}
