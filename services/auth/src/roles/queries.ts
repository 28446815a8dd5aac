import type { Role } from '@rmtools/contracts/auth/roles'
import { sql, type Db } from '@rmtools/kit/db'

const roleColumns = sql`r.id, r.company_id, r.code, r.name, r.permissions, r.company_id is null as is_system, r.version`

/** The active company's roles, and the system roles. */
export async function rolesHere(db: Db): Promise<Role[]> {
  return await db.all(sql<Role>`
    select ${roleColumns},
      (select count(*)::int from auth_membership m where m.role_id = r.id and m.company_id = auth_bib.active_company()) as user_count
    from auth_role r where r.company_id is null or r.company_id = auth_bib.active_company()
    order by r.company_id nulls first, r.code`)
}

export async function roleById(db: Db, id: string): Promise<Role | undefined> {
  return (await rolesHere(db)).find((role) => role.id === id)
}

export async function insertRole(
  db: Db,
  role: { code: string; name: string; permissions: readonly string[] },
): Promise<string> {
  const row = await db.one(sql<{ id: string }>`
    insert into auth_role (company_id, code, name, permissions)
    values (auth_bib.active_company(), ${role.code}, ${role.name}, ${[...role.permissions]}::text[]) returning id`)
  if (!row) throw new Error('a role was not stored')
  return row.id
}

/** False if another change was faster. */
export async function updateRole(
  db: Db,
  change: {
    id: string
    version: number
    name: string | null
    permissions: readonly string[] | null
  },
): Promise<boolean> {
  const { id, version, name, permissions } = change
  return (
    (await db.run(sql`
      update auth_role set name = coalesce(${name}::text, name), permissions = coalesce(${permissions ? [...permissions] : null}::text[], permissions),
        version = version + 1, updated_at = now()
      where id = ${id} and version = ${version}`)) === 1
  )
}

export async function deleteRole(db: Db, id: string): Promise<boolean> {
  return (await db.run(sql`delete from auth_role where id = ${id}`)) === 1
}

/** Synchronises a system role with the contract; writes nothing if it is up to date. */
export async function putSystemRole(
  db: Db,
  role: { code: string; name: string; permissions: readonly string[] },
): Promise<{ id: string; isChanged: boolean }[]> {
  return await db.all(sql<{ id: string; isChanged: boolean }>`
    insert into auth_role as r (company_id, code, name, permissions) values (null, ${role.code}, ${role.name}, ${[...role.permissions]}::text[])
    on conflict on constraint role_code_taken do update set permissions = excluded.permissions, version = r.version + 1, updated_at = now()
      where r.permissions is distinct from excluded.permissions
    returning id, version > 1 as is_changed`)
}
