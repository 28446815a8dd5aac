// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type Consent = {
  id: Id
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
  words: string
  by: 'user' | 'investor'
  givenAt: Instant
  withdrawnAt: Instant | null
}

export type ConsentPurpose = 'personal-data' | 'data-sharing' | 'terms' | 'electronic-statement' | 'marketing'

export type GivenConsent = {
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
}

export type ConsentsListInput = {
  id: Id
}

export type ConsentsGiveInput = {
  id: Id
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
}

export type ConsentsWithdrawInput = {
  id: Id
  consentId: Id
  reason?: string
}

export type ConsentsApi = {
  /**
   * Consents of an investor, newest first
   *
   * Needs the permission `investor.read`.
   */
  list: Method<ConsentsListInput, {
    items: Array<Consent>
  }>
  /**
   * Record a consent that the investor gave in person
   *
   * Needs the permission `investor.write`.
   */
  give: Method<ConsentsGiveInput, Consent>
  /**
   * Record that the investor withdrew a consent
   *
   * Needs the permission `investor.write`.
   */
  withdraw: Method<ConsentsWithdrawInput, Consent>
}

export const consents = {
  list: {"method":"GET","path":"/crm/investors/{id}/consents","reply":"json"},
  give: {"method":"POST","path":"/crm/investors/{id}/consents","body":["purpose","textVersion","language"],"reply":"json","needsKey":true},
  withdraw: {"method":"POST","path":"/crm/investors/{id}/consents/{consentId}/withdraw","body":["reason"],"reply":"json"},
} as const satisfies Operations[string]
