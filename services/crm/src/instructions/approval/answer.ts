// What happens to a link: opened, refused, answered.
import {
  linkExpired,
  linkUsed,
  linkVoid,
  type InstructionDocument,
} from '@rmtools/contracts/crm/approvals'
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import { notFound, Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Db, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf, companyScope, type Origin } from '@rmtools/kit/scope'
import { hashToken, maskContact } from '@rmtools/kit/secrets'
import { existing } from '@rmtools/kit/existing'
import { crmJobs } from '../../jobs.ts'
import { tellRmOfInstruction } from '../../notifications/notify.ts'
import { tryCode as tryLinkCode } from '../../one-time-codes/sending.ts'
import type { CrmPorts, Signature } from '../../ports.ts'
import { documentOf } from '../document.ts'
import {
  addEvent,
  documentedById,
  marketHolidays,
  moveInstruction,
  type DocumentedRow,
} from '../queries.ts'
import * as queries from './queries.ts'

export type Opened = { link: queries.LinkRow; instruction: DocumentedRow }

type Opening = {
  token: string
  isLocking: boolean
  refusalOf: (opened: Opened) => ProblemKind | undefined
}

/**
 * The link of a token and its instruction; continues in the scope of their company. A refusal is
 * returned, not thrown, so that its entry in the audit trail is kept: 404 for an unknown token,
 * otherwise what `refusalOf` says.
 */
export async function openLink(
  db: Transaction,
  { token, isLocking, refusalOf }: Opening,
): Promise<Opened | Problem> {
  const found = await queries.linkOf(db, hashToken(token))
  if (!found) return await refuse(db, 'unknown', notFound)
  await db.enter(companyScope(found.companyId))
  const opened = await openedLink(db, found.tokenId, isLocking)
  if (!opened) return await refuse(db, found.tokenId, notFound)
  const kind = refusalOf(opened)
  return kind ? await refuse(db, opened.link.id, kind) : opened
}

async function openedLink(
  db: Transaction,
  id: string,
  isLocking: boolean,
): Promise<Opened | undefined> {
  const link = await (isLocking ? queries.lockLink : queries.linkById)(db, id)
  const instruction = link && (await documentedById(db, link.instructionId))
  return link && instruction && { link, instruction }
}

async function refuse(db: Transaction, id: string, kind: ProblemKind): Promise<Problem> {
  await queries.noteRefusal(db, id, kind.code)
  return new Problem(kind)
}

/**
 * The link and its instruction, whatever their status, to name a contact person. Throws 404 for an
 * unknown token.
 */
export async function anyLink(db: Transaction, token: string): Promise<Opened> {
  const found = existing(await queries.linkOf(db, hashToken(token)))
  await db.enter(companyScope(found.companyId))
  return existing(await openedLink(db, found.tokenId, false))
}

/**
 * Why a link is closed: it was answered, replaced, withdrawn or has expired, its company is closed,
 * or its account was refused.
 */
export function whyClosed(
  { link, instruction }: Opened,
  { clock }: Pick<CrmPorts, 'clock'>,
): ProblemKind | undefined {
  if (link.usedAt !== null) return linkUsed
  if (link.voidedAt !== null || !instruction.companyIsActive || !instruction.isPayable)
    return linkVoid
  if (Date.parse(link.expiresAt) <= clock.now().getTime()) return linkExpired
  return instruction.status === 'awaiting-approval' ? undefined : linkVoid
}

/** The document as it would be signed now: its NAV date is that of an approval at this moment. */
export async function documentNow(
  db: Db,
  instruction: DocumentedRow,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<InstructionDocument> {
  return documentOf(
    instruction,
    navDateFor(jakarta(clock.now()), instruction.product.cutOff, await marketHolidays(db)),
  )
}

/**
 * Counts the attempt. The refusal is returned, not thrown, so that the count is kept. The fifth
 * wrong code voids it. A correct code is consumed, except by a mere check.
 */
export async function tryCode(
  db: Db,
  { link, instruction }: Opened,
  { code, ports, isLook }: { code: string | undefined; ports: CrmPorts; isLook: boolean },
): Promise<Problem | undefined> {
  return await tryLinkCode(link, code, {
    phone: instruction.investorPhone,
    ports,
    isLook,
    count: async (isSpent) => await queries.countTry(db, link.id, isSpent),
  })
}

type Answer = Opened & { at: string }

/** Approves: state, evidence, hand-over to Bib and notification of the RM in one transaction. */
export async function approve(
  db: Transaction,
  { link, instruction, at }: Answer,
  signed: {
    document: InstructionDocument
    hash: string
    signature: Signature
    level: SignatureLevel
    origin: Origin
  },
) {
  const { document, hash, signature, level, origin } = signed
  const text = JSON.stringify(document)
  const moved = await moveInstruction(db, instruction.id, {
    from: ['awaiting-approval'],
    to: 'approved',
    changes: {
      navDate: document.navDate,
      document: text,
      documentHash: hash,
      approvedAt: at,
      statusReason: null,
    },
  })
  if (!moved) throw new Problem(linkUsed)
  await queries.useLink(db, link.id, at)
  await queries.insertEvidence(db, {
    instructionId: instruction.id,
    document: text,
    documentHash: hash,
    consentVersion: document.consentVersion,
    signatureLevel: level,
    signatureKey: signature.key,
    signatureHash: signature.hash,
    otpChannel: 'sms',
    otpDestination: maskContact(instruction.investorPhone ?? ''),
    otpVerifiedAt: at,
    ip: origin.ip,
    userAgent: origin.device,
    signedAt: at,
  })
  await addEvent(db, instruction.id, { status: 'approved', by: 'investor' })
  await addJob(db, crmJobs.bibInstruction, {
    companyId: companyOf(db),
    instructionId: instruction.id,
  })
  await tellRmOfInstruction(db, instruction, 'instruction.approved')
  return { status: 'approved' as const, navDate: document.navDate, at }
}

/** Declines with the investor's reason. */
export async function decline(
  db: Transaction,
  { link, instruction, at }: Answer,
  reason: string | null,
) {
  const moved = await moveInstruction(db, instruction.id, {
    from: ['awaiting-approval'],
    to: 'declined',
    changes: { statusReason: reason },
  })
  if (!moved) throw new Problem(linkUsed)
  await queries.useLink(db, link.id, at)
  await addEvent(db, instruction.id, { status: 'declined', by: 'investor', detail: reason })
  await tellRmOfInstruction(db, instruction, 'instruction.declined')
  return { status: 'declined' as const, navDate: instruction.navDate, at }
}
