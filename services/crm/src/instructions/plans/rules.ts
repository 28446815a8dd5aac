// The mandate of a plan as a document, and what a plan looks like to its readers. Pure.
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { SignedMandate } from '@rmtools/contracts/crm/mandate-rules'
import {
  firstDueOn,
  dueOn,
  nextPeriod,
  nextRunDays,
  periodOf,
  planAmount,
  RUN_ATTEMPTS,
  runDay,
} from '@rmtools/contracts/crm/plan-rules'
import type { Holidays } from '@rmtools/contracts/crm/nav-date'
import type { Plan } from '@rmtools/contracts/crm/plans'
import type { KeptTerms, PlanRow } from './queries.ts'
import type { MandateRow } from './mandate/queries.ts'

const CONSENT_VERSION = '2026-11-berkala'

/**
 * The statement that the investor signs. Its version is stored with the signature; a new wording
 * needs a new version.
 */
const consents = {
  plain:
    'Saya memberi mandat untuk membeli produk di atas setiap bulan, paling banyak senilai yang tercantum, dari rekening yang tercantum, tanpa tanda tangan baru. Saya telah menerima dan memahami prospektus atau fund fact sheet, dan mengetahui bahwa kinerja masa lalu tidak menjanjikan hasil di masa depan. Pembelian dilewati bila profil risiko saya tidak berlaku atau tidak sesuai, bila RM tidak berizin, atau bila produk tidak ditawarkan. Mandat ini dapat saya jeda atau cabut kapan saja melalui tautan yang dikirim kepada saya; instruksi yang sudah diterima Bib tetap berjalan.',
  debit: 'Saya menyetujui Bib mendebit rekening tersebut untuk setiap pembelian.',
  aboveProfile:
    'Saya telah diberi tahu produk mana yang tingkat risikonya di atas profil risiko saya dan tetap menghendakinya dengan segala akibatnya.',
} as const

/** The document of a mandate as it would be signed now. */
export function planDocumentOf(mandate: MandateRow): PlanDocument {
  const { terms } = mandate
  const consent = [
    consents.plain,
    ...(terms.way === 'direct-debit' ? [consents.debit] : []),
    ...(terms.lines.some(({ aboveRiskProfile }) => aboveRiskProfile)
      ? [consents.aboveProfile]
      : []),
  ]
  return {
    documentVersion: 1,
    planId: mandate.planId,
    mandateId: mandate.id,
    companyName: mandate.companyName,
    rmName: mandate.rmName ?? '-',
    licenceNumber: mandate.licenceNumber,
    investorName: mandate.investorName,
    lines: terms.lines,
    amount: planAmount(terms),
    currency: 'IDR',
    day: terms.day,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    runsAtMost: terms.runsAtMost,
    goalAmount: terms.goalAmount,
    way: terms.way,
    bankAccount: mandate.bankAccount ?? '-',
    riskBand: mandate.riskBand,
    attempts: RUN_ATTEMPTS,
    consentVersion: CONSENT_VERSION,
    consent: consent.join(' '),
  }
}

/** A signed mandate, as a run is judged by it. */
export function signedMandateOf({ terms, riskBand }: MandateRow): SignedMandate {
  const risks = Object.fromEntries(
    terms.lines.map(({ productCode, riskLevel, aboveRiskProfile }) => [
      productCode,
      { riskLevel, aboveRiskProfile },
    ]),
  )
  return { ...terms, riskBand, risks }
}

/** The terms of a plan as they are stored. */
export function termsOfPlan(plan: PlanRow): KeptTerms {
  const { lines, day, startsOn, endsOn, runsAtMost, goalAmount, bankAccountId, way } = plan
  const { amountReason } = plan
  return {
    lines,
    day,
    startsOn,
    endsOn,
    runsAtMost,
    goalAmount,
    bankAccountId,
    way,
    amountReason,
  }
}

/** A plan as its readers see it: with the exchange day of its next run. */
export function planShown(plan: PlanRow, holidays: Holidays): Plan {
  const isComing = plan.status === 'active' && plan.nextDueOn !== null
  return { ...plan, nextRunOn: isComing ? runDay(plan.nextDueOn ?? '', holidays) : null }
}

/** The first day of a plan from today on, in a month that has not been run. */
export function dueFrom(
  terms: Pick<KeptTerms, 'day' | 'startsOn'>,
  { today, lastPeriod }: { today: string; lastPeriod: string | null },
): string {
  const due = firstDueOn(terms, today)
  const isRun = lastPeriod !== null && periodOf(due) <= lastPeriod
  return isRun ? dueOn(nextPeriod(lastPeriod), terms.day) : due
}

/** The next three exchange days of a plan; of one that waits for its signature, as if signed now. */
export function nextThree(
  plan: KeptTerms,
  {
    from,
    holidays,
    progress,
  }: { from: string; holidays: Holidays; progress: { runsDone: number; amountDone: string } },
): string[] {
  return nextRunDays(plan, { from, holidays, count: 3, progress })
}
