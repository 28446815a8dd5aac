// An instruction's events in words, for the time lines of both apps: a state, a corrected
// allocation, a refund. Also the questions about its amount.
import { reasonText } from './bib-words.ts'
import { formatMoney, formatUnits } from './format.ts'
import { payerVerdictWords, paymentStates, type PaymentStateName } from './payment-words.ts'
import { instructionStates, type State } from './states.ts'
import { say, type Bilingual, type Language } from './words.ts'

type Figures = { units: string | null; nav: string | null }
type Allocation = Figures & { amount: string | null; target: Figures | null }
type Event = {
  status: keyof typeof instructionStates
  detail: string | null
  about: 'status' | 'correction' | 'refund' | 'payment'
  correction: { before: Allocation; after: Allocation } | null
  refund: { amount: string; status: 'pending' | 'paid'; reason: string | null } | null
  payment: Payment | null
}
type Payment = {
  state: PaymentStateName
  amount: string | null
  received: string
  missing: string
  excess: string
  verdict: 'accept' | 'return' | null
}

const states = {
  correction: { tone: 'waiting', word: say('Alokasi dikoreksi', 'Allocation corrected') },
  pending: { tone: 'waiting', word: say('Dana akan dikembalikan', 'Refund on its way') },
  paid: { tone: 'done', word: say('Dana sudah dikembalikan', 'Refund paid') },
} as const satisfies Record<string, State>

/** The state of a refund. */
export const refundState = (status: 'pending' | 'paid'): State => states[status]

/** An entry of the time line: its word, tone and details. */
export function instructionEventOf(
  event: Event,
  currency: string,
  language: Language,
): State & { detail: string | null } {
  const { status, detail, about, correction, refund, payment } = event
  if (about === 'correction' && correction)
    return {
      ...states.correction,
      detail: `${was[language]} ${allocationText(correction.before, currency, language)} → ${allocationText(correction.after, currency, language)}`,
    }
  if (about === 'refund' && refund)
    return {
      ...states[refund.status],
      detail: [formatMoney(refund.amount, currency, language), reasonText(refund.reason, language)]
        .filter(Boolean)
        .join(' · '),
    }
  if (about === 'payment' && payment) return paymentEventOf(payment, detail, { currency, language })
  return { ...instructionStates[status], detail: reasonText(detail, language) }
}

function paymentEventOf(
  payment: Payment,
  reason: string | null,
  { currency, language }: { currency: string; language: Language },
): State & { detail: string | null } {
  const { state, verdict } = payment
  if (verdict) {
    const tone = verdict === 'accept' ? 'done' : 'waiting'
    return { tone, word: payerVerdictWords[verdict], detail: reason }
  }
  const amount = spokenOf(payment)
  return { ...paymentStates[state], detail: amount && formatMoney(amount, currency, language) }
}

/** The amount to mention: the missing or the excess one, if any. */
function spokenOf({ state, amount, received, missing, excess }: Payment): string | null {
  if (state === 'short') return missing
  if (state === 'over' || state === 'twice') return excess
  return state === 'paid' || state === 'late' ? received : amount
}

function allocationText(
  { units, nav, amount, target }: Allocation,
  currency: string,
  language: Language,
): string {
  const one = (of: Figures) =>
    `${formatUnits(of.units, language)} @ ${formatUnits(of.nav, language)}`
  const parts = [
    one({ units, nav }),
    target && `⇒ ${one(target)}`,
    amount && `(${formatMoney(amount, currency, language)})`,
  ]
  return parts.filter(Boolean).join(' ')
}

const was = say('Semula', 'Was')

/** Why the amount of an order was questioned. */
export const amountQuestionWords: Readonly<Record<string, Bilingual>> = {
  'above-income': say(
    'Di atas penghasilan setahun yang dinyatakan investor.',
    'Above the yearly income that the investor declared.',
  ),
  'above-wealth': say(
    'Di atas kekayaan yang dinyatakan investor.',
    'Above the wealth that the investor declared.',
  ),
  'above-ceiling': say('Di atas batas wajar perusahaan.', "Above the company's usual limit."),
  'very-large': say('Jumlah yang sangat besar.', 'A very large amount.'),
}
