// Capturing a bank account, by the RM or by the investor through a link.
import {
  bankAccountDetails,
  bankAccountFieldNames,
  type GivenBankAccount,
} from '@rmtools/contracts/crm/bank-account-fields'
import {
  accountNotOpen,
  bankAccountIdTaken,
  MAX_BANK_ACCOUNTS,
  tooManyBankAccounts,
} from '@rmtools/contracts/crm/bank-accounts'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import { Problem, staleVersion } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { maskEnd } from '@rmtools/kit/secrets'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { requireOpen, type Editing } from '../case/editing.ts'
import { tellOfAccount } from '../news/telling.ts'
import type { KycCase } from '../queries.ts'
import {
  accountById,
  accountsOf,
  insertAccount,
  removeAccount,
  updateAccount,
  type AccountRow,
  type AccountValues,
} from './queries.ts'
import { requireSame } from '../../replays/rules.ts'

type Ports = Pick<CrmPorts, 'clock' | 'sealer'>

const withoutGroups = (number: string) => number.replace(/[ .-]/g, '')
const context = (id: string) => `investor_bank_account.number:${id}`

/** The full number of an account. */
export function openNumber(
  account: Pick<AccountRow, 'id' | 'numberSealed'>,
  { sealer }: Pick<Ports, 'sealer'>,
): string {
  return sealer.open(account.numberSealed, context(account.id))
}

function valuesOf(
  id: string,
  given: GivenBankAccount,
  investor: KycCase,
  { sealer }: Pick<Ports, 'sealer'>,
): AccountValues {
  const details = bankAccountDetails(given)
  const number = withoutGroups(given.number)
  const nameMatch = matchNames(details.holderName, investor.displayName)
  return {
    ...details,
    number: maskEnd(number),
    numberSealed: sealer.seal(number, context(id)),
    numberHash: sealer.index(`account:${number}`),
    nameMatch,
    // An account added to a registered investor could divert money: somebody else reviews it,
    // whatever the name.
    review: nameMatch === 'weak' || investor.status === 'registered' ? 'needed' : 'not-needed',
  }
}

/**
 * Adds an account; a repeated id returns the stored one. Throws too-many-bank-accounts for the
 * fourth.
 */
export async function addAccount(
  db: Transaction,
  editing: Editing,
  given: GivenBankAccount & { accountId?: string | undefined },
  ports: Ports,
): Promise<AccountRow> {
  const { investor } = editing
  requireOpen(editing, '/bankAccounts', accountNotOpen)
  const id = given.accountId ?? crypto.randomUUID()
  const known = await accountById(db, investor.id, id)
  if (known) {
    requireSame(
      { ...bankAccountDetails(given), number: withoutGroups(given.number) },
      { ...known, number: openNumber(known, ports) },
      bankAccountFieldNames,
    )
    return known
  }
  if ((await accountsOf(db, investor.id)).length >= MAX_BANK_ACCOUNTS)
    throw new Problem(tooManyBankAccounts)
  if (
    !(await insertAccount(db, {
      id,
      investorId: investor.id,
      ...valuesOf(id, given, investor, ports),
    }))
  )
    throw new Problem(bankAccountIdTaken)
  const account = await stored(db, investor.id, id)
  await tellOfAccount(db, investor, { account, step: 'added' })
  return account
}

/** Changes an account. The name is compared again. */
export async function changeAccount(
  db: Transaction,
  editing: Editing,
  change: { accountId: string; version: number } & Partial<GivenBankAccount>,
  ports: Ports,
): Promise<AccountRow> {
  const { investor } = editing
  requireOpen(editing, '/bankAccounts', accountNotOpen)
  const { accountId, version, ...given } = change
  const before = await stored(db, investor.id, accountId)
  const whole = { ...before, number: openNumber(before, ports), ...given }
  if (
    (await updateAccount(
      db,
      { id: accountId, version },
      valuesOf(accountId, whole, investor, ports),
    )) === 0
  )
    throw new Problem(staleVersion)
  return await stored(db, investor.id, accountId)
}

/** Removes an account. */
export async function dropAccount(
  db: Transaction,
  editing: Editing,
  { accountId, version }: { accountId: string; version: number },
  ports: Ports,
): Promise<void> {
  requireOpen(editing, '/bankAccounts', accountNotOpen)
  await stored(db, editing.investor.id, accountId)
  if (
    (await removeAccount(db, { id: accountId, version, at: ports.clock.now().toISOString() })) === 0
  )
    throw new Problem(staleVersion)
}

/**
 * Compares every account with a new name of the investor; a match that became weak needs a review.
 */
export async function compareAnew(db: Transaction, investor: KycCase, ports: Ports): Promise<void> {
  for (const account of await accountsOf(db, investor.id)) {
    if (matchNames(account.holderName, investor.displayName) === account.nameMatch) continue
    const given = { ...account, number: openNumber(account, ports) }
    await updateAccount(db, account, valuesOf(account.id, given, investor, ports))
  }
}

async function stored(db: Transaction, investorId: string, id: string): Promise<AccountRow> {
  return existing(await accountById(db, investorId, id))
}
