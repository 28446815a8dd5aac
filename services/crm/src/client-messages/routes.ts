import { whatsappReports } from '@rmtools/contracts/crm/whatsapp-reports'
import type { ClientMessageState } from '@rmtools/contracts/crm/client-messages'
import { forbidden, Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { companyScope } from '@rmtools/kit/scope'
import { equalSecret } from '@rmtools/kit/secrets'
import { implement } from '@rmtools/kit/service'
import { fallBackKey } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { companyOfMessage, hurryJob, noteReport } from './queries.ts'
import { reportsIn, type Report } from './reports.ts'

/** `verifyToken`: what the operator entered for the webhook; null: WhatsApp is not set up. */
export const whatsappReportRoutes = (
  { clock }: Pick<CrmPorts, 'clock'>,
  verifyToken: string | null,
) =>
  implement('whatsappReports', whatsappReports, {
    verify: async ({ 'hub.verify_token': token, 'hub.challenge': challenge }) => {
      if (verifyToken === null || !equalSecret(token, verifyToken)) throw new Problem(forbidden)
      return Buffer.from(challenge)
    },

    push: async (body, { db }) => {
      const reports = reportsIn(body, clock.now())
      for (const report of reports) await take(db, report)
      return { read: reports.length }
    },
  })

const DECIDED: ReadonlySet<ClientMessageState> = new Set(['delivered', 'read', 'failed'])

/**
 * Notes what became of a message of any company. The job that waits to send it by SMS runs now: one
 * that failed goes out, and of any other the text, which may hold a code, is forgotten.
 */
async function take(db: Transaction, report: Report): Promise<void> {
  const companyId = await companyOfMessage(db, report.id)
  if (companyId === null) return
  await db.enter(companyScope(companyId))
  const state = await noteReport(db, report)
  if (state !== undefined && DECIDED.has(state)) await hurryJob(db, fallBackKey(report.id))
}
