import type {
  BankAccountDetails,
  BankAccountField,
} from '@rmtools/contracts/crm/bank-account-fields'
import type { BankAccount } from '@rmtools/contracts/crm/bank-accounts'
import type { NameMatch } from '@rmtools/contracts/crm/name-match'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'

const build = statements<CrmDb>()

/** The stored row. A described field without a column does not compile. */
type Storable = {
  [F in BankAccountField]: F extends keyof CrmDb['investorBankAccount']
    ? BankAccountDetails[F]
    : never
}

/** An account with its number still sealed. */
export type AccountRow = BankAccount & { numberSealed: Buffer }

// Joined with the investor, whose policy determines the book.
const fromAccounts = sql`select a.*, b.name as bank_name, b.bic
  from investor_bank_account a join investor i on i.id = a.investor_id join bank b on b.code = a.bank_code`

/** The accounts of an investor within the caller's reach, oldest first. */
export async function accountsOf(db: Db, investorId: string): Promise<AccountRow[]> {
  return await db.all(
    sql<AccountRow>`${fromAccounts} where a.investor_id = ${investorId} and a.removed_at is null order by a.created_at, a.id`,
  )
}

/** One account of an investor. */
export async function accountById(
  db: Db,
  investorId: string,
  id: string,
): Promise<AccountRow | undefined> {
  return await db.one(
    sql<AccountRow>`${fromAccounts} where a.investor_id = ${investorId} and a.id = ${id} and a.removed_at is null`,
  )
}

export type AccountValues = Storable & {
  numberSealed: Buffer
  numberHash: Buffer
  nameMatch: NameMatch
  review: 'not-needed' | 'needed'
}

/** Stores an account; false if its id exists. */
export async function insertAccount(
  db: Db,
  account: AccountValues & { id: string; investorId: string },
): Promise<boolean> {
  return (
    (await db.run(
      build
        .insertInto('investorBankAccount')
        .values(account)
        .onConflict((conflict) => conflict.column('id').doNothing()),
    )) > 0
  )
}

/**
 * Changes an account of that version; an earlier decision no longer counts. 0 if the version has
 * moved on.
 */
export async function updateAccount(
  db: Db,
  { id, version }: { id: string; version: number },
  values: AccountValues,
): Promise<number> {
  const changes = {
    ...values,
    reviewedBy: null,
    reviewedAt: null,
    bibStatus: null,
    bibReason: null,
  }
  return await db.run(
    build
      .updateTable('investorBankAccount')
      .set({ ...changes, version: sql`version + 1`, updatedAt: sql`now()` })
      .where('id', '=', id)
      .where('version', '=', version),
  )
}

/** Removes an account; instructions that refer to it keep it. */
export async function removeAccount(
  db: Db,
  { id, version, at }: { id: string; version: number; at: string },
): Promise<number> {
  return await db.run(
    build
      .updateTable('investorBankAccount')
      .set({ removedAt: at, version: sql`version + 1` })
      .where('id', '=', id)
      .where('version', '=', version),
  )
}

type AccountDecision = {
  id: string
  version: number
  review: 'accepted' | 'refused'
  reviewedBy: string
  at: string
}

/** Decides on an account that awaits review; 0 if it does not, or the version has moved on. */
export async function decideAccount(
  db: Db,
  { id, version, review, reviewedBy, at }: AccountDecision,
): Promise<number> {
  return await db.run(
    build
      .updateTable('investorBankAccount')
      .set({ review, reviewedBy, reviewedAt: at, version: sql`version + 1`, updatedAt: sql`now()` })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('review', '=', 'needed'),
  )
}

/** The outcome of an account at Bib. */
export async function keepOutcome(
  db: Db,
  {
    id,
    investorId,
    status,
    reason,
  }: { id: string; investorId: string; status: 'accepted' | 'refused'; reason: string | null },
): Promise<void> {
  await db.run(
    build
      .updateTable('investorBankAccount')
      .set({ bibStatus: status, bibReason: reason })
      .where('id', '=', id)
      .where('investorId', '=', investorId),
  )
}

/** Whether an account of another investor of the company has the same number. */
export async function sharesNumber(db: Db, investorId: string): Promise<boolean> {
  const row = await db.one(sql<{ shared: boolean }>`
    select exists (select from investor_bank_account mine join investor_bank_account other
      on other.company_id = mine.company_id and other.number_hash = mine.number_hash and other.bank_code = mine.bank_code
      where mine.investor_id = ${investorId} and other.investor_id <> mine.investor_id and mine.removed_at is null and other.removed_at is null) as shared`)
  return row?.shared ?? false
}
