// Redemption accounts of an investor: at most three, in the investor's own name.
import Type, { type Static } from 'typebox'
import { can, Changes, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, Version } from '../fields.ts'
import { problemKind, staleVersion, wrongState, savedDifferently } from '../problem.ts'
import { bankAccountDescription, openBankAccountSchemas } from './bank-account-fields.ts'
import { consentNotInForce } from './consents.ts'
import { fourEyes } from './four-eyes.ts'
import { nameMatches } from './name-match.ts'

/** The S-INVEST file has room for three. */
export const MAX_BANK_ACCOUNTS = 3

export const tooManyBankAccounts = problemKind(
  'too-many-bank-accounts',
  422,
  'An investor has at most three bank accounts',
)
export const bankAccountTaken = problemKind(
  'investor-bank-account-taken',
  409,
  'The investor already has this account',
)
export const bankUnknown = problemKind('bank-unknown', 422, 'There is no bank with this code')
export const bankAccountIdTaken = problemKind(
  'bank-account-id-taken',
  409,
  'This id belongs to another record',
)
export const notInReview = problemKind(
  'not-in-review',
  409,
  'This account is not waiting for a review',
)
export const accountNotOpen = problemKind(
  'bank-accounts-not-open',
  422,
  'The bank accounts were not returned for change',
)

export const bankAccountReviews = ['not-needed', 'needed', 'accepted', 'refused'] as const

export const BankAccount = Named(
  'BankAccount',
  Shape({
    id: Id,
    investorId: Id,
    ...openBankAccountSchemas,
    bankName: Type.String(),
    bic: Nullable(Type.String()),
    number: Type.String({ description: 'Masked' }),
    nameMatch: OneOf(nameMatches),
    /** A weak match blocks redemptions while `needed` or when `refused`. */
    review: OneOf(bankAccountReviews),
    bibStatus: Nullable(OneOf(['accepted', 'refused'])),
    bibReason: Nullable(Type.String()),
    version: Version,
    createdAt: Instant,
  }),
)
export type BankAccount = Static<typeof BankAccount>

/**
 * Whether money may be paid out to the account (DOMAIN.md section 5; a rejection by Bib also
 * prevents it).
 */
export function isPayable(account: Pick<BankAccount, 'review' | 'bibStatus'>): boolean {
  return (
    (account.review === 'not-needed' || account.review === 'accepted') &&
    account.bibStatus !== 'refused'
  )
}

const ById2 = Shape({ id: Id, accountId: Id })
const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('investor.write', 'rm')

/** Reasons to reject a new bank account, whoever adds it. */
export const newAccountProblems = [
  tooManyBankAccounts,
  bankAccountTaken,
  bankUnknown,
  bankAccountIdTaken,
  savedDifferently,
  accountNotOpen,
  consentNotInForce,
] as const

export const bankAccounts = {
  list: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/bank-accounts',
    summary: 'Bank accounts of an investor, numbers masked',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(BankAccount) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/bank-accounts',
    summary: 'Add a bank account; the holder is compared with the name of the investor',
    access: writers,
    params: ById,
    body: Shape({
      accountId: Type.Optional(Id),
      ...bankAccountDescription.given,
    }),
    reply: BankAccount,
    status: 201,
    idempotent: true,
    problems: [wrongState, ...newAccountProblems],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/crm/investors/{id}/bank-accounts/{accountId}',
    summary: 'Change a bank account',
    access: writers,
    params: ById2,
    body: Shape({
      version: Version,
      ...Changes(bankAccountDescription.schemas).properties,
    }),
    reply: BankAccount,
    problems: [
      staleVersion,
      wrongState,
      bankAccountTaken,
      bankUnknown,
      accountNotOpen,
      consentNotInForce,
    ],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/crm/investors/{id}/bank-accounts/{accountId}',
    summary: 'Remove a bank account',
    access: writers,
    params: ById2,
    query: Shape({ version: Version }),
    problems: [staleVersion, wrongState, accountNotOpen],
  }),
  review: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/bank-accounts/{accountId}/review',
    summary: 'Decide on an account whose holder differs from the name of the investor',
    access: can('investor.review', 'reviewer', 'company-admin'),
    params: ById2,
    body: Shape({ version: Version, decision: OneOf(['accept', 'refuse']) }),
    reply: BankAccount,
    problems: [staleVersion, notInReview, fourEyes, consentNotInForce],
  }),
}
