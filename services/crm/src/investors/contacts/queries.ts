import { sql, type Db } from '@rmtools/kit/db'
import type { KycCase } from '../queries.ts'

/**
 * Which of these contacts belong to active users of the active company, including the caller. Users
 * of other companies do not count: the result would tell one company who works for another.
 */
export async function contactsOfStaff(
  db: Db,
  { phones, emails }: { phones: string[]; emails: string[] },
): Promise<ReadonlySet<string>> {
  if (phones.length + emails.length === 0) return new Set()
  const rows = await db.all(sql<{ contact: string }>`
    select g.contact from unnest(${phones}::text[]) g(contact) where exists (select from known_user u where u.phone = g.contact and u.status = 'active')
    union all
    select g.contact from unnest(${emails}::text[]) g(contact)
    where exists (select from known_user u where u.email is not null and mailbox(u.email) = mailbox(g.contact) and u.status = 'active')`)
  return new Set(rows.map(({ contact }) => contact))
}

/**
 * Which of an investor's own contacts another investor of the company has; reveals only that there
 * is one.
 */
export async function contactsKnown(
  db: Db,
  { id, phone, email }: Pick<KycCase, 'id' | 'phone' | 'email'>,
): Promise<{ phone: boolean; email: boolean }> {
  const row = await db.one(
    sql<{
      phone: boolean
      email: boolean
    }>`select * from contacts_known(${phone}, ${email}, ${id})`,
  )
  return row ?? { phone: false, email: false }
}
