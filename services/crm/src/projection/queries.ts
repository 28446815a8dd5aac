import type { ProjectedCompany, ProjectedUser, projection } from '@rmtools/contracts/crm/projection'
import type { Reply } from '@rmtools/contracts/endpoint'
import { sql, type Db } from '@rmtools/kit/db'

/** Stores a user received from auth, unless a newer version is stored. */
export async function keepUser(db: Db, user: ProjectedUser): Promise<void> {
  await noteGoneDecider(db, user)
  await db.run(sql`
    insert into known_user (id, sequence, full_name, email, phone, status, company_ids, admin_of, reviewer_of, licence_number, licence_expires_on)
    values (${user.id}, ${user.sequence}, ${user.fullName}, ${user.email}, ${user.phone}, ${user.status}, ${user.companyIds}, ${user.adminOf}, ${user.reviewerOf}, ${user.licenceNumber}, ${user.licenceExpiresOn})
    on conflict (id) do update set
      sequence = excluded.sequence, full_name = excluded.full_name, email = excluded.email, phone = excluded.phone, status = excluded.status,
      company_ids = excluded.company_ids, admin_of = excluded.admin_of, reviewer_of = excluded.reviewer_of, licence_number = excluded.licence_number, licence_expires_on = excluded.licence_expires_on
    where known_user.sequence < excluded.sequence`)
}

/**
 * Records where a user could decide until now and no longer can. Runs before the row changes; the
 * row is locked, so two updates of one user run one after the other.
 */
async function noteGoneDecider(db: Db, user: ProjectedUser): Promise<void> {
  const isActive = user.status === 'active'
  await db.run(sql`
    insert into decider_gone (company_id, user_id, was_admin, gone_at)
    select c.id, u.id, u.admin_of @> array[c.id], now()
    from (select * from known_user where id = ${user.id} for update) u,
      lateral (select distinct unnest(u.admin_of || u.reviewer_of) as id) c
    where u.sequence < ${user.sequence} and u.status = 'active'
      and not (${isActive}::boolean and (${user.adminOf}::uuid[] @> array[c.id] or not u.admin_of @> array[c.id] and ${user.reviewerOf}::uuid[] @> array[c.id]))
    on conflict (company_id, user_id) do update set was_admin = excluded.was_admin, gone_at = excluded.gone_at`)
}

/** Stores a company received from auth, unless a newer version is stored. */
export async function keepCompany(db: Db, company: ProjectedCompany): Promise<void> {
  await db.run(sql`
    insert into known_company (company_id, sequence, code, name, is_active, settings)
    values (${company.id}, ${company.sequence}, ${company.code}, ${company.name}, ${company.isActive}, ${JSON.stringify(company.settings)})
    on conflict (company_id) do update set
      sequence = excluded.sequence, code = excluded.code, name = excluded.name, is_active = excluded.is_active, settings = excluded.settings
    where known_company.sequence < excluded.sequence`)
}

/** A company's code at Bib, and its own cut-off; the inverse of `company_of_tenant`. */
export async function tenantOf(
  db: Db,
  companyId: string,
): Promise<Reply<typeof projection.tenantOf> | undefined> {
  return await db.one(sql<Reply<typeof projection.tenantOf>>`
    select coalesce(settings ->> 'bibTenant', code) as tenant, code, name, settings ->> 'cutOffDefault' as cut_off_default,
      settings ->> 'logo' as logo, settings ->> 'brandColour' as brand_colour,
      settings ->> 'legalName' as legal_name, settings ->> 'licenceNumber' as licence_number, settings ->> 'address' as address from known_company where company_id = ${companyId}`)
}
