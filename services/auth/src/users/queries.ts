import type { ProjectedUser } from '@rmtools/contracts/crm/projection'
import type { User, users, UserStatus } from '@rmtools/contracts/auth/users'
import {
  searchedUserFields,
  storedUserFields,
  userDescription,
  type EditedUserField,
  type StoredUserField,
  type UserField,
  userValues,
  type GivenUser,
} from '@rmtools/contracts/auth/user-fields'
import { columnOf } from '@rmtools/contracts/described'
import type { Input, SystemRole } from '@rmtools/contracts/endpoint'
import { readName } from '@rmtools/contracts/names'
import { phoneDigits } from '@rmtools/contracts/phones'
import { COUNT_CAP, listed, type Total } from '@rmtools/contracts/lists'
import { fixedSet } from '@rmtools/kit/changes'
import { sql, type Db } from '@rmtools/kit/db'
import { capped, createdWithin, rowsFor } from '@rmtools/kit/paging'

// The status in this company: a deactivated membership makes an active user inactive here.
const statusHere = sql`case when u.status = 'active' and not m.is_active then 'inactive' else u.status end`

const columnsOfUser = (names: readonly UserField[]) =>
  sql.join(names.map((name) => sql.ref(`u.${columnOf(name)}`)))
const fieldColumns = columnsOfUser(storedUserFields)
const searchedColumns = columnsOfUser(searchedUserFields)

const userColumns = sql`
  u.id, m.company_id, ${fieldColumns}, u.email_verified_at is not null as is_email_proved,
  u.phone_verified_at is not null as is_phone_proved,
  ${statusHere} as status,
  r.code as role, r.id as role_id, u.password_hash is null as is_invited,
  case when u.decided_in is null or u.decided_in = m.company_id then u.decision_reason end as decision_reason, u.last_login_at, u.created_at, u.version`

export type UserFilter = Omit<Input<typeof users.list>, 'cursor' | 'limit'> & {
  after: string | null
  limit: number
}
export type UserRow = User & { membershipId: string }

function conditionsOf({
  status,
  statuses,
  role,
  search,
  licenceExpiresBefore,
  from,
  to,
}: Partial<UserFilter>) {
  const wanted = status ? [status] : listed(statuses)
  return [
    sql`m.company_id = auth_bib.active_company() and u.deleted_at is null`,
    ...(wanted.length > 0 ? [sql`${statusHere} = any(${wanted}::text[])`] : []),
    ...(role ? [sql`r.code = ${role}`] : []),
    ...(search
      ? [
          sql`(position(lower(${readName(search)}::text) in lower(concat_ws(' ', ${searchedColumns}))) > 0
            or position(${phoneDigits(search) ?? null}::text in u.phone) > 0)`,
        ]
      : []),
    ...(licenceExpiresBefore ? [sql`u.licence_expires_on < ${licenceExpiresBefore}::date`] : []),
    ...createdWithin({ from, to }, 'u.created_at'),
  ]
}

const members = sql`auth_membership m join auth_user u on u.id = m.user_id join auth_role r on r.id = m.role_id`

/** A page of members, by the time they joined. */
export async function usersOf(db: Db, filter: UserFilter): Promise<UserRow[]> {
  const { after, order } = filter
  const rows = rowsFor(filter.limit)
  const [direction, beyond] = order === 'oldest' ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`]
  const further =
    after === null
      ? []
      : [
          sql`(m.created_at, m.id) ${beyond} (select b.created_at, b.id from auth_membership b where b.id = ${after}::uuid)`,
        ]
  return await db.all(sql<UserRow>`
    select ${userColumns}, m.id as membership_id
    from ${members} where ${sql.join([...conditionsOf(filter), ...further], sql` and `)}
    order by m.created_at ${direction}, m.id ${direction} limit ${rows}`)
}

/** The total of members, if requested. */
export async function userTotal(
  db: Db,
  { count, ...filter }: Omit<UserFilter, 'after' | 'limit'>,
): Promise<{ total?: Total }> {
  if (count !== true) return {}
  const counted = sql.lit(COUNT_CAP + 1)
  const row = await db.one(sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${members} where ${sql.join(conditionsOf(filter), sql` and `)} limit ${counted}
    ) counted`)
  return { total: capped(row?.count ?? 0) }
}

/** A user of the active company. */
export async function userById(db: Db, id: string): Promise<User | undefined> {
  return await db.one(sql<User>`
    select ${userColumns} from auth_user u join auth_membership m on m.user_id = u.id join auth_role r on r.id = m.role_id
    where u.id = ${id} and u.deleted_at is null and m.company_id = auth_bib.active_company()`)
}

export type Subject = {
  id: string
  membershipId: string
  fullName: string
  email: string | null
  language: 'id' | 'en'
  status: UserStatus
  isActiveHere: boolean
  isInactive: boolean
  hasPassword: boolean
  createdBy: string | null
  roleId: string
  role: string
  permissions: string[]
  version: number
}

/** A member of the active company, locked against concurrent decisions. */
export async function lockMember(db: Db, id: string): Promise<Subject | undefined> {
  return await db.one(sql<Subject>`
    select u.id, m.id as membership_id, u.full_name, u.email, u.language, u.status, m.is_active as is_active_here,
      u.status = 'inactive' or u.status = 'active' and not m.is_active as is_inactive,
      u.password_hash is not null as has_password, u.created_by, m.role_id, r.code as role, r.permissions, u.version
    from auth_user u join auth_membership m on m.user_id = u.id join auth_role r on r.id = m.role_id
    where u.id = ${id} and u.deleted_at is null and m.company_id = auth_bib.active_company()
    for update of u, m`)
}

export type GivableRole = { id: string; code: string; permissions: string[] }
const givable = sql`select id, code, permissions from auth_role where (company_id is null or company_id = auth_bib.active_company())`

/** A role that may be assigned in the active company. */
export async function roleByCode(db: Db, code: string): Promise<GivableRole | undefined> {
  return await db.one(
    sql<GivableRole>`${givable} and code = ${code} order by company_id nulls last limit 1`,
  )
}

export async function roleById(db: Db, id: string): Promise<GivableRole | undefined> {
  return await db.one(sql<GivableRole>`${givable} and id = ${id}`)
}

/**
 * Which of the addresses belong to another account that has verified them. In the identity realm.
 */
export async function takenContact(
  db: Db,
  { email, phone }: { email: string; phone: string | null },
): Promise<'email' | 'phone' | undefined> {
  const row = await db.one(sql<{ taken: 'email' | 'phone' }>`
    select case when email = ${email} and email_verified_at is not null then 'email' else 'phone' end as taken from auth_user
    where (email = ${email} and email_verified_at is not null or phone = ${phone}::text and phone_verified_at is not null)
      and deleted_at is null and status not in ('registered', 'rejected') order by taken limit 1`)
  return row?.taken
}

export type NewUser = GivenUser & {
  companyId: string
  roleId: string
  createdBy: string | null
}

/**
 * Inserts a user with a first membership. The companies are written at once, so that the trail
 * shows one creation and no change.
 */
export async function insertUser(db: Db, user: NewUser): Promise<string> {
  const values = userValues(user)
  const row = await db.one(sql<{ id: string }>`
    insert into auth_user (${sql.join(storedUserFields.map((name) => sql.ref(columnOf(name))))}, status, company_ids, last_company_id, created_by)
    values (${sql.join(storedUserFields.map((name) => values[name]))}, 'active',
      array[${user.companyId}::uuid], ${user.companyId}, ${user.createdBy})
    returning id`)
  if (!row) throw new Error('a user was not stored')
  await insertMembership(db, row.id, user.companyId, user.roleId)
  return row.id
}

export async function insertMembership(
  db: Db,
  userId: string,
  companyId: string,
  roleId: string,
): Promise<void> {
  await db.run(
    sql`insert into auth_membership (company_id, user_id, role_id) values (${companyId}, ${userId}, ${roleId})`,
  )
}

export type UserChanges = Partial<Pick<User, Extract<EditedUserField, StoredUserField>>>
const isEdited = (name: StoredUserField): name is keyof UserChanges =>
  userDescription.of(name).entered === 'always'
const changeable = storedUserFields.filter(isEdited)

/** Updates the given columns and increments the version. */
export async function updateUser(db: Db, id: string, changes: UserChanges): Promise<void> {
  const fields = Object.keys(changes).length > 0 ? sql`${fixedSet(changeable, changes)}, ` : sql``
  await db.run(sql`update auth_user set ${fields}version = version + 1 where id = ${id}`)
}

export async function giveRole(db: Db, membershipId: string, roleId: string): Promise<void> {
  await db.run(
    sql`update auth_membership set role_id = ${roleId}, updated_at = now() where id = ${membershipId}`,
  )
}

export async function switchMembership(
  db: Db,
  membershipId: string,
  isActive: boolean,
): Promise<void> {
  await db.run(
    sql`update auth_membership set is_active = ${isActive}, updated_at = now() where id = ${membershipId}`,
  )
}

export async function deleteMembership(db: Db, membershipId: string): Promise<void> {
  await db.run(sql`delete from auth_membership where id = ${membershipId}`)
}

export async function worksSomewhere(db: Db, userId: string): Promise<boolean> {
  return (
    (await db.one(
      sql`select 1 from auth_membership where user_id = ${userId} and is_active limit 1`,
    )) !== undefined
  )
}

export type StatusChange = {
  id: string
  status: UserStatus
  reason: string | null
  by: string
  now: string
}

export async function decideUser(
  db: Db,
  { id, status, reason, by, now }: StatusChange,
): Promise<{ id: string; version: number } | undefined> {
  return await db.one(sql`
    update auth_user set status = ${status}, decision_reason = ${reason}, decided_by = ${by}, decided_in = auth_bib.active_company(), decided_at = ${now}, version = version + 1
    where id = ${id} returning id, version`)
}

/**
 * Retires a user without memberships: the record stays for the trail, and its addresses become
 * free.
 */
export async function retireUser(db: Db, id: string, now: string): Promise<void> {
  await db.run(sql`update auth_user set deleted_at = ${now}, status = 'inactive', version = version + 1
    where id = ${id} and not exists (select 1 from auth_membership m where m.user_id = ${id})`)
}

export async function activeCompanyName(db: Db): Promise<string> {
  return (
    (
      await db.one(
        sql<{ name: string }>`select name from auth_company where id = auth_bib.active_company()`,
      )
    )?.name ?? ''
  )
}

const companiesWithRole = (code: SystemRole) => sql`coalesce((
  select array_agg(m.company_id order by m.company_id) from auth_membership m join auth_role r on r.id = m.role_id
  where m.user_id = u.id and m.is_active and r.code = ${code}), '{}')`

/**
 * A user as crm stores it; companies are those where the user may act, or all of them if there is
 * none.
 */
export async function projectedUser(db: Db, id: string): Promise<ProjectedUser | undefined> {
  return await db.one(sql<ProjectedUser>`
    select u.id, (extract(epoch from u.updated_at) * 1e6)::float8 as sequence, u.full_name, u.email, u.phone, case when u.deleted_at is null then u.status else 'inactive' end as status,
      coalesce((select array_agg(m.company_id order by m.company_id) from auth_membership m where m.user_id = u.id and m.is_active), u.company_ids) as company_ids,
      ${companiesWithRole('company-admin')} as admin_of, ${companiesWithRole('reviewer')} as reviewer_of,
      u.licence_number, u.licence_expires_on
    from auth_user u where u.id = ${id}`)
}
