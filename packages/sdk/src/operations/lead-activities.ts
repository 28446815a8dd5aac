// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type LeadActivity = {
  id: Id
  leadId: Id
  authorId: Id | null
  authorName: string | null
  kind: 'note' | 'call' | 'meeting' | 'message' | 'status'
  text: string
  happenedAt: Instant
  createdAt: Instant
}

export type LeadActivityPage = {
  items: Array<LeadActivity>
  nextCursor: string | null
}

export type LeadActivitiesListInput = {
  id: Id
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
}

export type LeadActivitiesCreateInput = {
  id: Id
  activityId?: Id
  kind: 'note' | 'call' | 'meeting' | 'message'
  text: string
  happenedAt?: Instant
  nextFollowUpAt?: Instant | null
}

export type LeadActivitiesApi = {
  /**
   * History of a lead, newest first
   *
   * Needs the permission `lead.read`.
   */
  list: ListMethod<LeadActivitiesListInput, LeadActivityPage>
  /**
   * Record what was said or agreed
   *
   * Needs the permission `lead.write`.
   */
  create: Method<LeadActivitiesCreateInput, LeadActivity>
}

export const leadActivities = {
  list: {"method":"GET","path":"/crm/leads/{id}/activities","query":["limit","cursor"],"reply":"json"},
  create: {"method":"POST","path":"/crm/leads/{id}/activities","body":["activityId","kind","text","happenedAt","nextFollowUpAt"],"reply":"json","needsKey":true},
} as const satisfies Operations[string]
