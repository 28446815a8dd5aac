import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'
import type { KeptCode } from '../../one-time-codes/rules.ts'

const build = statements<CrmDb>()

/** The company and link that a token belongs to; asked without a tenant, by who holds the token. */
export async function linkOf(db: Db, tokenHash: Buffer): Promise<{ companyId: string; tokenId: string } | undefined> {
  return await db.one(sql<{ companyId: string; tokenId: string }>`select * from instruction_link(${tokenHash})`)
}

export type LinkRow = KeptCode & { instructionId: string; expiresAt: string; usedAt: string | null; voidedAt: string | null }

/** A link, locked until the transaction ends: two answers at once come one after the other. */
export async function lockLink(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('instructionToken').selectAll().where('id', '=', id).forUpdate())
}

/** A link as it is, without changing or locking anything. */
export async function linkById(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('instructionToken').selectAll().where('id', '=', id))
}

/** Makes earlier links of an instruction useless. */
export async function voidLinks(db: Db, instructionId: string): Promise<void> {
  await db.run(
    build
      .updateTable('instructionToken')
      .set({ voidedAt: sql`now()` })
      .where('instructionId', '=', instructionId)
      .where('voidedAt', 'is', null)
      .where('usedAt', 'is', null),
  )
}

/** Stores a link by the hash of its token. */
export async function insertLink(db: Db, link: { instructionId: string; tokenHash: Buffer; expiresAt: string }): Promise<string> {
  const row = await db.one(build.insertInto('instructionToken').values(link).returning('id'))
  return row?.id ?? ''
}

/** Marks a link as answered. */
export async function useLink(db: Db, id: string, at: string): Promise<void> {
  await db.run(build.updateTable('instructionToken').set({ usedAt: at }).where('id', '=', id))
}

/** Keeps a new code, which ends the earlier one and its tries. */
export async function keepCode(db: Db, id: string, code: Omit<KeptCode, 'id'>): Promise<void> {
  await db.run(build.updateTable('instructionToken').set(code).where('id', '=', id))
}

/** Counts a try at a code; a spent one is forgotten. */
export async function countTry(db: Db, id: string, isSpent: boolean): Promise<void> {
  await db.run(
    build
      .updateTable('instructionToken')
      .set({ codeTries: sql`code_tries + 1`, ...(isSpent ? { codeHash: null } : {}) })
      .where('id', '=', id),
  )
}

export type NewEvidence = {
  instructionId: string
  document: string
  documentHash: string
  consentVersion: string
  signatureLevel: 'drawn-and-otp' | 'certified'
  signatureKey: string
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: string
  ip: string | null
  userAgent: string | null
  signedAt: string
}

/** Stores the evidence of an approval, once. */
export async function insertEvidence(db: Db, evidence: NewEvidence): Promise<void> {
  await db.run(build.insertInto('instructionEvidence').values(evidence))
}

/** The evidence of an instruction that was signed. */
export async function evidenceOf(db: Db, instructionId: string) {
  return await db.one(build.selectFrom('instructionEvidence').selectAll().where('instructionId', '=', instructionId))
}
