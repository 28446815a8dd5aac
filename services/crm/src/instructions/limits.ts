// Checks of an order besides its terms: is it a duplicate, is the amount plausible, are the units
// still free?
import type { Portfolio } from '@rmtools/bib/partner'
import { duplicateInstruction } from '@rmtools/contracts/crm/instruction-problems'
import {
  amountQuestionsOf,
  amountUnusual,
  capRefusal,
  type AmountQuestion,
} from '@rmtools/contracts/crm/plausibility'
import {
  takesAll,
  unitsReserved,
  withReservations,
  type Reservation,
} from '@rmtools/contracts/crm/reservations'
import { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { notifyOfInstruction } from '../notifications/notify.ts'
import {
  declaredBy,
  reservationsOf,
  reviewersIn,
  sameOrderBefore,
  type Same,
} from './limits/queries.ts'
import { documentedById } from './queries.ts'
import type { SaleFacts } from './sales/queries.ts'

/**
 * The order that this one deliberately repeats; null if it repeats none. Throws
 * duplicate-instruction unless it was confirmed.
 */
export async function duplicateOf(
  db: Db,
  order: Same & { confirmDuplicate?: boolean | undefined },
): Promise<string | null> {
  const same = await sameOrderBefore(db, order)
  if (!same) return null
  if (order.confirmDuplicate === true) return same.id
  throw new Problem(duplicateInstruction, {
    detail: `The same order was placed ${same.seconds} s ago`,
    errors: [
      {
        pointer: '/confirmDuplicate',
        code: duplicateInstruction.code,
        detail: String(same.seconds),
      },
    ],
  })
}

type Amount = {
  investorId: string
  type: string
  amount?: string | null | undefined
  amountReason?: string | null | undefined
}
export type Answered = { amountQuestions: AmountQuestion['code'][]; amountReason: string | null }

/**
 * The questions about the amount, with the answer. Throws above-order-cap, or amount-unusual if
 * there is no answer.
 */
export async function answeredAmount(
  db: Db,
  order: Amount,
  limits: Pick<SaleFacts, 'orderCap' | 'orderQuestionAbove'>,
): Promise<Answered> {
  const cap = capRefusal(order, limits)
  if (cap)
    throw new Problem(cap.kind, {
      detail: cap.detail ?? '',
      errors: [{ pointer: cap.pointer, code: cap.kind.code, detail: cap.figure ?? '' }],
    })
  const questions = amountQuestionsOf(order, await declaredBy(db, order.investorId), limits)
  const reason = order.amountReason ?? null
  if (questions.length > 0 && reason === null)
    throw new Problem(amountUnusual, {
      errors: questions.map(({ code, limit }) => ({
        pointer: '/amountReason',
        code,
        detail: limit,
      })),
    })
  return {
    amountQuestions: questions.map(({ code }) => code),
    amountReason: questions.length > 0 ? reason : null,
  }
}

/** Notifies the reviewers of an unusual amount. */
export async function notifyOfUnusualAmount(
  db: Transaction,
  instructionId: string,
  { amountQuestions }: Answered,
): Promise<void> {
  const instruction =
    amountQuestions.length > 0 ? await documentedById(db, instructionId) : undefined
  if (!instruction) return
  const { companyId } = db.scope
  const params = {
    investorName: instruction.investorName,
    productName: instruction.product.name,
    rmName: instruction.rmName ?? '',
  }
  for (const userId of await reviewersIn(db, companyId ?? ''))
    await notifyOfInstruction(db, userId, instructionId, { kind: 'instruction.unusual', params })
}

type Wanted = { id?: string | undefined; investorId: string; type: string; productCode: string }
/** Bib's portfolio, and the orders of ours that Bib had received before. */
export type Asked = { portfolio: Portfolio | undefined; hadAtBib: ReadonlySet<string> }

/**
 * The portfolio available for an order: without the units of our other open orders. Read under the
 * lock of the investor's orders. Throws units-reserved if an open order takes everything, which
 * holds even while Bib is unreachable.
 */
export async function freeFor(
  db: Db,
  wanted: Wanted,
  { portfolio, hadAtBib }: Asked,
): Promise<Portfolio | undefined> {
  if (wanted.type === 'subscription') return portfolio
  const open = (await reservationsOf(db, wanted.investorId)).filter(
    ({ instructionId }) => instructionId !== wanted.id,
  )
  const reservations = open.map((one) => ({ ...one, isAtBib: hadAtBib.has(one.instructionId) }))
  if (!portfolio && takesAll(reservations, wanted.productCode))
    throw new Problem(unitsReserved, {
      errors: [{ pointer: '/productCode', code: unitsReserved.code }],
    })
  return portfolio && withReservations(portfolio, reservations)
}

/** The open orders that Bib has received by now. */
export const atBib = (reservations: readonly Reservation[]): ReadonlySet<string> =>
  new Set(reservations.filter(({ isAtBib }) => isAtBib).map(({ instructionId }) => instructionId))
