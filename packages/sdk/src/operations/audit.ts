// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type AuditEntry = {
  id: string
  at: Instant
  companyId: Id | null
  actorKind: 'user' | 'investor' | 'system'
  actorId: Id | null
  actorName: string | null
  ip: string | null
  device: string | null
  requestId: string | null
  action: string
  entity: string
  entityId: string
  before: {
  } | null
  after: {
  } | null
}

export type AuditEntryPage = {
  items: Array<AuditEntry>
  nextCursor: string | null
}

export type AuditTrailInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Only this entry */
  id?: string
  actor?: Id
  entity?: string
  entityId?: string
  action?: string
  ip?: string
  from?: Instant
  to?: Instant
}

export type AuditExportInput = {
  /** Only this entry */
  id?: string
  actor?: Id
  entity?: string
  entityId?: string
  action?: string
  ip?: string
  from?: Instant
  to?: Instant
  language?: 'id' | 'en'
}

export type AuditStatusInput = {
}

export type AuditApi = {
  /**
   * Who did what, newest first
   *
   * Needs the permission `audit.read`.
   */
  trail: ListMethod<AuditTrailInput, AuditEntryPage>
  /**
   * The trail as a CSV file; the export itself is recorded in the trail
   *
   * Needs the permission `audit.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  export: Method<AuditExportInput, Uint8Array>
  /**
   * How far the trail is sealed: the head of its hash chain, and the latest head signed outside the database
   *
   * Needs the permission `audit.read`.
   */
  status: Method<AuditStatusInput, {
    sealed: number
    hash: string | null
    signedSeq: number | null
    signedAt: Instant | null
  }>
}

export const audit = {
  trail: {"method":"GET","path":"/auth/audit-trail","query":["limit","cursor","id","actor","entity","entityId","action","ip","from","to"],"reply":"json"},
  export: {"method":"GET","path":"/auth/audit-trail.csv","query":["id","actor","entity","entityId","action","ip","from","to","language"],"reply":"bytes"},
  status: {"method":"GET","path":"/auth/audit-trail/status","reply":"json"},
} as const satisfies Operations[string]
