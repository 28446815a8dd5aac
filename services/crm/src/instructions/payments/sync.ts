// Payment jobs: sending the back office's decisions to Bib, and acting at the due time.
import { receiptNotHeld, type InstructionRecord } from '@rmtools/bib/internal'
import { Problem } from '@rmtools/contracts/problem'
import type { Database, Transaction } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { bibKeyOf } from '../bib/queries.ts'
import { applyInstructionRecord } from '../from-bib.ts'
import { followPayment } from './following.ts'

/** The jobs of payments. */
export function paymentJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'paymentDue' | 'bibPayer'> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    paymentDue: async ({ companyId, instructionId }) =>
      await inCompany(companyId, async (tx) =>
        followPayment(tx, instructionId, { now: ports.clock.now() }),
      ),

    bibPayer: async ({ companyId, instructionId: id, receiptId, verdict }) => {
      const key = await inCompany(companyId, async (tx) => await bibKeyOf(tx, id))
      if (!key) return
      const { tenant } = key
      const record = await decideAtBib({ id, tenant, receiptId, verdict }, ports)
      if (record)
        await inCompany(companyId, async (tx) => await applyInstructionRecord(tx, record, ports))
    },
  }
}

type Verdict = { id: string; tenant: string; receiptId: string; verdict: 'accept' | 'return' }

/**
 * Bib's state of the order afterwards. If Bib no longer holds the money, its report is final;
 * anything else is retried.
 */
async function decideAtBib(
  { id, tenant, receiptId, verdict }: Verdict,
  { bib }: CrmPorts,
): Promise<InstructionRecord | undefined> {
  const { internal } = bib.forTenant(tenant)
  try {
    return await internal.decidePayer(
      { id, tenant, receiptId, verdict: verdict === 'accept' ? 'ACCEPT' : 'RETURN' },
      { idempotencyKey: `${id}:payer:${receiptId}` },
    )
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== receiptNotHeld.code) throw error
    return (await internal.findInstructions({ sourceId: id })).items[0]
  }
}
