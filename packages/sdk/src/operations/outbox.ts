// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type OutboxJob = {
  id: string
  companyId: Id
  task: string
  /** ID of the investor, instruction, lead or message that the job concerns */
  recordId: string | null
  state: 'waiting' | 'retrying' | 'dead'
  attempts: number
  maxAttempts: number
  /** Without the payload of the job */
  lastError: string | null
  createdAt: Instant
  nextRunAt: Instant | null
}

export type OutboxJobPage = {
  items: Array<OutboxJob>
  nextCursor: string | null
}

export type OutboxListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  state?: 'waiting' | 'retrying' | 'dead'
  task?: string
}

export type OutboxReplayInput = {
  id: string
}

export type OutboxBreakerInput = {
}

export type OutboxPoisonInput = {
}

export type OutboxApi = {
  /**
   * Jobs that are due or have failed, newest first
   *
   * Jobs scheduled for later, such as reminders, are not included.
   *
   * Needs the permission `outbox.read`.
   */
  list: ListMethod<OutboxListInput, OutboxJobPage>
  /**
   * Retry a failed job now, with all its attempts
   *
   * Needs the permission `outbox.replay`.
   */
  replay: Method<OutboxReplayInput, {
    id: string
  }>
  /**
   * Whether Bib is reachable
   *
   * As seen by the answering process. open: Bib was down a moment ago, and calls are suspended for a while.
   *
   * Needs the permission `outbox.read`.
   */
  breaker: Method<OutboxBreakerInput, {
    state: 'closed' | 'open' | 'half-open'
  }>
  /**
   * The latest 200 messages from Bib that could not be understood
   *
   * Needs the permission `bib.poison`.
   */
  poison: Method<OutboxPoisonInput, {
    items: Array<{
      id: Id
      messageId: string | null
      reason: string
      receivedAt: Instant
    }>
  }>
}

export const outbox = {
  list: {"method":"GET","path":"/crm/outbox","query":["limit","cursor","state","task"],"reply":"json"},
  replay: {"method":"POST","path":"/crm/outbox/{id}/replay","reply":"json"},
  breaker: {"method":"GET","path":"/crm/outbox/breaker","reply":"json"},
  poison: {"method":"GET","path":"/crm/bib/poison","reply":"json"},
} as const satisfies Operations[string]
