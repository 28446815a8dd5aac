import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

/** An approval's evidence with its people and company. */
export type Approval = {
  id: string
  companyId: string
  companyName: string
  instructionId: string | null
  mandateId: string | null
  document: object
  documentHash: string
  consentVersion: string
  signatureLevel: SignatureLevel
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: string
  ip: string | null
  userAgent: string | null
  signedAt: string
  investorName: string
  sid: string | null
  ifua: string | null
}

/** An approval. */
export async function approvalById(db: Db, evidenceId: string): Promise<Approval | undefined> {
  return await db.one(sql<Approval>`
    select e.*, c.name as company_name, i.display_name as investor_name, i.sid, i.ifua
    from instruction_evidence e join known_company c on c.company_id = e.company_id
      left join instruction n on n.id = e.instruction_id left join plan_mandate m on m.id = e.mandate_id left join plan p on p.id = m.plan_id
      join investor i on i.id = coalesce(n.investor_id, p.investor_id)
    where e.id = ${evidenceId}`)
}

/** Serialises the records of the active company until the transaction ends. */
export async function lockRecords(db: Db): Promise<void> {
  await db.run(
    sql`select pg_advisory_xact_lock(hashtextextended('evidence_record:' || ${activeCompany}::text, 0))`,
  )
}

export type Head = { sequence: number; hash: string }

/** The company's last record. */
export async function lastRecord(db: Db): Promise<Head | undefined> {
  return await db.one(
    sql<Head>`select sequence, hash from evidence_record order by sequence desc limit 1`,
  )
}

export type StoredRecord = {
  evidenceId: string
  sequence: number
  record: string
  hash: string
  previousHash: string | null
}

/** Stores a record, once. */
export async function insertRecord(db: Db, record: StoredRecord): Promise<void> {
  const { evidenceId, sequence, record: text, hash, previousHash } = record
  await db.run(sql`
    insert into evidence_record (evidence_id, sequence, record, hash, previous_hash)
    values (${evidenceId}, ${sequence}, ${text}, ${hash}, ${previousHash})`)
}

/** Approvals of the company that have no record yet, oldest first. */
export async function unrecorded(db: Db, atMost: number): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select e.id from instruction_evidence e
    where not exists (select from evidence_record r where r.evidence_id = e.id)
    order by e.signed_at, e.id limit ${atMost}`)
  return rows.map(({ id }) => id)
}

/** The company and record of a hash; called by anybody, without a tenant. */
export async function recordOf(
  db: Db,
  hash: string,
): Promise<{ companyId: string; id: string } | undefined> {
  return await db.one(
    sql<{ companyId: string; id: string }>`select * from evidence_record_of(${hash})`,
  )
}

export type CheckedRecord = StoredRecord & { documentHash: string; signatureKey: string }

/** A record with what its evidence keeps beside it. */
export async function recordById(db: Db, id: string): Promise<CheckedRecord | undefined> {
  return await db.one(sql<CheckedRecord>`
    select r.evidence_id, r.sequence, r.record, r.hash, r.previous_hash, e.document_hash, e.signature_key
    from evidence_record r join instruction_evidence e on e.id = r.evidence_id where r.id = ${id}`)
}

/** The record of an approval, with what its evidence keeps beside it. */
export async function recordOfEvidence(
  db: Db,
  evidenceId: string,
): Promise<CheckedRecord | undefined> {
  return await db.one(sql<CheckedRecord>`
    select r.evidence_id, r.sequence, r.record, r.hash, r.previous_hash, e.document_hash, e.signature_key
    from evidence_record r join instruction_evidence e on e.id = r.evidence_id where r.evidence_id = ${evidenceId}`)
}

/** The records before and after one of this number. */
export async function neighbours(db: Db, sequence: number): Promise<StoredRecord[]> {
  return await db.all(sql<StoredRecord>`
    select evidence_id, sequence, record, hash, previous_hash from evidence_record
    where sequence in (${sequence}::int - 1, ${sequence}::int + 1) order by sequence limit 2`)
}
