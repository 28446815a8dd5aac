// The history of a lead: conversations and agreements.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Page, pageQuery, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, Text } from '../fields.ts'
import { problemKind, savedDifferently } from '../problem.ts'

export const activityIdTaken = problemKind(
  'activity-id-taken',
  409,
  'This id belongs to another record',
)

const kinds = ['note', 'call', 'meeting', 'message'] as const

export const LeadActivity = Named(
  'LeadActivity',
  Shape({
    id: Id,
    leadId: Id,
    authorId: Nullable(Id),
    authorName: Nullable(Type.String()),
    kind: OneOf([...kinds, 'status']),
    text: Type.String(),
    happenedAt: Instant,
    createdAt: Instant,
  }),
)
export type LeadActivity = Static<typeof LeadActivity>

export const leadActivities = {
  list: endpoint({
    method: 'GET',
    path: '/crm/leads/{id}/activities',
    summary: 'History of a lead, newest first',
    access: can('lead.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    query: Shape(pageQuery),
    reply: Page(LeadActivity),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/leads/{id}/activities',
    summary: 'Record what was said or agreed',
    access: can('lead.write', 'rm', 'company-admin'),
    params: ById,
    body: Shape({
      activityId: Type.Optional(Id),
      kind: OneOf(kinds),
      text: Text(4000),
      happenedAt: Type.Optional(Instant),
      nextFollowUpAt: Type.Optional(Nullable(Instant)),
    }),
    reply: LeadActivity,
    status: 201,
    idempotent: true,
    problems: [activityIdTaken, savedDifferently],
  }),
}
