// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CountryCode, Currency, FullName, Id, Instant, Version } from './fields.ts'

export type BankAccount = {
  id: Id
  investorId: Id
  bankCode: string
  holderName: FullName
  currency: Currency
  branch: string | null
  country: CountryCode
  bankName: string
  bic: string | null
  /** Masked */
  number: string
  nameMatch: 'exact' | 'strong' | 'weak'
  review: 'not-needed' | 'needed' | 'accepted' | 'refused'
  bibStatus: 'accepted' | 'refused' | null
  bibReason: string | null
  version: Version
  createdAt: Instant
}

export type BankAccountsListInput = {
  id: Id
}

export type BankAccountsCreateInput = {
  id: Id
  accountId?: Id
  bankCode: string
  number: string
  holderName: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type BankAccountsUpdateInput = {
  id: Id
  accountId: Id
  version: Version
  bankCode?: string
  number?: string
  holderName?: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type BankAccountsRemoveInput = {
  id: Id
  accountId: Id
  version: Version
}

export type BankAccountsReviewInput = {
  id: Id
  accountId: Id
  version: Version
  decision: 'accept' | 'refuse'
}

export type BankAccountsApi = {
  /**
   * Bank accounts of an investor, numbers masked
   *
   * Needs the permission `investor.read`.
   */
  list: Method<BankAccountsListInput, {
    items: Array<BankAccount>
  }>
  /**
   * Add a bank account; the holder is compared with the name of the investor
   *
   * Needs the permission `investor.write`.
   */
  create: Method<BankAccountsCreateInput, BankAccount>
  /**
   * Change a bank account
   *
   * Needs the permission `investor.write`.
   */
  update: Method<BankAccountsUpdateInput, BankAccount>
  /**
   * Remove a bank account
   *
   * Needs the permission `investor.write`.
   */
  remove: Method<BankAccountsRemoveInput, void>
  /**
   * Decide on an account whose holder differs from the name of the investor
   *
   * Needs the permission `investor.review`.
   */
  review: Method<BankAccountsReviewInput, BankAccount>
}

export const bankAccounts = {
  list: {"method":"GET","path":"/crm/investors/{id}/bank-accounts","reply":"json"},
  create: {"method":"POST","path":"/crm/investors/{id}/bank-accounts","body":["accountId","bankCode","number","holderName","currency","branch","country"],"reply":"json","needsKey":true},
  update: {"method":"PATCH","path":"/crm/investors/{id}/bank-accounts/{accountId}","body":["version","bankCode","number","holderName","currency","branch","country"],"reply":"json"},
  remove: {"method":"DELETE","path":"/crm/investors/{id}/bank-accounts/{accountId}","query":["version"]},
  review: {"method":"POST","path":"/crm/investors/{id}/bank-accounts/{accountId}/review","body":["version","decision"],"reply":"json"},
} as const satisfies Operations[string]
