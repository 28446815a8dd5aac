// Comparisons as jobs: one for each company every night, and on request.
import type { Database, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { ReconciliationReport } from '@rmtools/contracts/crm/reconciliations'
import { crmJobs, type CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { activeCompanyIds } from '../companies/active.ts'
import { compare } from './comparison.ts'
import { failReport, finishReport, openReport, startReport } from './queries.ts'

/** Requests a comparison of the active company; returns the open one if there is one. */
export async function requestReconciliation(
  db: Transaction,
  startedBy: 'schedule' | 'user',
): Promise<ReconciliationReport> {
  const { report, isNew } = await openReport(db, startedBy)
  if (!isNew) return report
  const { companyId, id: reportId } = report
  await addJob(db, crmJobs.bibReconcile, { companyId, reportId })
  return report
}

/** The jobs of this feature. */
export function reconciliationJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'bibReconcile' | 'reconcileCompanies'> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    reconcileCompanies: async () => {
      for (const companyId of await activeCompanyIds(database))
        await inCompany(companyId, async (tx) => void (await requestReconciliation(tx, 'schedule')))
    },

    bibReconcile: async ({ companyId, reportId }, { attempt, maxAttempts }) => {
      const begin = async <R>(work: (tx: Transaction) => Promise<R>) =>
        await inCompany(companyId, work)
      const start = await begin(async (tx) => await startReport(tx, reportId))
      if (start === 'ended') return
      const { tenant, since } = start
      try {
        const { internal } = ports.bib.forTenant(tenant)
        const ended = await compare({ reportId, internal, ports, begin }, since)
        await begin(async (tx) => await finishReport(tx, { id: reportId, ...ended }))
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
        if (attempt >= maxAttempts)
          await begin(async (tx) => await failReport(tx, reportId, reason))
        throw error
      }
    },
  }
}
