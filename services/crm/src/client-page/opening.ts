// Who may see a client's page: the holder of its link, after a code, for as long as the visit
// lasts. Refusals are returned, not thrown, so that their entries in the audit trail are kept.
import { linkExpired, linkVoid } from '@rmtools/contracts/crm/approvals'
import { VISIT_MINUTES, visitEnded } from '@rmtools/contracts/crm/client-page'
import { notFound, Problem, type ProblemKind } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import { companyScope } from '@rmtools/kit/scope'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import type { CrmPorts } from '../ports.ts'
import * as queries from './queries.ts'

const IDLE_MS = VISIT_MINUTES * 60_000
const LONGEST_MS = 4 * 3_600_000

type Ports = Pick<CrmPorts, 'clock'>
export type Opened = { link: queries.LinkRow; owner: queries.Owner }

/**
 * The link of a token and its client; continues in the scope of their company. 404 for an unknown
 * token, 410 for one that expired, was revoked, or whose company is closed.
 */
export async function openLink(
  db: Transaction,
  token: string,
  { clock }: Ports,
): Promise<Opened | Problem> {
  const found = await queries.linkOf(db, hashToken(token))
  if (!found) return await refuse(db, 'unknown', notFound)
  await db.enter(companyScope(found.companyId))
  await queries.actAsInvestor(db)
  const opened = await withOwner(db, await queries.lockLink(db, found.id))
  const kind = opened ? whyClosed(opened, clock.now()) : notFound
  return !opened || kind ? await refuse(db, found.id, kind ?? notFound) : opened
}

async function withOwner(
  db: Transaction,
  link: queries.LinkRow | undefined,
): Promise<Opened | undefined> {
  const owner = link && (await queries.ownerById(db, link.investorId))
  return link && owner && { link, owner }
}

/** Why a link does not open. */
export function whyClosed({ link, owner }: Opened, now: Date): ProblemKind | undefined {
  if (link.voidedAt !== null || !owner.companyIsActive || owner.status !== 'registered')
    return linkVoid
  return Date.parse(link.expiresAt) <= now.getTime() ? linkExpired : undefined
}

async function refuse(db: Transaction, id: string, kind: ProblemKind): Promise<Problem> {
  await queries.noteUse(db, id, { action: 'link-refused', after: { reason: kind.code } })
  return new Problem(kind)
}

/**
 * The link and its client, whatever became of the link, to name a contact person. Throws 404 for an
 * unknown token.
 */
export async function anyLink(
  db: Transaction,
  token: string,
  { clock }: Ports,
): Promise<Opened & { isOpen: boolean }> {
  const found = existing(await queries.linkOf(db, hashToken(token)))
  await db.enter(companyScope(found.companyId))
  const opened = existing(await withOwner(db, await queries.linkById(db, found.id)))
  return { ...opened, isOpen: whyClosed(opened, clock.now()) === undefined }
}

/** Begins a visit after a right code; returns its token. */
export async function beginVisit(
  db: Transaction,
  { link, owner }: Opened,
  { clock }: Ports,
): Promise<string> {
  const token = randomToken()
  const beganAt = clock.now().toISOString()
  await queries.insertVisit(db, { linkId: link.id, tokenHash: hashToken(token), beganAt })
  await queries.noteUse(db, link.id, { action: 'visit', after: { investorId: owner.investorId } })
  return token
}

/**
 * Continues a visit in the scope of its company; 404 for an unknown token, 410 once it has ended or
 * its link was revoked.
 */
export async function openVisit(
  db: Transaction,
  token: string,
  { clock }: Ports,
): Promise<Opened | Problem> {
  const found = await queries.visitOf(db, hashToken(token))
  if (!found) return await refuse(db, 'unknown', notFound)
  await db.enter(companyScope(found.companyId))
  await queries.actAsInvestor(db)
  const now = clock.now()
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
  const visit = await queries.continueVisit(db, found.id, {
    at: now.toISOString(),
    since: before(IDLE_MS),
    beganSince: before(LONGEST_MS),
  })
  const opened = visit && (await withOwner(db, await queries.linkById(db, visit.linkId)))
  return opened && !whyClosed(opened, now) ? opened : new Problem(visitEnded)
}

/** Ends a visit; an unknown one is over already. */
export async function closeVisit(db: Transaction, token: string, { clock }: Ports): Promise<void> {
  const found = await queries.visitOf(db, hashToken(token))
  if (!found) return
  await db.enter(companyScope(found.companyId))
  await queries.endVisit(db, found.id, clock.now().toISOString())
}
