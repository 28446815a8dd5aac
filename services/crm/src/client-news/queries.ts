import { sql, type Db } from '@rmtools/kit/db'

/** The names in every message: the client's, and whom they may ask. */
export type Names = { investorName: string; companyName: string; rmName: string | null }

/** The names in a client's messages. */
export async function namesOf(db: Db, investorId: string): Promise<Names | undefined> {
  return await db.one(sql<Names>`
    select i.display_name as investor_name, c.name as company_name, (select u.full_name from known_user u where u.id = i.rm_id) as rm_name
    from investor i join known_company c on c.company_id = i.company_id where i.id = ${investorId}`)
}

/** Notes that a client is notified; false if they were before. */
export async function noteTold(db: Db, investorId: string, name: string): Promise<boolean> {
  return (
    (await db.run(
      sql`insert into client_told (investor_id, name) values (${investorId}, ${name}) on conflict on constraint client_told_once do nothing`,
    )) === 1
  )
}
