// Each approval gets its record in the transaction that stores its evidence. A clock's job does the
// same for approvals from before records were kept, and for those of an old replica in an upgrade.
import type { Database, Db } from '@rmtools/kit/db'
import { writeRecord } from '@rmtools/kit/evidence-record'
import { existing } from '@rmtools/kit/existing'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { activeCompanyIds } from '../../../companies/active.ts'
import type { CrmHandlers } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import * as queries from './queries.ts'

/** Adds the record of an approval to the chain of the active company. */
export async function recordApproval(
  db: Db,
  evidenceId: string,
  recordedAt: string,
): Promise<void> {
  const approval = existing(await queries.approvalById(db, evidenceId))
  // Last, because other approvals of the company wait for this transaction from here on.
  await queries.lockRecords(db)
  const head = await queries.lastRecord(db)
  const sequence = (head?.sequence ?? 0) + 1
  const previousHash = head?.hash ?? null
  const { text, hash } = writeRecord({
    companyId: approval.companyId,
    companyName: approval.companyName,
    sequence,
    previousHash,
    evidenceId,
    ...subjectOf(approval),
    document: approval.document,
    documentHash: approval.documentHash,
    consentVersion: approval.consentVersion,
    signer: {
      name: approval.investorName,
      capacity: 'investor',
      sid: approval.sid,
      ifua: approval.ifua,
    },
    signature: { level: approval.signatureLevel, imageHash: approval.signatureHash },
    code: {
      channel: approval.otpChannel,
      destination: approval.otpDestination,
      verifiedAt: approval.otpVerifiedAt,
    },
    ip: approval.ip,
    userAgent: approval.userAgent,
    signedAt: approval.signedAt,
    recordedAt,
  })
  await queries.insertRecord(db, { evidenceId, sequence, record: text, hash, previousHash })
}

function subjectOf({ instructionId, mandateId }: queries.Approval) {
  return instructionId === null
    ? ({ kind: 'mandate', subjectId: mandateId ?? '' } as const)
    : ({ kind: 'instruction', subjectId: instructionId } as const)
}

const AT_ONCE = 50

/** Records the approvals that have no record yet. */
export function recordingJobs(
  { clock }: Pick<CrmPorts, 'clock'>,
  database: Database,
): CrmHandlers<'recordApprovals'> {
  const some = async (companyId: string) =>
    await database.transaction(companyScope(companyId), jobOrigin, async (tx) => {
      const ids = await queries.unrecorded(tx, AT_ONCE)
      for (const id of ids) await recordApproval(tx, id, clock.now().toISOString())
      return ids.length
    })
  return {
    recordApprovals: async () => {
      for (const companyId of await activeCompanyIds(database))
        while ((await some(companyId)) === AT_ONCE);
    },
  }
}
