import { MAX_PREFERENCES, type Preference } from '@rmtools/contracts/auth/preferences'
import { actingUser, activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

/** The preferences of the acting user in the active company: row-level security shows no others. */
export async function ownPreferences(db: Db): Promise<Preference[]> {
  return await db.all(
    sql<Preference>`select key, value, updated_at from user_preference order by key limit ${sql.lit(MAX_PREFERENCES)}`,
  )
}

/**
 * Stores a preference; undefined if the user has too many others. Serialised, because two at once
 * could exceed the limit.
 */
export async function putPreference(
  db: Db,
  { key, value }: { key: string; value: object },
): Promise<Preference | undefined> {
  await db.run(
    sql`select pg_advisory_xact_lock(hashtextextended('user_preference:' || ${actingUser}::text || ${activeCompany}::text, 0))`,
  )
  return await db.one(sql<Preference>`
    insert into user_preference as p (key, value) select ${key}::text, ${JSON.stringify(value)}::jsonb
    where (select count(*) from user_preference other where other.key <> ${key}) < ${MAX_PREFERENCES}::int
    on conflict (user_id, company_id, key) do update set value = excluded.value, updated_at = now()
    returning key, value, updated_at`)
}

/** False if there was nothing to delete. */
export async function deletePreference(db: Db, key: string): Promise<boolean> {
  return (await db.run(sql`delete from user_preference where key = ${key}`)) === 1
}
