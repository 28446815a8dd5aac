// Changes that wait for a second person: the requester cannot also decide. Each service has its
// list; one rule covers all kinds.
import { keysOf } from './keys.ts'
import Type, { type Static } from 'typebox'
import {
  bibTenantTaken,
  companies,
  memberAlready,
  membershipOffered,
  platformPerson,
} from './auth/companies.ts'
import { emailTaken, phoneTaken } from './auth/registration.ts'
import { roles } from './auth/roles.ts'
import { ownAccount, ownWork, roleAboveOwn, users } from './auth/users.ts'
import { fourEyes } from './crm/four-eyes.ts'
import { investors } from './crm/investors.ts'
import { messageTemplates } from './crm/message-templates.ts'
import { riskProfiles } from './crm/risk-profiles.ts'
import { can, endpoint, Nullable, OneOf, Shape, Named } from './endpoint.ts'
import { ById, Id, Instant, Text } from './fields.ts'
import { notFound, problemKind, type ProblemKind } from './problem.ts'

export const changeDecided = problemKind(
  'change-decided',
  409,
  'This has already been decided, replaced or withdrawn',
)
export const changeExpired = problemKind(
  'change-expired',
  409,
  'Nobody decided in time; request it again',
)
export const changeOvertaken = problemKind(
  'change-overtaken',
  409,
  'The record was changed in the meantime; request it again',
)
export const decisionReasonMissing = problemKind(
  'decision-reason-missing',
  422,
  'Say why it is refused',
)
export const ownPeopleDecide = problemKind(
  'own-people-decide',
  403,
  'Only users of the company decide, not those of the platform',
)

/**
 * The kinds of change that may wait, each with the permission for the change itself: whoever may
 * not make it may not approve it. The platform's acts on a company (an offer, its settings) are
 * approved by a user who may do the same inside the company.
 */
export const changeNeeds = {
  'message-template': messageTemplates.put.access.permission,
  'risk-questionnaire': riskProfiles.publish.access.permission,
  'risk-rise': investors.review.access.permission,
  'user-invitation': users.create.access.permission,
  'user-role': users.update.access.permission,
  'user-approval': users.approveOrReject.access.permission,
  'user-activation': users.activeOrDe.access.permission,
  'membership-offer': users.create.access.permission,
  role: roles.update.access.permission,
  'company-settings': companies.updateOwn.access.permission,
} as const
export type ChangeKind = keyof typeof changeNeeds
export const changeKinds = keysOf(changeNeeds)

export const PendingChange = Named(
  'PendingChange',
  Shape({
    id: Id,
    kind: OneOf(changeKinds),
    subject: Type.String({ description: 'The record concerned' }),
    /** The new values, and the old ones that help to decide. */
    payload: Type.Unsafe<Readonly<Record<string, unknown>>>(
      Type.Object({}, { additionalProperties: true }),
    ),
    askedBy: Nullable(Id),
    askedByName: Nullable(Type.String()),
    askedAt: Instant,
    expiresAt: Instant,
  }),
)
export type PendingChange = Static<typeof PendingChange>

const decisionRefusals: readonly ProblemKind[] = [
  notFound,
  fourEyes,
  changeDecided,
  changeExpired,
  changeOvertaken,
  decisionReasonMissing,
  ownPeopleDecide,
]

/**
 * The list and the decision. Each service has its own, because only the service that owns the data
 * decides.
 */
function changesOf(service: 'auth' | 'crm', about: string, refusals: readonly ProblemKind[] = []) {
  return {
    list: endpoint({
      method: 'GET',
      path: `/${service}/pending-changes`,
      summary: `Changes waiting for a second approval: ${about}; oldest first`,
      access: can('pending-change.read', 'reviewer', 'company-admin', 'auditor', 'platform-admin'),
      reply: Shape({ items: Type.Array(PendingChange) }),
    }),
    decide: endpoint({
      method: 'POST',
      path: `/${service}/pending-changes/{id}/decision`,
      summary: `Approve or reject a pending change (${about}); the requester may only withdraw it`,
      description: 'Also needs the permission for the change itself. A rejection needs a reason.',
      fresh: true,
      access: can('pending-change.decide', 'reviewer', 'company-admin', 'platform-admin'),
      params: ById,
      body: Shape({ decision: OneOf(['approve', 'reject']), reason: Type.Optional(Text(500)) }),
      problems: [...refusals, ...decisionRefusals],
    }),
  }
}

/** Changes to messages and questionnaires for investors, and to what they may buy. */
export const pendingChanges = changesOf('crm', 'messages, questionnaires, risk profiles')

/** Changes to rights, and to the settings that limit orders. */
export const pendingAdministration = changesOf('auth', 'people, roles, settings', [
  emailTaken,
  phoneTaken,
  roleAboveOwn,
  ownAccount,
  ownWork,
  memberAlready,
  membershipOffered,
  platformPerson,
  bibTenantTaken,
])
