// The payment details as a text that the RM sends to a client who asks how to pay.
import type { Payment } from '@rmtools/contracts/crm/payments'
import { formatDate, formatInstant, formatMoney } from '@rmtools/look/format'
import { paymentFields, paymentMethodWords, paymentTexts } from '@rmtools/look/payment-words'
import type { Language } from '@rmtools/look/words'
import type { SeenInstruction } from './rules.ts'

/** The text to share: product, bank, number, amount, deadline and the NAV date that it secures. */
export function shareTextOf(
  { productName, currency, navDate }: SeenInstruction,
  payment: Payment,
  language: Language,
): string {
  const { bankName, number, method, amount, missing, state, dueAt, reference } = payment
  const due = state === 'short' ? missing : (amount ?? '0')
  const numberWord =
    method === 'transfer' ? paymentFields.accountNumber : paymentFields.virtualAccount
  const line = (word: { id: string; en: string }, value: string | null) =>
    value === null ? [] : [`${word[language]}: ${value}`]
  return [
    productName,
    ...line(paymentFields.bank, bankName),
    ...line(numberWord, number),
    // The picture is sent beside the text.
    ...(method === 'qris' ? line(paymentFields.method, paymentMethodWords.qris[language]) : []),
    ...line(paymentFields.reference, reference),
    ...line(paymentFields.amount, formatMoney(due, payment.currency ?? currency, language)),
    ...line(paymentFields.dueAt, dueAt && formatInstant(dueAt, language)),
    paymentFields.dueHint[language].replace('{date}', formatDate(navDate, language)),
    paymentTexts.waiting[language],
  ].join('\n')
}
