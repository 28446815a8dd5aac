// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'
import type { MessageKind } from './message-kinds.ts'

export type ClientChannel = 'whatsapp' | 'sms' | 'email'

export type ClientMessage = {
  id: Id
  kind: MessageKind
  channel: ClientChannel
  /** Masked; null: there was no address */
  sentTo: string | null
  state: ClientMessageState
  /** Ours, or the code of WhatsApp */
  errorCode: string | null
  instructionId: Id | null
  createdAt: Instant
  sentAt: Instant | null
  deliveredAt: Instant | null
  readAt: Instant | null
  failedAt: Instant | null
  waitsUntil: Instant | null
  canResend: boolean
}

export type ClientMessagePage = {
  items: Array<ClientMessage>
  nextCursor: string | null
}

export type ClientMessageState = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'fell-back'

export type ClientPreference = {
  channel: ClientChannel | null
  language: 'id' | 'en' | null
  /** Such as: the risk profile expires soon */
  takesReminders: boolean
  takesStatements: boolean
  /** 0: nothing was stated yet */
  version: number
  hasWhatsapp: boolean
}

export type ClientMessagesListInput = {
  id: Id
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
}

export type ClientMessagesResendInput = {
  id: Id
  messageId: Id
}

export type ClientMessagesPreferenceInput = {
  id: Id
}

export type ClientMessagesSetPreferenceInput = {
  id: Id
  channel: ClientChannel | null
  language: 'id' | 'en' | null
  /** Such as: the risk profile expires soon */
  takesReminders: boolean
  takesStatements: boolean
  /** 0: nothing was stated yet */
  version: number
}

export type ClientMessagesApi = {
  /**
   * Messages that were sent to an investor, newest first
   *
   * Needs the permission `investor.read`.
   */
  list: ListMethod<ClientMessagesListInput, ClientMessagePage>
  /**
   * Send a message again, by the channel that the investor prefers now
   *
   * Needs the permission `client-message.resend`.
   */
  resend: Method<ClientMessagesResendInput, {
    channel: ClientChannel
    sentTo: string
  }>
  /**
   * How an investor wants to be written to
   *
   * Needs the permission `investor.read`.
   */
  preference: Method<ClientMessagesPreferenceInput, ClientPreference>
  /**
   * Record how an investor wants to be written to
   *
   * Confirmations, codes and links are sent in any case.
   *
   * Needs the permission `client-preference.write`.
   */
  setPreference: Method<ClientMessagesSetPreferenceInput, ClientPreference>
}

export const clientMessages = {
  list: {"method":"GET","path":"/crm/investors/{id}/messages","query":["limit","cursor"],"reply":"json"},
  resend: {"method":"POST","path":"/crm/investors/{id}/messages/{messageId}/resend","reply":"json","needsKey":true},
  preference: {"method":"GET","path":"/crm/investors/{id}/message-preference","reply":"json"},
  setPreference: {"method":"PUT","path":"/crm/investors/{id}/message-preference","body":["channel","language","takesReminders","takesStatements","version"],"reply":"json"},
} as const satisfies Operations[string]
