// Reconciliations with Bib: every night, or on request.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Page, pageQuery, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'

const report = {
  id: Id,
  companyId: Id,
  status: OneOf(['waiting', 'running', 'done', 'failed']),
  startedBy: OneOf(['schedule', 'user']),
  /** Changes at Bib after this instant, by Bib's clock, were compared; null: all changes. */
  since: Nullable(Instant),
  asOf: Nullable(Instant),
  compared: Type.Integer(),
  applied: Type.Integer({ description: 'Differences that were repaired: lost events' }),
  unresolved: Type.Integer({ description: 'Differences that a person must check' }),
  error: Nullable(Type.String()),
  requestedBy: Nullable(Id),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
}
export const ReconciliationReport = Named('ReconciliationReport', Shape(report))
export type ReconciliationReport = Static<typeof ReconciliationReport>

export const ReconciliationDifference = Named(
  'ReconciliationDifference',
  Shape({
    id: Id,
    entity: OneOf(['investor', 'instruction']),
    sourceId: Type.String(),
    field: OneOf(['record', 'status', 'externalId']),
    ours: Nullable(Type.String()),
    theirs: Nullable(Type.String()),
    outcome: OneOf(['applied', 'unresolved']),
  }),
)
export type ReconciliationDifference = Static<typeof ReconciliationDifference>

const readers = can('reconciliation.read', 'reviewer', 'company-admin', 'auditor')

export const reconciliations = {
  list: endpoint({
    method: 'GET',
    path: '/crm/reconciliations',
    summary: 'Reconciliations with Bib, newest first',
    access: readers,
    query: Shape(pageQuery),
    reply: Page(ReconciliationReport),
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/reconciliations/{id}',
    summary: 'A reconciliation with its differences',
    access: readers,
    params: ById,
    reply: Shape({
      ...report,
      differences: Type.Array(ReconciliationDifference, {
        description: 'At most 1000, unresolved ones first',
      }),
    }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/crm/reconciliations',
    summary: 'Start a reconciliation with Bib',
    description: 'While a reconciliation of the company is pending, that one is returned.',
    access: can('reconciliation.run', 'company-admin'),
    status: 202,
    reply: ReconciliationReport,
  }),
}
