import type { Company, CompanySettings, Member } from '@rmtools/contracts/auth/companies'
import { laterSettings } from '@rmtools/contracts/auth/company-fields'
import type { ProjectedCompany } from '@rmtools/contracts/crm/projection'
import { sql, type Db } from '@rmtools/kit/db'
import { rowsFor } from '@rmtools/kit/paging'

const companyColumns = sql`id, code, name, logo, is_active, decision_reason, ${JSON.stringify(laterSettings)}::jsonb || settings as settings,
  created_at, version`

export type CompanyFilter = {
  before: string | null
  limit: number
  search: string | null
  isActive: boolean | null
}

/** Tenants, newest first. */
export async function companiesOf(
  db: Db,
  { before, limit, search, isActive }: CompanyFilter,
): Promise<Company[]> {
  const conditions = [
    sql`kind = 'tenant' and deleted_at is null`,
    ...(before === null ? [] : [sql`id < ${before}::uuid`]),
    ...(isActive === null ? [] : [sql`is_active = ${isActive}::boolean`]),
    ...(search === null
      ? []
      : [sql`position(lower(${search}::text) in lower(code || ' ' || name)) > 0`]),
  ]
  return await db.all(sql<Company>`
    select ${companyColumns} from auth_company where ${sql.join(conditions, sql` and `)} order by id desc limit ${rowsFor(limit)}`)
}

export async function tenantById(db: Db, id: string): Promise<Company | undefined> {
  return await db.one(
    sql<Company>`select ${companyColumns} from auth_company where id = ${id} and kind = 'tenant' and deleted_at is null`,
  )
}

/** Locks the active company against concurrent changes. */
export async function lockActiveCompany(db: Db): Promise<Company | undefined> {
  return await db.one(
    sql<Company>`select ${companyColumns} from auth_company where id = auth_bib.active_company() for update`,
  )
}

export async function activeCompany(db: Db): Promise<Company | undefined> {
  return await db.one(
    sql<Company>`select ${companyColumns} from auth_company where id = auth_bib.active_company()`,
  )
}

export type NewCompany = {
  code: string
  name: string
  kind: 'tenant' | 'platform'
  logo: string | null
  settings: CompanySettings
}

export async function insertCompany(db: Db, company: NewCompany): Promise<Company> {
  const row = await db.one(sql<Company>`
    insert into auth_company (code, name, kind, logo, settings)
    values (${company.code}, ${company.name}, ${company.kind}, ${company.logo}, ${JSON.stringify(company.settings)}) returning ${companyColumns}`)
  if (!row) throw new Error('a company was not stored')
  return row
}

export type CompanyChange = {
  id: string
  version: number
  name?: string | undefined
  logo?: string | null | undefined
  settings?: Partial<CompanySettings> | undefined
}

/** Undefined if another change was faster. */
export async function updateCompany(
  db: Db,
  { id, version, name, logo, settings }: CompanyChange,
): Promise<Company | undefined> {
  return await db.one(sql<Company>`
    update auth_company set name = coalesce(${name ?? null}::text, name),
      logo = case when ${logo === undefined}::boolean then logo else ${logo ?? null}::text end,
      settings = settings || ${JSON.stringify(settings ?? {})}::jsonb, version = version + 1
    where id = ${id} and version = ${version} and deleted_at is null returning ${companyColumns}`)
}

export type CompanyDecision = {
  id: string
  version: number
  reason: string
  by: string
  now: string
}

const decided = ({ reason, by, now }: CompanyDecision) =>
  sql`decision_reason = ${reason}, decided_by = ${by}, decided_at = ${now}, version = version + 1`
const asSeen = ({ id, version }: CompanyDecision) =>
  sql`id = ${id} and version = ${version} and kind = 'tenant' and deleted_at is null`

/** Undefined if another change was faster. */
export async function switchCompany(
  db: Db,
  isActive: boolean,
  decision: CompanyDecision,
): Promise<Company | undefined> {
  return await db.one(sql<Company>`
    update auth_company set is_active = ${isActive}, ${decided(decision)} where ${asSeen(decision)} returning ${companyColumns}`)
}

/** False if another change was faster. */
export async function closeCompany(db: Db, decision: CompanyDecision): Promise<boolean> {
  const { now } = decision
  return (
    (await db.run(
      sql`update auth_company set deleted_at = ${now}, is_active = false, ${decided(decision)} where ${asSeen(decision)}`,
    )) === 1
  )
}

/** A role that every company has. */
export async function systemRoleId(db: Db, code: string): Promise<string | undefined> {
  return (
    await db.one(
      sql<{ id: string }>`select id from auth_role where code = ${code} and company_id is null`,
    )
  )?.id
}

/** A role that a company may assign. */
export async function roleIn(
  db: Db,
  companyId: string,
  code: string,
): Promise<OfferedRole | undefined> {
  return await db.one(sql<OfferedRole>`
    select id, code, permissions from auth_role where code = ${code} and (company_id is null or company_id = ${companyId})
    order by company_id nulls last limit 1`)
}

export type OfferedRole = { id: string; code: string; permissions: string[] }

export async function roleById(
  db: Db,
  companyId: string,
  id: string,
): Promise<OfferedRole | undefined> {
  return await db.one(sql<OfferedRole>`
    select id, code, permissions from auth_role where id = ${id} and (company_id is null or company_id = ${companyId})`)
}

export async function userByEmail(db: Db, email: string): Promise<string | undefined> {
  return (
    await db.one(
      sql<{
        id: string
      }>`select id from auth_user where email = ${email} and deleted_at is null and status = 'active'`,
    )
  )?.id
}

export async function nameOf(db: Db, userId: string): Promise<string> {
  return (
    (await db.one(sql<{ fullName: string }>`select full_name from auth_user where id = ${userId}`))
      ?.fullName ?? ''
  )
}

export async function companyName(db: Db, id: string): Promise<string> {
  return (
    (await db.one(sql<{ name: string }>`select name from auth_company where id = ${id}`))?.name ??
    ''
  )
}

/** Whether a user belongs to the platform. */
export async function worksForPlatform(db: Db, userId: string): Promise<boolean> {
  return (
    (await db.one(sql`
      select 1 from auth_membership m join auth_company c on c.id = m.company_id where m.user_id = ${userId} and c.kind = 'platform'`)) !==
    undefined
  )
}

/** Active users of a company who may manage its users. */
export async function administratorsOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select u.id from auth_membership m join auth_user u on u.id = m.user_id join auth_role r on r.id = m.role_id
    where m.company_id = ${companyId} and m.is_active and u.status = 'active' and u.deleted_at is null and r.permissions @> array['user.update']
    order by u.id limit 50`)
  return rows.map(({ id }) => id)
}

type MemberFilter = {
  companyId: string
  before: string | null
  limit: number
  search: string | null
}

/** The members of a company, by the date they joined. */
export async function membersOf(
  db: Db,
  { companyId, before, limit, search }: MemberFilter,
): Promise<(Member & { membershipId: string })[]> {
  const conditions = [
    sql`m.company_id = ${companyId} and u.deleted_at is null`,
    ...(before === null
      ? []
      : [
          sql`(m.created_at, m.id) < (select b.created_at, b.id from auth_membership b where b.id = ${before}::uuid)`,
        ]),
    ...(search === null
      ? []
      : [sql`position(lower(${search}::text) in lower(concat_ws(' ', u.full_name, u.email))) > 0`]),
  ]
  return await db.all(sql<Member & { membershipId: string }>`
    select m.id as membership_id, u.id, u.full_name, u.email, r.code as role, m.created_at as joined_at,
      case when u.status = 'active' and not m.is_active then 'inactive' else u.status end as status
    from auth_membership m join auth_user u on u.id = m.user_id join auth_role r on r.id = m.role_id
    where ${sql.join(conditions, sql` and `)}
    order by m.created_at desc, m.id desc limit ${rowsFor(limit)}`)
}

export async function platformId(db: Db): Promise<string | undefined> {
  return (await db.one(sql<{ id: string }>`select id from auth_company where kind = 'platform'`))
    ?.id
}

export async function hasMembers(db: Db, companyId: string): Promise<boolean> {
  return (
    (await db.one(sql`select 1 from auth_membership where company_id = ${companyId} limit 1`)) !==
    undefined
  )
}

export async function projectedCompany(db: Db, id: string): Promise<ProjectedCompany | undefined> {
  return await db.one(sql<ProjectedCompany>`
    select id, (extract(epoch from updated_at) * 1e6)::float8 as sequence, code, name, is_active, settings || jsonb_build_object('logo', logo) as settings from auth_company where id = ${id}`)
}
