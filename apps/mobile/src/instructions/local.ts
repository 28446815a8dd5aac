// Orders that the RM places for an investor, written to the outbox first.
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { investorRecord, type SeenCase } from '../investors/rules.ts'
import { queue } from '../sync/engine.ts'
import { quantityOf, type OrderForm } from './order.ts'
import { instructionRecord } from './rules.ts'

/**
 * Creates the instruction with this id; `send` asks the investor for approval, otherwise it stays a
 * draft.
 */
export async function orderFor(
  seen: Pick<SeenCase, 'id' | 'displayName'>,
  {
    id,
    form,
    isAboveProfile,
    send,
    channel,
  }: {
    id: string
    form: OrderForm
    isAboveProfile: boolean
    send: boolean
    /** For the link; the one that the client prefers unless it is given. */
    channel?: ClientChannel | undefined
  },
): Promise<void> {
  const { type, productCode, targetCode, bankAccountId, isFactSheetOffered } = form
  const input = {
    id,
    investorId: seen.id,
    ...quantityOf(form),
    productCode,
    factSheetOffered: isFactSheetOffered,
    send,
    ...(channel ? { channel } : {}),
    ...(type === 'switching' ? { targetProductCode: targetCode } : {}),
    ...(type === 'redemption' ? { bankAccountId } : {}),
    ...(isAboveProfile ? { aboveRiskProfileTold: form.isTold } : {}),
    ...(form.amountReason.trim() === '' ? {} : { amountReason: form.amountReason.trim() }),
    ...(form.isMeantTwice ? { confirmDuplicate: true } : {}),
  }
  await queue('instructions.create', {
    record: instructionRecord(id),
    after: investorRecord(seen.id),
    title: seen.displayName,
    input,
  })
}
