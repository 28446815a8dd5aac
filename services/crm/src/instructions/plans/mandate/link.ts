// The link that asks an investor to sign the mandate of a plan.
import { addJob } from '@rmtools/kit/jobs'
import type { Transaction } from '@rmtools/kit/db'
import { companyOf } from '@rmtools/kit/scope'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import { crmJobs } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import { insertLink, voidMandateLinks } from '../../approval/queries.ts'
import { addPlanEvent } from '../queries.ts'
import { tellInvestorOfPlan } from '../telling.ts'
import { mandateById, moveMandate } from './queries.ts'

const HOUR_MS = 3600_000

type Sending = {
  ports: Pick<CrmPorts, 'clock' | 'publicUrl'>
  by: 'rm' | 'back-office'
}

/** Sends a new link to a mandate and ends earlier ones; false if it was answered or replaced. */
export async function sendMandateLink(
  tx: Transaction,
  mandateId: string,
  { ports, by }: Sending,
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
  const token = randomToken()
  await insertLink(tx, {
    mandateId,
    tokenHash: hashToken(token),
    expiresAt: expiresAt.toISOString(),
  })
  await addPlanEvent(tx, mandate.planId, { what: 'link-sent', by })
  const link = `${ports.publicUrl}/i/plan/${token}`
  await tellInvestorOfPlan(tx, mandate, { kind: 'plan-link', link, ports })
  const payload = { companyId: companyOf(tx), mandateId }
  await addJob(tx, crmJobs.planExpire, payload, { runAt: expiresAt })
  return true
}
