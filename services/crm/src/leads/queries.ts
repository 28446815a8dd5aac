import { leadField, leadFieldNames, type LeadSearch } from '@rmtools/contracts/crm/lead-fields'
import type { Duplicate, Lead, leads } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { listed, type Total } from '@rmtools/contracts/lists'
import { columnOf } from '@rmtools/contracts/described'
import { fixedSet } from '@rmtools/kit/changes'
import { sql, statements, type Db } from '@rmtools/kit/db'
import { createdWithin, type Selection } from '@rmtools/kit/paging'
import { fewFound } from '@rmtools/kit/search'
import type { CrmDb } from '../db.ts'
import { newestOf, pageOrder, pageSql, totalOf } from '../pages.ts'
import { containsEmail, containsPhone } from '../search/rules.ts'

const build = statements<CrmDb>()

const withRm = sql`l.*, (select u.full_name from known_user u where u.id = l.rm_id) as rm_name`

type Filter = Input<typeof leads.list>
type Given = Input<typeof leads.create> & { phoneExtension: string | null }
/** The stored row. A contract field without a column does not compile. */
type Storable = { [F in keyof Given]: F extends keyof CrmDb['lead'] ? Given[F] : never }

/** The leads that a filter selects, for a page of them and for their total. */
export async function selectLeads(
  db: Db,
  filter: Filter,
  ownerId: string | null,
): Promise<Selection<'status'>> {
  const { status, statuses, tag, search, followUpBefore } = filter
  const rmId = ownerId ?? filter.rmId
  return {
    anyOf: { column: 'status', values: status ? [status] : listed(statuses) },
    conditions: [
      ...(rmId ? [sql`rm_id = ${rmId}`] : []),
      ...(tag ? [sql`tags @> array[${tag}]`] : []),
      ...(search === undefined ? [] : [await leadsWith(db, search)]),
      // As in the agenda: lost and converted leads need no follow-up.
      ...(followUpBefore
        ? [sql`next_follow_up_at < ${followUpBefore} and status not in ('converted', 'lost')`]
        : []),
      ...createdWithin(filter),
    ],
  }
}

/**
 * An index finds few matches; many are found by scanning (docs/decisions/0010). `leads_found`
 * searches the same columns.
 */
async function leadsWith(db: Db, text: string): Promise<ReturnType<typeof sql>> {
  const [phone, email] = [containsPhone(text), containsEmail(text)]
  const conditions: Readonly<
    Record<LeadSearch, ((column: ReturnType<typeof sql>) => ReturnType<typeof sql>) | null>
  > = {
    name: (column) => sql`search_key(${column}) like search_pattern(${text})`,
    phone: (column) => sql`${column} like ${phone}`,
    email: (column) => sql`${column} ilike ${email}`,
    'on-phone': null,
    none: null,
  }
  const looked = leadFieldNames.flatMap(
    (name) => conditions[leadField(name).search]?.(sql.ref(columnOf(name))) ?? [],
  )
  const has = sql`(${sql.join(looked, sql` or `)})`
  const lookUp = (atMost: ReturnType<typeof sql>) =>
    sql`leads_found(${text}, ${phone}, ${email}, ${atMost})`
  const found = await fewFound(db, { newest: newestOf('lead'), text, has, lookUp })
  return found ? sql`id = any(${found}::uuid[])` : has
}

/** A page of leads, with an extra row if there are more. */
export async function leadsOf(
  db: Db,
  filter: Filter,
  selection: Selection<'status'>,
): Promise<Lead[]> {
  const { limit = 20, cursor, order: direction } = filter
  const page = pageSql('lead', { limit, cursor, direction, ...selection })
  return await db.all(
    sql<Lead>`select ${withRm} from ${page} l order by ${pageOrder<'lead'>('l', { direction })}`,
  )
}

/** The total of leads, if requested. */
export async function leadTotal(
  db: Db,
  filter: Filter,
  selection: Selection<'status'>,
): Promise<{ total?: Total }> {
  return await totalOf(db, 'lead', { count: filter.count, ...selection })
}

/** A lead that the caller may see. */
export async function leadById(db: Db, id: string): Promise<Lead | undefined> {
  return await db.one(sql<Lead>`select ${withRm} from lead l where l.id = ${id}`)
}

/** Stores a lead, and returns who else knows the person; undefined if its id exists. */
export async function insertLead(
  db: Db,
  lead: Storable,
): Promise<(Lead & { duplicates: Duplicate[] }) | undefined> {
  const stored = build
    .insertInto('lead')
    .values(lead)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
  return await db.one(sql<Lead & { duplicates: Duplicate[] }>`
    with l as (${stored}) select ${withRm},
      (select coalesce(json_agg(json_build_object('kind', d.kind, 'rmName', d.rm_name, 'matches', d.matches)), '[]')
        from lead_duplicates(l.phone, l.email, l.id) d) as duplicates from l`)
}

const changeable = [...leadFieldNames, 'phoneExtension', 'status', 'lostReason'] as const
type LeadChanges = { readonly [F in (typeof changeable)[number]]?: Lead[F] | undefined }

/** Applies changes if the version is still the one seen; otherwise undefined. */
export async function updateLead(
  db: Db,
  id: string,
  version: number,
  changes: LeadChanges,
): Promise<Lead | undefined> {
  return await db.one(sql<Lead>`
    update lead l set ${fixedSet(changeable, changes)}, version = version + 1, updated_at = now()
    where l.id = ${id} and l.version = ${version} returning ${withRm}`)
}

/** The number of deleted leads: 0 if the version has moved on or the lead is converted. */
export async function deleteLead(db: Db, id: string, version: number): Promise<number> {
  return await db.run(
    build
      .deleteFrom('lead')
      .where('id', '=', id)
      .where('version', '=', version)
      .where('status', '<>', 'converted'),
  )
}

/** Leads and investors of the company with the same phone or e-mail, in any book. */
export async function duplicatesOf(
  db: Db,
  lead: Pick<Lead, 'id' | 'phone' | 'email'>,
): Promise<Duplicate[]> {
  return await db.all(
    sql<Duplicate>`select * from lead_duplicates(${lead.phone}, ${lead.email}, ${lead.id})`,
  )
}

/** Records a move along the pipeline in the time line. */
export async function noteMove(db: Db, leadId: string, text: string): Promise<void> {
  await db.run(build.insertInto('leadActivity').values({ leadId, kind: 'status', text }))
}

/** A lead whose follow-up is still scheduled for that instant and not obsolete. */
export async function dueLead(
  db: Db,
  id: string,
  at: string,
): Promise<{ rmId: string; fullName: string } | undefined> {
  return await db.one(sql<{ rmId: string; fullName: string }>`
    select rm_id, full_name from lead
    where id = ${id} and next_follow_up_at = ${at}::timestamptz and status not in ('converted', 'lost')`)
}

const TAGS_SHOWN = 200

/**
 * The tags in use with their number of leads, most used first; with an owner only those of that
 * book.
 */
export async function tagsOf(
  db: Db,
  ownerId: string | null,
): Promise<{ tag: string; count: number }[]> {
  const own = ownerId === null ? sql`` : sql`and l.rm_id = ${ownerId}`
  return await db.all(sql<{ tag: string; count: number }>`
    select t.tag, count(*)::int as count
    from lead l cross join lateral unnest(l.tags) t (tag) where l.tags <> '{}' ${own}
    group by t.tag order by count desc, t.tag limit ${sql.lit(TAGS_SHOWN)}`)
}
