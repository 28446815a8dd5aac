// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type ReconciliationDifference = {
  id: Id
  entity: 'investor' | 'instruction'
  sourceId: string
  field: 'record' | 'status' | 'externalId'
  ours: string | null
  theirs: string | null
  outcome: 'applied' | 'unresolved'
}

export type ReconciliationReport = {
  id: Id
  companyId: Id
  status: 'waiting' | 'running' | 'done' | 'failed'
  startedBy: 'schedule' | 'user'
  since: Instant | null
  asOf: Instant | null
  compared: number
  /** Differences that were repaired: lost events */
  applied: number
  /** Differences that a person must check */
  unresolved: number
  error: string | null
  requestedBy: Id | null
  createdAt: Instant
  finishedAt: Instant | null
}

export type ReconciliationReportPage = {
  items: Array<ReconciliationReport>
  nextCursor: string | null
}

export type ReconciliationsListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
}

export type ReconciliationsGetInput = {
  id: Id
}

export type ReconciliationsStartInput = {
}

export type ReconciliationsApi = {
  /**
   * Reconciliations with Bib, newest first
   *
   * Needs the permission `reconciliation.read`.
   */
  list: ListMethod<ReconciliationsListInput, ReconciliationReportPage>
  /**
   * A reconciliation with its differences
   *
   * Needs the permission `reconciliation.read`.
   */
  get: Method<ReconciliationsGetInput, {
    id: Id
    companyId: Id
    status: 'waiting' | 'running' | 'done' | 'failed'
    startedBy: 'schedule' | 'user'
    since: Instant | null
    asOf: Instant | null
    compared: number
    /** Differences that were repaired: lost events */
    applied: number
    /** Differences that a person must check */
    unresolved: number
    error: string | null
    requestedBy: Id | null
    createdAt: Instant
    finishedAt: Instant | null
    /** At most 1000, unresolved ones first */
    differences: Array<ReconciliationDifference>
  }>
  /**
   * Start a reconciliation with Bib
   *
   * While a reconciliation of the company is pending, that one is returned.
   *
   * Needs the permission `reconciliation.run`.
   */
  start: Method<ReconciliationsStartInput, ReconciliationReport>
}

export const reconciliations = {
  list: {"method":"GET","path":"/crm/reconciliations","query":["limit","cursor"],"reply":"json"},
  get: {"method":"GET","path":"/crm/reconciliations/{id}","reply":"json"},
  start: {"method":"POST","path":"/crm/reconciliations","reply":"json"},
} as const satisfies Operations[string]
