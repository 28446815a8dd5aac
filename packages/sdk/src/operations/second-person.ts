// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type PendingChange = {
  id: Id
  kind: 'message-template' | 'risk-questionnaire' | 'risk-rise' | 'user-invitation' | 'user-role' | 'user-approval' | 'user-activation' | 'membership-offer' | 'role' | 'company-settings'
  /** The record concerned */
  subject: string
  payload: {
  }
  askedBy: Id | null
  askedByName: string | null
  askedAt: Instant
  expiresAt: Instant
}

export type PendingAdministrationListInput = {
}

export type PendingAdministrationDecideInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
}

export type PendingChangesListInput = {
}

export type PendingChangesDecideInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
}

export type PendingAdministrationApi = {
  /**
   * Changes waiting for a second approval: people, roles, settings; oldest first
   *
   * Needs the permission `pending-change.read`.
   */
  list: Method<PendingAdministrationListInput, {
    items: Array<PendingChange>
  }>
  /**
   * Approve or reject a pending change (people, roles, settings); the requester may only withdraw it
   *
   * Also needs the permission for the change itself. A rejection needs a reason.
   *
   * Needs the permission `pending-change.decide`.
   *
   * Needs a password entered within the last ten minutes.
   */
  decide: Method<PendingAdministrationDecideInput, void>
}

export const pendingAdministration = {
  list: {"method":"GET","path":"/auth/pending-changes","reply":"json"},
  decide: {"method":"POST","path":"/auth/pending-changes/{id}/decision","body":["decision","reason"]},
} as const satisfies Operations[string]

export type PendingChangesApi = {
  /**
   * Changes waiting for a second approval: messages, questionnaires, risk profiles; oldest first
   *
   * Needs the permission `pending-change.read`.
   */
  list: Method<PendingChangesListInput, {
    items: Array<PendingChange>
  }>
  /**
   * Approve or reject a pending change (messages, questionnaires, risk profiles); the requester may only withdraw it
   *
   * Also needs the permission for the change itself. A rejection needs a reason.
   *
   * Needs the permission `pending-change.decide`.
   *
   * Needs a password entered within the last ten minutes.
   */
  decide: Method<PendingChangesDecideInput, void>
}

export const pendingChanges = {
  list: {"method":"GET","path":"/crm/pending-changes","reply":"json"},
  decide: {"method":"POST","path":"/crm/pending-changes/{id}/decision","body":["decision","reason"]},
} as const satisfies Operations[string]
