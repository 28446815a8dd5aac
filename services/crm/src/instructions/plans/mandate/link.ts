// The link that asks an investor to sign the mandate of a plan.
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { addJob } from '@rmtools/kit/jobs'
import type { Transaction } from '@rmtools/kit/db'
import { companyOf } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import { linkToken, linkUrl } from '../../../client-links/rules.ts'
import { requireWay } from '../../../client-messages/send-to-client.ts'
import { crmJobs } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import { insertLink, voidMandateLinks } from '../../approval/queries.ts'
import { addPlanEvent } from '../queries.ts'
import { tellInvestorOfPlan } from '../telling.ts'
import { mandateById, moveMandate } from './queries.ts'

const HOUR_MS = 3600_000

type Sending = {
  ports: Pick<CrmPorts, 'clock' | 'publicUrl' | 'otpSecret' | 'channels'>
  by: 'rm' | 'back-office'
  channel?: ClientChannel | undefined
}

/**
 * Sends a new link to a mandate and ends earlier ones; false if it was answered or replaced. Throws
 * contact-missing, channel-not-offered for a channel that was chosen.
 */
export async function sendMandateLink(
  tx: Transaction,
  mandateId: string,
  { ports, by, channel }: Sending,
): Promise<boolean> {
  const mandate = await mandateById(tx, mandateId)
  if (!mandate) return false
  const expiresAt = new Date(ports.clock.now().getTime() + mandate.linkHours * HOUR_MS)
  const moved = await moveMandate(tx, mandateId, {
    from: ['waiting', 'expired'],
    to: 'waiting',
    linkExpiresAt: expiresAt.toISOString(),
  })
  if (!moved) return false
  await voidMandateLinks(tx, mandateId)
  const { investorId } = mandate
  if (channel) await requireWay(tx, { kind: 'plan-link', investorId, channel }, ports)
  const id = crypto.randomUUID()
  const token = linkToken('mandate', id, ports.otpSecret)
  await insertLink(tx, {
    id,
    mandateId,
    tokenHash: hashToken(token),
    expiresAt: expiresAt.toISOString(),
  })
  await addPlanEvent(tx, mandate.planId, { what: 'link-sent', by })
  const link = linkUrl('mandate', token, ports.publicUrl)
  await tellInvestorOfPlan(tx, mandate, { id, kind: 'plan-link', link, via: channel, ports })
  const payload = { companyId: companyOf(tx), mandateId }
  await addJob(tx, crmJobs.planExpire, payload, { runAt: expiresAt })
  return true
}
