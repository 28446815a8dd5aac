// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type MembershipOffer = {
  id: Id
  companyId: Id
  companyName: string
  role: string
  offeredAt: Instant
  expiresAt: Instant
}

export type MembershipOffersListInput = {
}

export type MembershipOffersAcceptOrDeclineInput = {
  id: Id
  decision: 'accept' | 'decline'
}

export type MembershipOffersApi = {
  /** Open membership offers of the user */
  list: Method<MembershipOffersListInput, {
    items: Array<MembershipOffer>
  }>
  /** Accept or decline a membership offer; accepting ends all other sessions */
  acceptOrDecline: Method<MembershipOffersAcceptOrDeclineInput, void>
}

export const membershipOffers = {
  list: {"method":"GET","path":"/auth/membership-offers","reply":"json"},
  acceptOrDecline: {"method":"POST","path":"/auth/membership-offers/{id}/acceptOrDecline","body":["decision"]},
} as const satisfies Operations[string]
