// The link that asks an investor to approve.
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { sendable } from '@rmtools/contracts/crm/instruction-statuses'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { addJob } from '@rmtools/kit/jobs'
import type { Transaction } from '@rmtools/kit/db'
import { companyOf } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import { crmJobs } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { linkToken, linkUrl } from '../../client-links/rules.ts'
import { requireWay, sendToClient } from '../../client-messages/send-to-client.ts'
import { reminderOf } from '../../client-news/rules.ts'
import { addEvent, documentedById, moveInstruction, type DocumentedRow } from '../queries.ts'
import { insertLink, voidLinks } from './queries.ts'

const HOUR_MS = 3600_000
// Already approved, but for a NAV date that is no longer available: the investor must consent to
// the later one.
const AFTER_APPROVAL: readonly InstructionStatus[] = ['approved', 'sent', 'received', 'rejected']

/** Why an investor is asked again: the reason shown with the new link. */
export const NAV_DATE_CHANGED = { by: 'system', reason: 'nav-date-changed' } as const

/** Who sends the link, or why the system asks the investor again. */
export type Sender =
  | { by: 'rm' | 'back-office'; channel?: ClientChannel }
  | { by: 'investor'; token: string }
  | { by: 'system'; reason: string }

/**
 * Sends a new link and ends earlier ones; false if the instruction is too far along. Throws
 * contact-missing, channel-not-offered for a channel that was chosen.
 */
export async function sendLink(
  db: Transaction,
  instructionId: string,
  ports: Pick<CrmPorts, 'clock' | 'publicUrl' | 'otpSecret' | 'channels'>,
  sender: Sender = { by: 'rm' },
): Promise<boolean> {
  const reason = sender.by === 'system' ? sender.reason : null
  const instruction = await documentedById(db, instructionId)
  if (!instruction) return false
  const expiresAt = new Date(ports.clock.now().getTime() + instruction.linkHours * HOUR_MS)
  const moved = await moveInstruction(db, instructionId, {
    from: reason === null ? sendable : AFTER_APPROVAL,
    to: 'awaiting-approval',
    changes: { linkExpiresAt: expiresAt.toISOString(), statusReason: reason },
  })
  if (!moved) return false
  await voidLinks(db, instructionId)
  const linkId = crypto.randomUUID()
  const token =
    sender.by === 'investor' ? sender.token : linkToken('approval', linkId, ports.otpSecret)
  await insertLink(db, {
    id: linkId,
    instructionId,
    tokenHash: hashToken(token),
    expiresAt: expiresAt.toISOString(),
  })
  await addEvent(db, instructionId, { status: 'awaiting-approval', by: sender.by, detail: reason })
  const { investorId } = instruction
  const channel = 'channel' in sender ? sender.channel : undefined
  // A channel that was chosen is never replaced by another one.
  if (channel) await requireWay(db, { kind: 'approval-link', investorId, channel }, ports)
  await sendToClient(db, {
    id: linkId,
    kind: 'approval-link',
    investorId,
    instructionId,
    ...(channel ? { via: channel } : {}),
    values: linkValues(instruction, linkUrl('approval', token, ports.publicUrl)),
  })
  await addJob(
    db,
    crmJobs.instructionExpire,
    { companyId: companyOf(db), instructionId },
    { runAt: expiresAt },
  )
  const remindAt = reminderOf(expiresAt, ports.clock.now())
  if (remindAt)
    await addJob(
      db,
      crmJobs.approvalRemind,
      { companyId: companyOf(db), instructionId, linkId },
      { runAt: remindAt },
    )
  return true
}

/** What the message with a link says. */
export const linkValues = (
  { investorName, companyName, rmName, product }: DocumentedRow,
  link: string,
) => ({
  investorName,
  rmName: rmName ?? companyName,
  companyName,
  productName: product.name,
  link,
})
