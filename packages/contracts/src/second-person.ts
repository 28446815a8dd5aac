// Changes that wait for a second person: whoever asks for one does not also decide on it. One list, one rule for all kinds.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape } from './endpoint.ts'
import { ById, Id, Instant, Text } from './fields.ts'
import { notFound, problemKind } from './problem.ts'
import { fourEyes } from './crm/four-eyes.ts'

export const changeDecided = problemKind('change-decided', 409, 'This was decided, replaced or taken back already')
export const changeExpired = problemKind('change-expired', 409, 'Nobody decided in time; ask for it again')
export const decisionReasonMissing = problemKind('decision-reason-missing', 422, 'Say why it is refused')

export const changeKinds = ['message-template', 'risk-questionnaire', 'risk-rise'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const PendingChange = Shape({
  id: Id,
  kind: OneOf(changeKinds),
  subject: Type.String({ description: 'The record it is about' }),
  /** What will be, and of what it is worth knowing what was. */
  payload: Type.Unsafe<Readonly<Record<string, unknown>>>(Type.Object({}, { additionalProperties: true })),
  askedBy: Nullable(Id),
  askedByName: Nullable(Type.String()),
  askedAt: Instant,
  expiresAt: Instant,
})
export type PendingChange = Static<typeof PendingChange>

/** Changes of what investors are sent and asked, and of what they may buy. */
export const pendingChanges = {
  list: endpoint({
    method: 'GET',
    path: '/crm/pending-changes',
    summary: 'What waits for a second person, oldest first',
    access: can('pending-change.read', 'reviewer', 'company-admin', 'auditor'),
    reply: Shape({ items: Type.Array(PendingChange) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/crm/pending-changes/{id}/decision',
    summary: 'Approve or reject what waits; who asked for it may only take it back',
    description: 'Needs the permission for the change itself too. A rejection says why.',
    fresh: true,
    access: can('pending-change.decide', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape({ decision: OneOf(['approve', 'reject']), reason: Type.Optional(Text(500)) }),
    problems: [notFound, fourEyes, changeDecided, changeExpired, decisionReasonMissing],
  }),
}
