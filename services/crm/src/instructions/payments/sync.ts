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
import { notifyOfRefusal } from './notifying.ts'
import { refuseDecision } from './queries.ts'
import { effectOf } from './rules.ts'

/** The jobs of payments. */
export function paymentJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'paymentDue' | 'bibPayer'> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    paymentDue: async ({ companyId, instructionId }) =>
      await inCompany(companyId, async (tx) => followPayment(tx, instructionId, ports.clock.now())),

    bibPayer: async ({ companyId, instructionId: id, receiptId, verdict }) => {
      const key = await inCompany(companyId, async (tx) => await bibKeyOf(tx, id))
      if (!key) return
      const { tenant } = key
      const { record, isRefused } = await decideAtBib({ id, tenant, receiptId, verdict }, ports)
      if (!record) return
      await inCompany(companyId, async (tx) => {
        await applyInstructionRecord(tx, record, ports)
        if (isRefused && effectOf(record.payment, receiptId) !== verdict)
          await takeBack(tx, { id, receiptId }, ports.clock.now())
      })
    },
  }
}

type Verdict = { id: string; tenant: string; receiptId: string; verdict: 'accept' | 'return' }

/** Lets Bib's report count instead of a decision, and notifies of it, once. */
async function takeBack(
  tx: Transaction,
  { id, receiptId }: Pick<Verdict, 'id' | 'receiptId'>,
  now: Date,
): Promise<void> {
  if (!(await refuseDecision(tx, { instructionId: id, receiptId, at: now.toISOString() }))) return
  await notifyOfRefusal(tx, id)
  await followPayment(tx, id, now)
}

/**
 * Bib's state of the order afterwards. If Bib no longer holds the money, its report is final;
 * anything else is retried.
 */
async function decideAtBib(
  { id, tenant, receiptId, verdict }: Verdict,
  { bib }: CrmPorts,
): Promise<{ record: InstructionRecord | undefined; isRefused: boolean }> {
  const { internal } = bib.forTenant(tenant)
  try {
    const record = await internal.decidePayer(
      { id, tenant, receiptId, verdict: verdict === 'accept' ? 'ACCEPT' : 'RETURN' },
      { idempotencyKey: `${id}:payer:${receiptId}` },
    )
    return { record, isRefused: false }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== receiptNotHeld.code) throw error
    const [record] = (await internal.findInstructions({ sourceId: id })).items
    return { record, isRefused: true }
  }
}
