import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import type { Consent } from '@rmtools/contracts/crm/consents'
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { existing } from '@rmtools/kit/existing'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'
import type { KeptCode } from '../../one-time-codes/rules.ts'

const build = statements<CrmDb>()

/** The company and link of a token; called by the token's holder, without a tenant. */
export async function linkOf(
  db: Db,
  tokenHash: Buffer,
): Promise<{ companyId: string; tokenId: string } | undefined> {
  return await db.one(
    sql<{ companyId: string; tokenId: string }>`select * from instruction_link(${tokenHash})`,
  )
}

/** What a link or a signature is about. */
export type SubjectId = { instructionId: string } | { mandateId: string }

export type LinkRow = KeptCode & {
  /** A link is about an instruction or about a plan's mandate. */
  instructionId: string | null
  mandateId: string | null
  /** It lets the investor manage what was signed, instead of asking for a signature. */
  isLasting: boolean
  tokenHash: Buffer
  expiresAt: string
  usedAt: string | null
  voidedAt: string | null
  /** When an RM first took it. */
  takenAt: string | null
  /** The message that brought the code. */
  codeMessageId: string | null
}

/**
 * A link, locked until the transaction ends, so that two simultaneous answers are processed in
 * turn.
 */
export async function lockLink(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(
    build.selectFrom('instructionToken').selectAll().where('id', '=', id).forUpdate(),
  )
}

/** A link, read without a lock. */
export async function linkById(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('instructionToken').selectAll().where('id', '=', id))
}

/** The investor's consents, given and withdrawn. */
export async function consentsOfBuyer(
  db: Db,
  instructionId: string,
): Promise<Pick<Consent, 'purpose' | 'withdrawnAt'>[]> {
  return await db.all(sql<Pick<Consent, 'purpose' | 'withdrawnAt'>>`
    select c.purpose, c.withdrawn_at from consent c join instruction n on n.investor_id = c.investor_id where n.id = ${instructionId}`)
}

/** An investor's consents, given and withdrawn. */
export async function consentsOf(
  db: Db,
  investorId: string,
): Promise<Pick<Consent, 'purpose' | 'withdrawnAt'>[]> {
  return await db.all(
    sql<
      Pick<Consent, 'purpose' | 'withdrawnAt'>
    >`select purpose, withdrawn_at from consent where investor_id = ${investorId}`,
  )
}

/** Voids earlier links of an instruction. */
export async function voidLinks(db: Db, instructionId: string): Promise<void> {
  await db.run(openLinks().where('instructionId', '=', instructionId))
}

/** Voids the links that ask for the signature under a mandate. */
export async function voidMandateLinks(db: Db, mandateId: string): Promise<void> {
  await db.run(openLinks().where('mandateId', '=', mandateId).where('isLasting', '=', false))
}

const openLinks = () =>
  build
    .updateTable('instructionToken')
    .set({ voidedAt: sql`now()` })
    .where('voidedAt', 'is', null)
    .where('usedAt', 'is', null)

/** Stores a link by the hash of its token. */
export async function insertLink(
  db: Db,
  link: SubjectId & { id?: string; tokenHash: Buffer; expiresAt: string; isLasting?: boolean },
): Promise<void> {
  const whole = { instructionId: null, mandateId: null, isLasting: false, ...link }
  await db.run(build.insertInto('instructionToken').values(whole))
}

/** The link that asks for a signature and was neither answered nor replaced. */
export async function openLinkOf(
  db: Db,
  subject: SubjectId,
  { isLocking }: { isLocking: boolean },
): Promise<LinkRow | undefined> {
  const isAbout =
    'instructionId' in subject
      ? sql`instruction_id = ${subject.instructionId}`
      : sql`mandate_id = ${subject.mandateId}`
  return await db.one(sql<LinkRow>`
    select * from instruction_token where ${isAbout} and not is_lasting and voided_at is null and used_at is null
    order by created_at desc limit 1 ${isLocking ? sql`for update` : sql``}`)
}

/** Notes that an RM took a link. */
export async function noteTaken(db: Db, id: string, at: string): Promise<void> {
  await db.run(
    build
      .updateTable('instructionToken')
      .set({ takenAt: at })
      .where('id', '=', id)
      .where('takenAt', 'is', null),
  )
}

/** Marks a link as answered. */
export async function useLink(db: Db, id: string, at: string): Promise<void> {
  await db.run(build.updateTable('instructionToken').set({ usedAt: at }).where('id', '=', id))
}

/** Stores a new code, which replaces the earlier one and its attempts. */
export async function keepCode(
  db: Db,
  id: string,
  code: Omit<KeptCode, 'id'> & { codeMessageId: string },
): Promise<void> {
  await db.run(build.updateTable('instructionToken').set(code).where('id', '=', id))
}

/** Counts an attempt at a code; a void code is deleted. */
export async function countTry(db: Db, id: string, isSpent: boolean): Promise<void> {
  await db.run(
    build
      .updateTable('instructionToken')
      .set({
        codeTries: sql`code_tries + 1`,
        codeHash: sql`case when ${isSpent}::boolean then null else code_hash end`,
      })
      .where('id', '=', id),
  )
}

/** Records in the audit trail that a link was refused. */
export async function noteRefusal(db: Db, id: string, reason: string): Promise<void> {
  await noteAct(db, { action: 'link-refused', entity: 'instruction_token', id, after: { reason } })
}

/**
 * The channels by which a code went out: two if WhatsApp did not deliver it in time and an SMS
 * followed. None for a code from before its message was kept with the link.
 */
export async function codeChannels(db: Db, messageId: string | null): Promise<ClientChannel[]> {
  const rows = await db.all(sql<{ channel: ClientChannel }>`
    select m.channel from client_message m
    where m.id = ${messageId} or m.id = (select replaced_by from client_message where id = ${messageId})
    order by m.created_at, m.id limit 2`)
  return rows.map(({ channel }) => channel)
}

export type NewEvidence = {
  document: string
  documentHash: string
  consentVersion: string
  signatureLevel: SignatureLevel
  signatureKey: string
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: string
  ip: string | null
  userAgent: string | null
  signedAt: string
}

/** Stores the evidence of an approval, once, and returns its id. */
export async function insertEvidence(db: Db, evidence: NewEvidence & SubjectId): Promise<string> {
  const whole = { instructionId: null, mandateId: null, ...evidence }
  const inserted = await db.one(
    build.insertInto('instructionEvidence').values(whole).returning('id'),
  )
  return existing(inserted).id
}

/** The RM who serves an investor today. */
export async function sellerTo(
  db: Db,
  investorId: string,
): Promise<{ id: string; isActive: boolean } | undefined> {
  return await db.one(sql<{ id: string; isActive: boolean }>`
    select i.rm_id as id, coalesce(u.status = 'active', false) as is_active
    from investor i left join known_user u on u.id = i.rm_id where i.id = ${investorId}`)
}

const APPROVALS_AT_MOST = 20

export type KeptProof = Omit<NewEvidence, 'document'> & { id: string }
export type KeptEvidence = KeptProof & { document: InstructionDocument }

/** The evidence of the signature under a mandate. */
export async function evidenceOfMandate(
  db: Db,
  mandateId: string,
): Promise<(KeptProof & { document: PlanDocument }) | undefined> {
  return await db.one(
    sql<
      KeptProof & { document: PlanDocument }
    >`select * from instruction_evidence where mandate_id = ${mandateId}`,
  )
}

/** The evidence of each approval of an instruction, latest first. */
export async function evidencesOf(db: Db, instructionId: string): Promise<KeptEvidence[]> {
  return await db.all(sql<KeptEvidence>`
    select * from instruction_evidence where instruction_id = ${instructionId}
    order by signed_at desc limit ${sql.lit(APPROVALS_AT_MOST)}`)
}

/** When and why the investor declined, if that was the latest answer. */
export async function declineOf(
  db: Db,
  instructionId: string,
): Promise<{ at: string; reason: string | null } | undefined> {
  return await db.one(sql<{ at: string; reason: string | null }>`
    select at, detail as reason from instruction_event where instruction_id = ${instructionId} and status = 'declined' order by id desc limit 1`)
}
