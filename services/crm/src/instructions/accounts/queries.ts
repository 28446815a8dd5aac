// Parts of statements about the account that money comes from or goes to.
import { sql } from '@rmtools/kit/db'

type Part = ReturnType<typeof sql>

/** An account as documents show it: its bank, the masked number and the holder. */
export const accountText = (
  id: Part,
) => sql`(select (select k.name from bank k where k.code = b.bank_code) || ' ' || b.number || ' a.n. ' || b.holder_name
    from investor_bank_account b where b.id = ${id})`

/** Whether money may go to account `b`; `isPayable` of the contract says the same of a shown one. */
export const isFit = sql`(b.removed_at is null and b.review in ('not-needed', 'accepted') and b.bib_status is distinct from 'refused')`

/** Whether money may go to the account with this id. */
export const isFitAccount = (id: Part) =>
  sql`exists (select from investor_bank_account b where b.id = ${id} and ${isFit})`
