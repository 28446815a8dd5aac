// Notifies those concerned of changes that Bib made afterwards: history, RM, investor.
import type { Allocation, Correction, RefundStep } from '@rmtools/contracts/crm/instruction-results'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { Transaction } from '@rmtools/kit/db'
import { tellClient, type Telling } from '../client-news/telling.ts'
import { formatUnits } from '@rmtools/look/format'
import { amountText, type Language } from '../message-templates/rules.ts'
import { tellRmOfInstruction } from '../notifications/notify.ts'
import { addEvent, documentedById, type DocumentedRow } from './queries.ts'

type Change = { status: InstructionStatus; correction: Correction }

/** A corrected allocation: before and after. */
export async function notifyOfCorrection(
  tx: Transaction,
  id: string,
  { status, correction }: Change,
): Promise<void> {
  await addEvent(tx, id, { status, by: 'bib', about: 'correction', data: correction })
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  await tellRmOfInstruction(tx, instruction, 'instruction.corrected')
  await tellInvestor(tx, instruction, {
    kind: 'allocation-corrected',
    figures: (language) => ({
      before: allocationText(correction.before, language),
      after: allocationText(correction.after, language),
    }),
  })
}

/** Money on its way back, or returned. */
export async function notifyOfRefund(tx: Transaction, id: string, step: RefundStep): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  await addEvent(tx, id, { status: instruction.status, by: 'bib', about: 'refund', data: step })
  const isPaid = step.status === 'paid'
  await tellRmOfInstruction(
    tx,
    instruction,
    isPaid ? 'instruction.refunded' : 'instruction.refund-pending',
  )
  await tellInvestor(tx, instruction, {
    kind: isPaid ? 'refund-paid' : 'refund-pending',
    figures: (language) => ({ amount: amountText(instruction.currency, step.amount, language) }),
  })
}

type OrderTelling = Pick<Telling, 'kind' | 'once' | 'isByBoth'> & Required<Pick<Telling, 'figures'>>

/** A message about an instruction to its investor. */
export async function tellInvestor(
  tx: Transaction,
  { id, investorId, product }: Pick<DocumentedRow, 'id' | 'investorId' | 'product'>,
  { figures, ...telling }: OrderTelling,
): Promise<void> {
  await tellClient(tx, investorId, {
    ...telling,
    instructionId: id,
    figures: (language) => ({ productName: product.name, ...figures(language) }),
  })
}

const words = { id: { unit: 'unit', nav: 'NAB' }, en: { unit: 'units', nav: 'NAV' } } as const

function allocationText({ units, nav, target }: Allocation, language: Language): string {
  const one = (of: { units: string | null; nav: string | null }) =>
    `${formatUnits(of.units ?? '0', language)} ${words[language].unit}, ${words[language].nav} ${formatUnits(of.nav ?? '0', language)}`
  return target ? `${one({ units, nav })} → ${one(target)}` : one({ units, nav })
}
