// Nobody is added to a company unasked: users with an account get an offer, which they accept or
// decline.
import Type, { type Static } from 'typebox'
import { endpoint, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { notFound, wrongState } from '../problem.ts'
import { memberAlready, platformPerson } from './companies.ts'

export const MembershipOffer = Named(
  'MembershipOffer',
  Shape({
    id: Id,
    companyId: Id,
    companyName: Type.String(),
    role: Type.String(),
    offeredAt: Instant,
    expiresAt: Instant,
  }),
)
export type MembershipOffer = Static<typeof MembershipOffer>

export const membershipOffers = {
  list: endpoint({
    method: 'GET',
    path: '/auth/membership-offers',
    summary: 'Open membership offers of the user',
    access: 'session',
    reply: Shape({ items: Type.Array(MembershipOffer) }),
  }),
  acceptOrDecline: endpoint({
    method: 'POST',
    path: '/auth/membership-offers/{id}/acceptOrDecline',
    summary: 'Accept or decline a membership offer; accepting ends all other sessions',
    access: 'session',
    params: ById,
    body: Shape({ decision: OneOf(['accept', 'decline']) }),
    problems: [notFound, wrongState, memberAlready, platformPerson],
  }),
}
