// Direct debits: Bib takes the money of a subscription from the account that the investor's mandate
// names, and says when the bank refuses.
import type { InstructionRecord } from '../internal.ts'
import type { PaymentRequest } from '../payments.ts'
import type { FaultName } from './faults.ts'
import { subjectOf, submissionOf, type InstructionRow } from './instruction-rows.ts'
import type { World } from './world.ts'

/** How the money of an instruction with a debit is taken; undefined for one that is paid by hand. */
export function debitOf(
  row: InstructionRow,
): Pick<PaymentRequest, 'method' | 'bankName' | 'bankCode' | 'reference'> | undefined {
  const { debit } = submissionOf(row)
  if (!debit) return undefined
  const { bankName, bankCode } = debit.bankAccount
  return { method: 'DIRECT_DEBIT', bankName, bankCode, reference: `DD-${row.id}` }
}

const refusals = [
  ['debitRefused', 'DEBIT_REFUSED', 'The bank refused the debit'],
  ['debitInsufficient', 'DEBIT_INSUFFICIENT', 'The balance of the account does not suffice'],
] as const satisfies readonly (readonly [FaultName, string, string])[]

/** Why the bank debits nothing; undefined if it does, and for an instruction without a debit. */
export function debitRefusalOf(
  world: World,
  row: InstructionRow,
): InstructionRecord['reason'] | undefined {
  if (!submissionOf(row).debit) return undefined
  const subject = subjectOf(world, row)
  const struck = refusals.find(([fault]) => world.faults.take(fault, subject) !== undefined)
  return struck && { code: struck[1], field: '/debit', detail: struck[2] }
}

/** Whether money is still on its way at the due time: of a debit or of a payment by hand. */
export function isMoneyLate(world: World, row: InstructionRow): boolean {
  const fault = submissionOf(row).debit ? 'debitLate' : 'paymentLate'
  return world.faults.isOn(fault, subjectOf(world, row))
}

const LATE_MS = 60_000

/** Whether a debit is not through yet; it comes through a minute after the due time. */
export function isDebitLate(world: World, row: InstructionRow, dueAt: number): boolean {
  const { now } = world.clock
  if (!submissionOf(row).debit || !isMoneyLate(world, row) || now() >= dueAt) return false
  world.clock.schedule(dueAt + LATE_MS, 'instruction-step', String(row.id))
  return true
}

/** Whether the bank debits twice. */
export const isDebitedTwice = (world: World, row: InstructionRow): boolean =>
  Boolean(submissionOf(row).debit) &&
  world.faults.take('debitTwice', subjectOf(world, row)) !== undefined
