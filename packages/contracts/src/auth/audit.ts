// The audit trail: written by triggers, chained by hash, read only.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Page, pageQuery, Shape, Named } from '../endpoint.ts'
import { Id, Instant } from '../fields.ts'
import { CSV, fileThrottle, languageQuery } from '../lists.ts'

const Values = Nullable(Type.Object({}, { additionalProperties: true }))

export const AuditEntry = Named(
  'AuditEntry',
  Shape({
    id: Type.String(),
    at: Instant,
    companyId: Nullable(Id),
    actorKind: OneOf(['user', 'investor', 'system']),
    actorId: Nullable(Id),
    actorName: Nullable(Type.String()),
    ip: Nullable(Type.String()),
    device: Nullable(Type.String()),
    requestId: Nullable(Type.String()),
    action: Type.String(),
    entity: Type.String(),
    entityId: Type.String(),
    before: Values,
    after: Values,
  }),
)
export type AuditEntry = Static<typeof AuditEntry>

const access = can('audit.read', 'company-admin', 'auditor', 'platform-admin')
const Word = Type.String({ minLength: 1, maxLength: 80 })

/** The number of an entry. */
export const ENTRY_ID = '^[0-9]{1,18}$'

const filters = {
  id: Type.Optional(Type.String({ pattern: ENTRY_ID, description: 'Only this entry' })),
  actor: Type.Optional(Id),
  entity: Type.Optional(Word),
  entityId: Type.Optional(Word),
  action: Type.Optional(Word),
  ip: Type.Optional(Word),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
}

export const audit = {
  trail: endpoint({
    method: 'GET',
    path: '/auth/audit-trail',
    summary: 'Who did what, newest first',
    access,
    query: Shape({ ...pageQuery, ...filters }),
    reply: Page(AuditEntry),
  }),
  export: endpoint({
    method: 'GET',
    path: '/auth/audit-trail.csv',
    summary: 'The trail as a CSV file; the export itself is recorded in the trail',
    fresh: true,
    discloses: 'export',
    access: can('audit.export', 'company-admin', 'auditor', 'platform-admin'),
    query: Shape({ ...filters, ...languageQuery }),
    produces: CSV,
    throttle: fileThrottle,
  }),
  status: endpoint({
    method: 'GET',
    path: '/auth/audit-trail/status',
    summary:
      'How far the trail is sealed: the head of its hash chain, and the latest head signed outside the database',
    access,
    reply: Shape({
      sealed: Type.Integer(),
      hash: Nullable(Type.String()),
      signedSeq: Nullable(Type.Integer()),
      signedAt: Nullable(Instant),
    }),
  }),
}
