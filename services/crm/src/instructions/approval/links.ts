// What every link shares that an investor signs behind, of an instruction or of a plan's mandate:
// found by its token, refused with an entry in the trail, proved by a code.
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { notFound, Problem, type ProblemKind } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { companyScope, type Origin } from '@rmtools/kit/scope'
import { hashToken, maskContact } from '@rmtools/kit/secrets'
import { existing } from '@rmtools/kit/existing'
import type { KeptCode } from '../../one-time-codes/rules.ts'
import { sendCode, tryCode, type CodeOf } from '../../one-time-codes/sending.ts'
import type { CrmPorts, Signature } from '../../ports.ts'
import * as queries from './queries.ts'
import { recordApproval } from './records/recording.ts'

/** A link with what it is about. */
export type Linked<S> = { link: queries.LinkRow } & S

/** The subject of a link; undefined if the link is of another kind. */
export type SubjectOf<S> = (db: Db, link: queries.LinkRow) => Promise<S | undefined>

type Opening<S> = {
  token: string
  isLocking: boolean
  subjectOf: SubjectOf<S>
  refusalOf: (opened: Linked<S>) => ProblemKind | undefined
}

/**
 * The link of a token and its subject; continues in the scope of their company. A refusal is
 * returned, not thrown, so that its entry in the audit trail is kept: 404 for an unknown token,
 * otherwise what `refusalOf` says.
 */
export async function openLinkTo<S>(
  db: Transaction,
  { token, isLocking, subjectOf, refusalOf }: Opening<S>,
): Promise<Linked<S> | Problem> {
  const found = await queries.linkOf(db, hashToken(token))
  if (!found) return await refuse(db, 'unknown', notFound)
  await db.enter(companyScope(found.companyId))
  const opened = await linked(db, found.tokenId, { isLocking, subjectOf })
  if (!opened) return await refuse(db, found.tokenId, notFound)
  const kind = refusalOf(opened)
  return kind ? await refuse(db, opened.link.id, kind) : opened
}

/**
 * The link and its subject, whatever their status, to name a contact person. Throws 404 for an
 * unknown token.
 */
export async function anyLinkTo<S>(
  db: Transaction,
  token: string,
  subjectOf: SubjectOf<S>,
): Promise<Linked<S>> {
  const found = existing(await queries.linkOf(db, hashToken(token)))
  await db.enter(companyScope(found.companyId))
  return existing(await linked(db, found.tokenId, { isLocking: false, subjectOf }))
}

async function linked<S>(
  db: Transaction,
  id: string,
  { isLocking, subjectOf }: Pick<Opening<S>, 'isLocking' | 'subjectOf'>,
): Promise<Linked<S> | undefined> {
  const link = await (isLocking ? queries.lockLink : queries.linkById)(db, id)
  const subject = link && (await subjectOf(db, link))
  return link && subject && { ...subject, link }
}

async function refuse(db: Transaction, id: string, kind: ProblemKind): Promise<Problem> {
  await queries.noteRefusal(db, id, kind.code)
  return new Problem(kind)
}

type Receiver = Pick<CodeOf, 'investorId' | 'phone' | 'companyName' | 'settings'> & {
  instructionId?: string
}

/** Sends a code to the investor's phone. Throws contact-missing, otp-too-soon, codes-spent. */
export async function sendCodeFor(
  db: Transaction,
  link: queries.LinkRow,
  { ports, ...to }: Receiver & { ports: CrmPorts },
) {
  const keep = async (code: Omit<KeptCode, 'id'>, codeMessageId: string) =>
    await queries.keepCode(db, link.id, { ...code, codeMessageId })
  return await sendCode(db, link, { kind: 'approval-code', ...to }, { ports, keep })
}

type Trying = {
  phone: string | null
  code: string | undefined
  ports: Pick<CrmPorts, 'clock' | 'otpSecret'>
  isLook: boolean
}

/** Tries the code of a link; a refusal is returned, so that its count is kept. */
export async function tryLinkCode(
  db: Db,
  link: queries.LinkRow,
  { code, ...trying }: Trying,
): Promise<Problem | undefined> {
  const count = async (isSpent: boolean) => await queries.countTry(db, link.id, isSpent)
  return await tryCode(link, code, { ...trying, count })
}

/**
 * Why declining is refused. Once an RM has taken the link it asks for the code: the link alone no
 * longer shows that the investor declines.
 */
export async function refusedDecline(
  db: Db,
  link: queries.LinkRow,
  trying: Trying,
): Promise<Problem | undefined> {
  return link.takenAt === null ? undefined : await tryLinkCode(db, link, trying)
}

/** What an approval leaves behind, beside the document. */
export type Signed = {
  signature: Signature
  level: SignatureLevel
  origin: Origin
}

type Approved = Signed & {
  of: queries.SubjectId
  document: { consentVersion: string }
  hash: string
  link: queries.LinkRow
  phone: string | null
  at: string
}

/**
 * Stores the evidence of an approval (the document, its hash, the signature and the code) and its
 * record.
 */
export async function keepEvidence(
  db: Db,
  { of, document, hash, signature, level, origin, link, phone, at }: Approved,
): Promise<void> {
  const channels = await queries.codeChannels(db, link.codeMessageId)
  const id = await queries.insertEvidence(db, {
    ...of,
    document: JSON.stringify(document),
    documentHash: hash,
    consentVersion: document.consentVersion,
    signatureLevel: level,
    signatureKey: signature.key,
    signatureHash: signature.hash,
    otpChannel: channels.join('+') || 'sms',
    otpDestination: maskContact(phone ?? ''),
    otpVerifiedAt: at,
    ip: origin.ip,
    userAgent: origin.device,
    signedAt: at,
  })
  await recordApproval(db, id, at)
}
