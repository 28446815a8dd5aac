// The link by which an investor is asked to approve.
import { sendable, type InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { addJob } from '@rmtools/kit/jobs'
import type { Transaction } from '@rmtools/kit/db'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import type { CrmPorts } from '../../ports.ts'
import { addEvent, documentedById, moveInstruction } from '../queries.ts'
import { insertLink, voidLinks } from './queries.ts'

const HOUR_MS = 3600_000
// Approved once, but for a NAV date that can no longer be had: the investor must consent to the later one.
const AFTER_APPROVAL: readonly InstructionStatus[] = ['approved', 'sent', 'received', 'rejected']

/** Who has the link sent, or why the system asks the investor again. */
export type Sender = { by: 'rm' | 'back-office' } | { by: 'system'; reason: string }

/** Sends a new link and ends earlier ones; false when the instruction is past that. */
export async function sendLink(
  db: Transaction,
  instructionId: string,
  ports: Pick<CrmPorts, 'clock' | 'publicUrl'>,
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
  const token = randomToken()
  const linkId = await insertLink(db, { instructionId, tokenHash: hashToken(token), expiresAt: expiresAt.toISOString() })
  await addEvent(db, instructionId, { status: 'awaiting-approval', by: sender.by, detail: reason })
  await addJob(db, 'message', invitation(linkId, instruction, `${ports.publicUrl}/i/approve/${token}`))
  await addJob(
    db,
    'instruction.expire',
    { companyId: db.scope.companyId, instructionId },
    { key: `expire:${instructionId}`, runAt: expiresAt },
  )
  return true
}

type Invited = {
  investorName: string
  investorEmail: string | null
  investorPhone: string | null
  companyName: string
  rmName: string | null
  product: { name: string }
}

function invitation(id: string, { investorName, investorEmail, investorPhone, companyName, rmName, product }: Invited, url: string) {
  const asks = `${rmName ?? companyName} (${companyName})`
  const text = `Yth. ${investorName},\n\n${asks} mengajukan instruksi atas nama Anda: ${product.name}. Silakan periksa, lalu setujui atau tolak melalui tautan ini:\n${url}\n\nAbaikan pesan ini bila Anda tidak mengenalinya.\n\n—\n${asks} asks you to approve an instruction for ${product.name}. Please review it and approve or decline at the link above.\n`
  if (investorEmail !== null) return { id, channel: 'email', to: investorEmail, subject: `Persetujuan instruksi: ${product.name}`, text }
  return { id, channel: 'sms', to: investorPhone, text: `${companyName}: setujui atau tolak instruksi ${product.name} di ${url}` }
}
