import type { Investor, InvestorEvent } from '@rmtools/contracts/crm/investor-cases'
import type { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import type { Input } from '@rmtools/contracts/endpoint'
import { listed, type Total } from '@rmtools/contracts/lists'
import { sql, statements, type Db } from '@rmtools/kit/db'
import { createdWithin, type Selection } from '@rmtools/kit/paging'
import { fewFound } from '@rmtools/kit/search'
import type { CrmDb } from '../db.ts'
import { newestOf, pageOrder, pageSql, totalOf } from '../pages.ts'
import { containsEmail, containsNumber, containsPhone, numbersIn } from '../search/rules.ts'

const build = statements<CrmDb>()

type Fragment = ReturnType<typeof sql>

/** The case as the database stores it: the columns for lists and decisions. */
export type KycCase = Investor & {
  rmLicenceNumber: string | null
  rmLicenceExpiresOn: string | null
  isLinked: boolean
  bibSequence: string
  identityHash: Buffer | null
  submittedBy: string | null
  reviewedBy: string | null
  seniorApprovedAt: string | null
  seniorApprovalNote: string | null
  verificationMethod: 'in-person' | 'video' | 'non-face-to-face' | null
  verifiedBy: string | null
  verifiedAt: string | null
}

/** A case with related names; `i` is the investor. */
export const withNames = sql`i.*,
  (select u.full_name from known_user u where u.id = i.rm_id) as rm_name,
  (select u.licence_number from known_user u where u.id = i.rm_id) as rm_licence_number,
  (select u.licence_expires_on from known_user u where u.id = i.rm_id) as rm_licence_expires_on,
  (select u.full_name from known_user u where u.id = i.claimed_by) as claimed_by_name`

/**
 * The caller and the time: they decide which claims are the caller's own, and which have expired.
 */
export type Asking = {
  ownerId: string | null
  userId: string
  claimedSince: string
  identityHash: Buffer | null
}

type Filter = Input<typeof investors.list> & Asking

/** The investors that a filter selects, for a page of them and for their total. */
export async function selectInvestors(db: Db, filter: Filter): Promise<Selection<'status'>> {
  const { status, statuses, kind, rmId, claimedBy, claimed, isPep, waitingBefore, search, order } =
    filter
  const owner = filter.ownerId ?? rmId
  return {
    anyOf: { column: 'status', values: status ? [status] : listed(statuses) },
    conditions: [
      // A literal, so that the planner uses the queue's index.
      ...(order === 'queue' ? [sql`status = 'submitted'`] : []),
      ...(owner ? [sql`rm_id = ${owner}`] : []),
      ...(kind ? [sql`kind = ${kind}`] : []),
      ...(claimedBy ? [sql`claimed_by = ${claimedBy}`] : []),
      ...(claimed ? [heldBy(claimed, filter)] : []),
      ...(isPep === undefined ? [] : [sql`is_pep = ${isPep}`]),
      ...(waitingBefore
        ? [
            sql`investor_since(status, submitted_at, reviewed_at, updated_at) < ${waitingBefore}::timestamptz`,
          ]
        : []),
      ...(search === undefined ? [] : [await investorsWith(db, search, filter.identityHash)]),
      ...createdWithin(filter),
    ],
  }
}

function heldBy(
  claimed: NonNullable<Filter['claimed']>,
  { userId, claimedSince }: Asking,
): Fragment {
  const held = sql`(status = 'submitted' and claimed_by is not null and claimed_at > ${claimedSince})`
  if (claimed === 'none') return sql`${held} is not true`
  return claimed === 'mine'
    ? sql`${held} and claimed_by = ${userId}`
    : sql`${held} and claimed_by <> ${userId}`
}

/** An index finds few matches; many are found by scanning (docs/decisions/0010). */
async function investorsWith(db: Db, text: string, hash: Buffer | null): Promise<Fragment> {
  const [phone, email, numbers, part] = [
    containsPhone(text),
    containsEmail(text),
    numbersIn(text),
    containsNumber(text),
  ]
  const has = sql`(search_key(display_name) like search_pattern(${text}) or phone like ${phone} or email ilike ${email}
    or external_id = any(${numbers}::text[]) or sid like ${part} or upper(ifua) like ${part} or identity_hash = ${hash})`
  const lookUp = (atMost: Fragment) =>
    sql`investors_matching(${text}, ${phone}, ${email}, ${numbers}::text[], ${part}, ${hash}, ${atMost})`
  const found = await fewFound(db, { newest: newestOf('investor'), text, has, lookUp })
  return found ? sql`id = any(${found}::uuid[])` : has
}

/** A page of investors or of the review queue (oldest first), plus a row if there are more. */
export async function investorsOf(
  db: Db,
  filter: Filter,
  selection: Selection<'status'>,
): Promise<KycCase[]> {
  const { limit = 20, cursor, order } = filter
  const by = order === 'queue' ? 'submittedAt' : 'createdAt'
  const direction = order === 'queue' ? 'oldest' : order
  const page = pageSql('investor', { limit, cursor, by, direction, ...selection })
  return await db.all(
    sql<KycCase>`select ${withNames} from ${page} i order by ${pageOrder<'investor'>('i', { by, direction })}`,
  )
}

/** The total of investors, if requested. */
export async function investorTotal(
  db: Db,
  filter: Filter,
  selection: Selection<'status'>,
): Promise<{ total?: Total }> {
  return await totalOf(db, 'investor', { count: filter.count, ...selection })
}

/** A case that the caller may see. */
export async function caseById(db: Db, id: string): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`select ${withNames} from investor i where i.id = ${id}`)
}

/** A case within the caller's reach, locked until the transaction ends to serialise decisions. */
export async function lockCase(db: Db, id: string): Promise<KycCase | undefined> {
  return await db.one(
    sql<KycCase>`select ${withNames} from investor i where i.id = ${id} for update of i`,
  )
}

export type NewCase = {
  id?: string
  kind: InvestorKind
  leadId: string | null
  displayName: string
  email: string | null
  phone: string | null
  makers: string[]
  rmId?: string
}

/** Creates a case; undefined if its id exists. */
export async function insertCase(
  db: Db,
  { makers, ...values }: NewCase,
): Promise<KycCase | undefined> {
  const query = build
    .insertInto('investor')
    .values({ ...values, makers: sql`${makers}::uuid[]` })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
  const stored = await db.one(query)
  return stored && (await caseById(db, stored.id))
}

export type LeadContact = { id: string; status: string; email: string | null; phone: string }

/** A lead within the caller's reach, locked. */
export async function lockLead(db: Db, id: string): Promise<LeadContact | undefined> {
  return await db.one(
    sql<LeadContact>`select id, status, email, phone from lead where id = ${id} for update`,
  )
}

/** Converts a lead to an investor; 0 if it already is one. */
export async function convertLead(db: Db, leadId: string, investorId: string): Promise<number> {
  const changed = await db.run(sql`
    update lead set status = 'converted', investor_id = ${investorId}, lost_reason = null, version = version + 1, updated_at = now()
    where id = ${leadId} and status <> 'converted'`)
  if (changed > 0)
    await db.run(
      sql`insert into lead_activity (lead_id, kind, text) values (${leadId}, 'status', 'converted')`,
    )
  return changed
}

type Step = { at: string; userId: string | null }

/** Submits this version of a case; marks it verified now if the RM met the investor. */
export async function markSubmitted(
  db: Db,
  { id, version, verificationMethod }: KycCase,
  { at, userId }: Step,
): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`
    update investor i set status = 'submitted', version = version + 1, updated_at = now(), submitted_at = ${at}, submitted_by = ${userId},
      claimed_by = null, claimed_at = null, senior_approved_by = null, senior_approved_at = null, senior_approval_note = null, sync_error = null,
      verification_method = ${verificationMethod}, verified_by = ${userId}, verified_at = ${userId === null ? null : at}
    where id = ${id} and version = ${version} and status in ('draft', 'returned', 'awaiting-investor') returning ${withNames}`)
}

type Decided = {
  from: readonly InvestorStatus[]
  to: 'approved' | 'returned' | 'rejected'
  at: string
  userId: string
}

/**
 * Decides on this version of a case; undefined if another decision was faster. The approver of a
 * remote registration verifies the investor.
 */
export async function markDecided(
  db: Db,
  { id, version }: { id: string; version: number },
  { from, to, at, userId }: Decided,
): Promise<KycCase | undefined> {
  const verifies = sql`${to} = 'approved' and verified_by is null`
  return await db.one(sql<KycCase>`
    update investor i set status = ${to}, version = version + 1, updated_at = now(), reviewed_by = ${userId}, reviewed_at = ${at}, claimed_by = null, claimed_at = null,
      verified_at = case when ${verifies} then ${at}::timestamptz else verified_at end, verified_by = case when ${verifies} then ${userId}::uuid else verified_by end
    where id = ${id} and version = ${version} and status = any(${from}::text[]) returning ${withNames}`)
}

/** Claims or releases a case for review; the version stays, since the case does not change. */
export async function setClaim(
  db: Db,
  id: string,
  claim: { by: string | null; at: string | null },
): Promise<KycCase | undefined> {
  return await db.one(
    sql<KycCase>`update investor i set claimed_by = ${claim.by}, claimed_at = ${claim.at}, updated_at = now() where id = ${id} returning ${withNames}`,
  )
}

/** Records the senior approval of a politically exposed person. */
export async function markSeniorApproved(
  db: Db,
  { id, version }: { id: string; version: number },
  { at, userId, note }: Step & { note: string },
): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`
    update investor i set senior_approved_by = ${userId}, senior_approved_at = ${at}, senior_approval_note = ${note}, version = version + 1, updated_at = now()
    where id = ${id} and version = ${version} and status = 'submitted' returning ${withNames}`)
}

/** Adds a line to the history of a case. */
export async function noteEvent(
  db: Db,
  event: {
    investorId: string
    kind: string
    status: InvestorStatus
    by: 'user' | 'investor' | 'bib' | 'system'
    detail?: string | null
  },
): Promise<void> {
  await db.run(build.insertInto('investorEvent').values(event))
}

/** The history of a case, newest first; bounded, since a case has dozens of steps at most. */
export async function eventsOf(db: Db, investorId: string): Promise<InvestorEvent[]> {
  return await db.all(sql<InvestorEvent>`
    select e.id, e.kind, e.status, e.by, e.detail, e.at, (select u.full_name from known_user u where u.id = e.actor_id) as actor_name
    from investor_event e where e.investor_id = ${investorId} order by e.id desc limit 500`)
}

/** Whether another investor of the company has this identity number. */
export async function isIdentityKnown(
  db: Db,
  { id, identityHash }: Pick<KycCase, 'id' | 'identityHash'>,
): Promise<boolean> {
  const row = await db.one(
    sql<{ known: boolean }>`select identity_known(${identityHash}, ${id}) as known`,
  )
  return row?.known ?? false
}

/** Records that a user took part in entering the data. */
export async function addMaker(db: Db, id: string, userId: string): Promise<void> {
  await db.run(
    sql`update investor set makers = makers || ${userId}::uuid where id = ${id} and not makers @> array[${userId}::uuid]`,
  )
}

/** Raises the version of a case after a change to a part outside the form. */
export async function bumpCase(db: Db, id: string): Promise<{ id: string; version: number }> {
  const row = await db.one(
    sql<{
      id: string
      version: number
    }>`update investor set version = version + 1, updated_at = now() where id = ${id} returning id, version`,
  )
  if (!row) throw new Error(`investor ${id} is gone`)
  return row
}
