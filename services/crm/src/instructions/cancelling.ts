// Cancelling an instruction that may have reached Bib: an approved instruction is on its way, and a
// lost reply leaves open whether Bib has it.
import { notCancellable, type InstructionRecord } from '@rmtools/bib/internal'
import { Problem } from '@rmtools/contracts/problem'
import type { Database, Transaction } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { tellRmOfInstruction } from '../notifications/notify.ts'
import { applyInstructionRecord } from './from-bib.ts'
import { bibKeyOf } from './bib/queries.ts'
import { documentedById } from './queries.ts'

/** The job that cancels at Bib an instruction cancelled here. */
export function cancellingJobs(ports: CrmPorts, database: Database): CrmHandlers<'bibCancel'> {
  return {
    bibCancel: async ({ companyId, instructionId, reason }) => {
      const inCompany = async <R>(work: (tx: Transaction) => Promise<R>) =>
        await database.transaction(companyScope(companyId), jobOrigin, work)
      const key = await inCompany(async (tx) => await bibKeyOf(tx, instructionId))
      if (!key) return
      const record = await cancelAtBib({ ...key, id: instructionId, reason }, ports)
      if (!record) return
      await inCompany(async (tx) => {
        await applyInstructionRecord(tx, record, ports)
        const hasEnded = record.status === 'CANCELLED' || record.status === 'REJECTED'
        const instruction = hasEnded ? undefined : await documentedById(tx, instructionId)
        if (instruction) await tellRmOfInstruction(tx, instruction, 'instruction.cancel-refused')
      })
    },
  }
}

type Wish = { id: string; tenant: string; version: number; reason: string }

/**
 * Bib's record afterwards; undefined if Bib never received it. Bib's refusal as too late is final;
 * any other error is retried.
 */
async function cancelAtBib(
  { id, tenant, version, reason }: Wish,
  { bib }: CrmPorts,
): Promise<InstructionRecord | undefined> {
  const { internal } = bib.forTenant(tenant)
  try {
    return await internal.cancelInstruction(
      { id, tenant, reason },
      { idempotencyKey: `${id}:cancel:${version}` },
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 404) return undefined
    if (error.code !== notCancellable.code) throw error
    return (await internal.findInstructions({ sourceId: id })).items[0]
  }
}
