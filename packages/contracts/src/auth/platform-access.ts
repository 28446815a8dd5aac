// Temporary access of platform administrators to a company when something is broken: with a reason
// and an end, visible to the company.
import Type, { type Static } from 'typebox'
import { can, endpoint, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { notFound, problemKind, wrongState } from '../problem.ts'
import { platformPerson } from './companies.ts'
import { Reason } from './users.ts'

export const platformAccessOpen = problemKind(
  'platform-access-open',
  409,
  'You already have access to this company',
)
export const platformAccessTooLong = problemKind(
  'platform-access-too-long',
  422,
  'Access can be opened for fewer hours only',
)

export const PlatformAccess = Named(
  'PlatformAccess',
  Shape({
    id: Id,
    companyId: Id,
    userId: Id,
    fullName: Type.String(),
    reason: Type.String(),
    openedAt: Instant,
    endsAt: Instant,
    mayWrite: Type.Boolean({
      description: 'An administrator of the company granted the rights of a company administrator',
    }),
  }),
)
export type PlatformAccess = Static<typeof PlatformAccess>

const platform = can('company.manage', 'platform-admin')
const readers = can('user.read', 'company-admin', 'reviewer', 'auditor', 'platform-admin')
const deciders = can('user.update', 'company-admin', 'platform-admin')
const Accesses = Named(
  'PlatformAccesses',
  Shape({ items: Type.Array(PlatformAccess), maxHours: Type.Integer() }),
)

export const platformAccess = {
  list: endpoint({
    method: 'GET',
    path: '/auth/admin/companies/{id}/platform-access',
    summary: 'Platform users with access to a company, and how long access may last',
    access: platform,
    params: ById,
    reply: Accesses,
    problems: [notFound],
  }),
  open: endpoint({
    method: 'POST',
    path: '/auth/admin/companies/{id}/platform-access',
    summary: 'Open access to a company for oneself; its administrators are notified at once',
    description:
      'Grants the view of an auditor, without exports and without revealing masked data, for a limited time. The company can end it at once, or extend its rights.',
    fresh: true,
    access: platform,
    params: ById,
    body: Shape({
      reason: Reason,
      hours: Type.Integer({ minimum: 1, maximum: 24, examples: [2] }),
    }),
    reply: PlatformAccess,
    status: 201,
    problems: [notFound, platformAccessOpen, platformAccessTooLong],
  }),
  close: endpoint({
    method: 'POST',
    path: '/auth/admin/platform-access/{id}/close',
    summary: "End one's own access to a company",
    access: platform,
    params: ById,
    problems: [notFound, wrongState],
  }),
  own: endpoint({
    method: 'GET',
    path: '/auth/company/platform-access',
    summary: 'Platform users with access to the active company',
    access: readers,
    reply: Accesses,
  }),
  agree: endpoint({
    method: 'POST',
    path: '/auth/company/platform-access/{id}/agree',
    summary: 'Let a platform user act as a company administrator until the access ends',
    fresh: true,
    access: deciders,
    params: ById,
    problems: [notFound, wrongState, platformPerson],
  }),
  end: endpoint({
    method: 'POST',
    path: '/auth/company/platform-access/{id}/end',
    summary: "End a platform user's access to the active company at once",
    access: deciders,
    params: ById,
    problems: [notFound, wrongState, platformPerson],
  }),
}
