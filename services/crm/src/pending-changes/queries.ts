import type { ChangeKind } from '@rmtools/contracts/second-person'
import { actingUser, activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

/**
 * Users other than the caller who may decide: administrators of the active company, and its
 * reviewers on changes that concern an investor.
 */
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

/**
 * How long somebody who has left still counts, as in auth: nobody plans a week ahead to be alone
 * today.
 */
const REMEMBERED = sql.lit('7 days')

/**
 * Whether somebody else could decide here until recently. It does not matter who removed them: the
 * caller may have asked a third person to do it.
 */
export async function hadDecider(db: Db, kind: ChangeKind): Promise<boolean> {
  const isReviewers = kind === 'risk-rise'
  const row = await db.one(sql`
    select 1 from decider_gone g
    where g.company_id = ${activeCompany} and (g.was_admin or ${isReviewers}::boolean)
      and g.user_id is distinct from ${actingUser} and g.gone_at > now() - ${REMEMBERED}::interval
    limit 1`)
  return row !== undefined
}
