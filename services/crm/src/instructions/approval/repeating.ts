// The investor repeats an unpaid order by the link of the old one. The order is new in every respect
// but its content: the rules of today decide, under the licence of the RM who serves the investor
// today, and a new signature approves it.
import type { approvals } from '@rmtools/contracts/crm/approvals'
import { linkVoid } from '@rmtools/contracts/crm/approvals'
import { notRepeatable, sellerAbsent } from '@rmtools/contracts/crm/instruction-problems'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { isRepeatable } from '@rmtools/contracts/crm/payment-rules'
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { companyOf, companyScope, nobody } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { hashToken, tokenAfter } from '@rmtools/kit/secrets'
import { gathering } from '@rmtools/kit/service'
import { notify, tellRmOfInstruction } from '../../notifications/notify.ts'
import type { CrmPorts } from '../../ports.ts'
import { askBib, visibleInstruction, type FromBib } from '../creating.ts'
import { lockOrdersOf } from '../limits/queries.ts'
import { orderOf, repeat } from '../repeating.ts'
import { openLink, type Opened } from './answer.ts'
import * as queries from './queries.ts'

/** Null: repeated already, so Bib was not asked. */
type Facts = FromBib | null

/** The handler that repeats the order of a link; a second request returns the same new link. */
export const repeatingByLink = (ports: CrmPorts) =>
  gathering<typeof approvals.repeat, Facts>(
    async ({ token }, { begin }) => {
      const { before, sellerId, companyId } = await begin(nobody, async (tx) => {
        const seen = await instructionOf(tx, token, false)
        const seller = existing(await queries.sellerTo(tx, seen.investorId))
        return { before: seen, sellerId: seller.id, companyId: companyOf(tx) }
      })
      if (before.repeatedBy !== null) return null
      const scope = companyScope(companyId)
      return await askBib(orderOf(before), { begin, scope, sellerId }, ports)
    },
    async ({ token }, { db }, fromBib) => {
      const { investorId, id } = await instructionOf(db, token, true)
      await lockOrdersOf(db, investorId)
      const before = await visibleInstruction(db, id)
      const next = tokenAfter(token, ports.otpSecret)
      if (before.repeatedBy !== null) return { token: await openToken(db, next) }
      if (fromBib === null) throw new Problem(notRepeatable)
      return await repeatFor(db, before, { token: next, fromBib }, ports)
    },
    {
      prove: async ({ token }, { db }) => {
        const opened = await openLink(db, { token, isLocking: false, refusalOf: whyNot })
        return opened instanceof Problem ? opened : undefined
      },
    },
  )

/** Only the signer repeats: the link was answered, and its order failed for lack of payment. */
function whyNot({ link, instruction }: Opened) {
  if (link.voidedAt !== null || !instruction.companyIsActive) return linkVoid
  return link.usedAt !== null && isRepeatable(instruction) ? undefined : notRepeatable
}

async function instructionOf(
  db: Transaction,
  token: string,
  isLocking: boolean,
): Promise<Instruction> {
  const opened = await openLink(db, { token, isLocking, refusalOf: whyNot })
  if (opened instanceof Problem) throw opened
  return await visibleInstruction(db, opened.instruction.id)
}

/** A refused repetition is returned, not thrown, so that the RM is notified. */
async function repeatFor(
  db: Transaction,
  before: Instruction,
  { token, fromBib }: { token: string; fromBib: FromBib },
  ports: CrmPorts,
): Promise<{ token: string } | Problem> {
  const seller = existing(await queries.sellerTo(db, before.investorId))
  if (!seller.isActive) throw new Problem(sellerAbsent)
  const { investorName, productName } = before
  try {
    const { id } = await repeat(
      db,
      before,
      { fromBib, sellerId: seller.id, sender: { by: 'investor', token } },
      ports,
    )
    const order = { id, rmId: seller.id, investorName, product: { name: productName } }
    await tellRmOfInstruction(db, order, 'instruction.repeated')
    return { token }
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.status >= 500) throw refusal
    const kind = 'instruction.repeat-asked'
    await notify(db, {
      name: `${kind} ${before.id}`,
      userId: seller.id,
      kind,
      params: { investorName, productName },
      link: notificationLink(kind, before.id),
    })
    return refusal
  }
}

/** The token if its link still opens; a link that the RM sent instead is not ours to pass on. */
async function openToken(db: Db, token: string): Promise<string | null> {
  const found = await queries.linkOf(db, hashToken(token))
  const link = found && (await queries.linkById(db, found.tokenId))
  return link && link.voidedAt === null ? token : null
}
