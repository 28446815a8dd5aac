// Monthly statements by the clock: a look each morning, then batches of a company's clients, then a
// job for each client.
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import { addJob, addJobs } from '@rmtools/kit/jobs'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { activeCompanyIds } from '../companies/active.ts'
import { crmJobs, type CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { makeStatement } from './making.ts'
import { closedDays, sendsStatements, withoutStatement } from './queries.ts'
import { monthDue } from './rules.ts'

const CLIENTS_AT_A_TIME = 200

/** The jobs of this feature. */
export function statementJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'statementsDue' | 'statementBatch' | 'statementMake'> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    statementsDue: async () => {
      const { date } = jakarta(ports.clock.now())
      for (const companyId of await activeCompanyIds(database))
        await inCompany(companyId, async (tx) => {
          const month = monthDue(date, await closedDays(tx))?.from
          if (month === undefined || !(await sendsStatements(tx, companyId))) return
          await addJob(tx, crmJobs.statementBatch, { companyId, month, after: null })
        })
    },

    statementBatch: async ({ companyId, month, after }) =>
      await inCompany(companyId, async (tx) => {
        if (!(await sendsStatements(tx, companyId))) return
        const page = { month, after, limit: CLIENTS_AT_A_TIME }
        const ids = await withoutStatement(tx, page)
        await addJobs(
          tx,
          crmJobs.statementMake,
          ids.map((investorId) => ({ companyId, investorId, month })),
        )
        const last = ids.at(-1)
        if (last === undefined || ids.length < CLIENTS_AT_A_TIME) return
        await addJob(tx, crmJobs.statementBatch, { companyId, month, after: last })
      }),

    statementMake: async (wanted) => await makeStatement(wanted, ports, database),
  }
}
