// Repeats an order that failed for lack of payment, for the next NAV date: one tap, with the checks
// of any order.
import { notRepeatable } from '@rmtools/contracts/crm/instruction-problems'
import type { Instruction, instructions } from '@rmtools/contracts/crm/instructions'
import { isRepeatable } from '@rmtools/contracts/crm/payment-rules'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf } from '@rmtools/kit/scope'
import { gathering } from '@rmtools/kit/service'
import type { CrmPorts } from '../ports.ts'
import { askBib, make, visibleInstruction, type FromBib } from './creating.ts'
import { requestCancelling } from './from-bib.ts'
import { lockOrdersOf } from './limits/queries.ts'

/** The reason for cancelling a repeated order at Bib, in case its payment still arrives. */
const REPEATED = 'Repeated for a later NAV date'

/** The handler that repeats an instruction; a second request returns the existing one. */
export const repeating = (ports: CrmPorts) =>
  gathering<typeof instructions.repeat, FromBib>(
    async ({ id }, { begin, actor }) => {
      const before = await begin(scopeOf(actor), async (tx) => await visibleInstruction(tx, id))
      return await askBib(
        orderOf(before),
        { begin, scope: scopeOf(actor), sellerId: actor.userId },
        ports,
      )
    },
    async ({ id }, { db, actor }, fromBib) => {
      const { investorId } = await visibleInstruction(db, id)
      await lockOrdersOf(db, investorId)
      const before = await visibleInstruction(db, id)
      if (before.repeatedBy !== null) return await visibleInstruction(db, before.repeatedBy)
      return await repeat(db, before, { fromBib, sellerId: actor.userId }, ports)
    },
  )

type Repeating = Pick<Parameters<typeof make>[0], 'fromBib' | 'sellerId' | 'sender'>

/** Repeats an instruction that is locked and not repeated yet. Throws not-repeatable. */
export async function repeat(
  db: Transaction,
  before: Instruction,
  making: Repeating,
  ports: CrmPorts,
): Promise<Instruction> {
  if (!isRepeatable(before)) throw new Problem(notRepeatable)
  const { id, status } = before
  const repeated = await make({ ...making, order: orderOf(before), repeatOf: id }, db, ports)
  if (status === 'payment-pending') await requestCancelling(db, id, REPEATED)
  return repeated
}

/** The same order, so the earlier offer, information and answers hold for it. */
export function orderOf(before: Instruction): Input<typeof instructions.create> {
  const { investorId, type, productCode, amount, amountReason, aboveRiskProfile } = before
  return {
    investorId,
    type,
    productCode,
    amount,
    amountReason,
    factSheetOffered: true,
    aboveRiskProfileTold: aboveRiskProfile,
    confirmDuplicate: true,
  }
}
