import type { ChangeKind } from '@rmtools/contracts/second-person'
import { actingUser, activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

/** Who besides the caller may decide: administrators of the active company, and its reviewers on what concerns an investor. */
export async function decidersFor(db: Db, kind: ChangeKind): Promise<string[]> {
  const here = sql`array[${activeCompany}]`
  const isReviewers = kind === 'risk-rise'
  const rows = await db.all(sql<{ id: string }>`
    select u.id from known_user u
    where u.status = 'active' and (u.admin_of @> ${here} or (${isReviewers}::boolean and u.reviewer_of @> ${here}))
      and u.id is distinct from ${actingUser}
    order by u.id limit 50`)
  return rows.map(({ id }) => id)
}
