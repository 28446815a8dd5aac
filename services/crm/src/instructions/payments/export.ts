// The columns about payment of an exported file of instructions: what the office reconciles with the
// bank's statement.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { instant, money, text, word, type Columns } from '@rmtools/kit/tables'
import { paymentFields, paymentMethodWords, paymentStates } from '@rmtools/look/payment-words'
import { say } from '@rmtools/look/words'
import { paidAt } from './rules.ts'

/** Every payer that the bank named, also of money that is held or goes back. */
function payersOf(payment: Instruction['payment']): string | null {
  const names = (payment?.receipts ?? []).flatMap(({ payerName }) => payerName ?? [])
  return [...new Set(names)].join('; ') || null
}

export const paymentColumns: Columns<Instruction> = [
  word(paymentFields.payment, ({ payment }) => payment && paymentStates[payment.state].word),
  word(paymentFields.method, ({ payment }) => payment && paymentMethodWords[payment.method]),
  text(paymentFields.bank, ({ payment }) => payment?.bankName ?? null),
  text(say('Nomor pembayaran', 'Payment number'), ({ payment }) => payment?.number ?? null),
  money(paymentFields.amount, ({ payment }) => payment?.amount ?? null),
  instant(paymentFields.dueAt, ({ payment }) => payment?.dueAt ?? null),
  money(paymentFields.received, ({ payment }) => payment?.received ?? null),
  money(paymentFields.missing, ({ payment }) => payment?.missing ?? null),
  money(say('Kelebihan', 'Excess'), ({ payment }) => payment?.excess ?? null),
  instant(say('Dibayar pada', 'Paid at'), ({ payment }) => payment && paidAt(payment)),
  text(paymentFields.payer, ({ payment }) => payersOf(payment)),
]
