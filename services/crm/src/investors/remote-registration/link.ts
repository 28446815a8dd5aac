// The link by which an investor completes the case: sending, opening, refusing.
import { noteAct } from '@rmtools/kit/audit-trail'
import { linkExpired, linkUsed, linkVoid, type LinkSender } from '@rmtools/contracts/crm/approvals'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import {
  notFound,
  Problem,
  staleVersion,
  wrongState,
  type ProblemKind,
} from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyScope } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { linkToken, linkUrl } from '../../client-links/rules.ts'
import { requireWay, sendToClient } from '../../client-messages/send-to-client.ts'
import { reminderOf } from '../../client-news/rules.ts'
import { crmJobs } from '../../jobs.ts'
import { contactsIn } from '../contacts/rules.ts'
import { refuseStaffContacts } from '../contacts/staff.ts'
import { openFieldsOf, type Editing } from '../case/editing.ts'
import { openForm } from '../kyc/save.ts'
import { lockCase, caseById, noteEvent, type KycCase } from '../queries.ts'
import { brandOf, ownCompany } from '../company/queries.ts'
import * as queries from './queries.ts'

const HOUR_MS = 3_600_000
const LINK_HOURS = 168

export type Opened = Editing & { link: queries.LinkRow }
type Opening = { token: string; isLocking: boolean; clock: CrmPorts['clock'] }

/**
 * The case of a link; continues in the scope of its company. A refusal is returned, not thrown, so
 * that its entry in the audit trail is kept: 404 for an unknown token, 409 when it was used, 410
 * when it expired, was withdrawn or its company is closed.
 */
export async function openLink(
  db: Transaction,
  { token, isLocking, clock }: Opening,
): Promise<Opened | Problem> {
  const found = await queries.linkOf(db, hashToken(token))
  if (!found) return await refuse(db, 'unknown', notFound)
  await db.enter(companyScope(found.companyId))
  await queries.actAsInvestor(db)
  const link = await (isLocking ? queries.lockLink : queries.linkById)(db, found.tokenId)
  if (!link) return await refuse(db, found.tokenId, notFound)
  const refusal = refusalOf(link, clock.now())
  if (refusal) return await refuse(db, link.id, refusal)
  if (!(await ownCompany(db, found.companyId))?.isActive) return await refuse(db, link.id, linkVoid)
  const investor = await (isLocking ? lockCase : caseById)(db, link.investorId)
  if (investor?.status !== 'awaiting-investor') return await refuse(db, link.id, linkVoid)
  return { link, investor, openFields: await openFieldsOf(db, investor), by: 'investor' }
}

/** Why a link alone is closed, whatever the case. */
export function refusalOf(
  { usedAt, voidedAt, expiresAt }: queries.LinkRow,
  now: Date,
): ProblemKind | undefined {
  if (usedAt !== null) return linkUsed
  if (voidedAt !== null) return linkVoid
  return Date.parse(expiresAt) <= now.getTime() ? linkExpired : undefined
}

async function refuse(db: Transaction, id: string, kind: ProblemKind): Promise<Problem> {
  await noteAct(db, {
    action: 'link-refused',
    entity: 'investor_token',
    id,
    after: { reason: kind.code },
  })
  return new Problem(kind)
}

/**
 * The sender of a link and the status of its case, whatever became of the link. Throws 404 for an
 * unknown token.
 */
export async function senderOf(
  db: Transaction,
  token: string,
): Promise<LinkSender & Pick<KycCase, 'status'>> {
  const found = existing(await queries.linkOf(db, hashToken(token)))
  await db.enter(companyScope(found.companyId))
  const link = await queries.linkById(db, found.tokenId)
  const investor = link && (await caseById(db, link.investorId))
  if (!investor) throw new Problem(notFound)
  const company = await ownCompany(db, found.companyId)
  return {
    companyName: company?.name ?? '',
    brandColour: brandOf(company),
    rmName: investor.rmName,
    rmPhone: await queries.phoneOf(db, investor.rmId),
    language: 'id',
    answeredAt: link.usedAt,
    status: investor.status,
  }
}

type Company = Awaited<ReturnType<typeof ownCompany>>
type Sending = { version: number; channel: ClientChannel }
type Sent = { investor: KycCase; expiresAt: string; sentTo: string; channel: ClientChannel }

/**
 * Sends a link for a locked case and ends earlier ones. Throws contact-missing,
 * channel-not-offered, contact-of-staff, stale-version, wrong-state.
 */
export async function sendLink(
  db: Transaction,
  investor: KycCase,
  { version, channel }: Sending,
  ports: Pick<CrmPorts, 'clock' | 'publicUrl' | 'sealer' | 'otpSecret' | 'channels'>,
): Promise<Sent> {
  if (!['draft', 'returned', 'awaiting-investor'].includes(investor.status))
    throw new Problem(wrongState)
  await requireWay(db, { kind: 'registration-link', investorId: investor.id, channel }, ports)
  // After it was entered, a contact may have become a staff member's.
  await refuseStaffContacts(db, contactsIn(investor.kind, await openForm(db, investor, ports)))
  const now = ports.clock.now()
  const passed = await queries.handEditingTo(db, { id: investor.id, version }, 'awaiting-investor')
  if (!passed) throw new Problem(staleVersion)
  await queries.voidLinks(db, investor.id, now.toISOString())
  const id = crypto.randomUUID()
  const token = linkToken('registration', id, ports.otpSecret)
  const company = await ownCompany(db, investor.companyId)
  const hours = hoursOf(company?.settings ?? {})
  const expiresAt = new Date(now.getTime() + hours * HOUR_MS).toISOString()
  await queries.insertLink(db, {
    id,
    investorId: investor.id,
    tokenHash: hashToken(token),
    expiresAt,
    fixesPhone: investor.phone !== null,
  })
  const sent = await sendToClient(db, {
    id,
    kind: 'registration-link',
    investorId: investor.id,
    via: channel,
    values: linkValues(investor, company, linkUrl('registration', token, ports.publicUrl)),
  })
  if (!sent) throw new Error('a way to the investor that was there is gone')
  const remindAt = reminderOf(new Date(expiresAt), now)
  if (remindAt)
    await addJob(
      db,
      crmJobs.registrationRemind,
      { companyId: investor.companyId, investorId: investor.id, linkId: id },
      { runAt: remindAt },
    )
  await noteEvent(db, {
    investorId: investor.id,
    kind: 'link-sent',
    status: passed.status,
    by: 'user',
    detail: sent.sentTo,
  })
  return { investor: passed, expiresAt, ...sent }
}

/** What the message with a link says. */
export function linkValues(investor: KycCase, company: Company, link: string) {
  const companyName = company?.name ?? ''
  return {
    investorName: investor.displayName,
    rmName: investor.rmName ?? companyName,
    companyName,
    link,
    days: daysOf(hoursOf(company?.settings ?? {})),
  }
}

/** How long a company's links are valid, by its settings. */
function hoursOf({ registrationLinkHours }: { readonly registrationLinkHours?: unknown }): number {
  return typeof registrationLinkHours === 'number' ? registrationLinkHours : LINK_HOURS
}

/** For messages, which are in Indonesian; rounded so that they never promise more. */
const daysOf = (hours: number): string =>
  hours < 24 ? 'kurang dari 1' : String(Math.floor(hours / 24))

/** Withdraws the link: the pen returns to the RM. */
export async function withdrawLink(
  db: Transaction,
  investor: KycCase,
  version: number,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<KycCase> {
  if (investor.status !== 'awaiting-investor') throw new Problem(wrongState)
  const wasReturned = (await openFieldsOf(db, investor)) !== null
  const passed = await queries.handEditingTo(
    db,
    { id: investor.id, version },
    wasReturned ? 'returned' : 'draft',
  )
  if (!passed) throw new Problem(staleVersion)
  await queries.voidLinks(db, investor.id, clock.now().toISOString())
  await noteEvent(db, {
    investorId: investor.id,
    kind: 'link-withdrawn',
    status: passed.status,
    by: 'user',
  })
  return passed
}
