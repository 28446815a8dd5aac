// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Instant } from './fields.ts'
import type { MessageChannel, MessageKind } from './message-kinds.ts'

export type MessageTemplate = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /** E-mails only */
  subject: string | null
  text: string
  /** The company's own wording */
  isOwn: boolean
  default: MessageWording
  placeholders: Array<string>
  /** The placeholder that must be in the text */
  required: string
  updatedAt: Instant | null
  waiting: {
    /** E-mails only */
    subject: string | null
    text: string
    askedByName: string | null
    askedAt: Instant
    expiresAt: Instant
  } | null
}

export type MessageWording = {
  /** E-mails only */
  subject: string | null
  text: string
}

export type MessageTemplatesListInput = {
}

export type MessageTemplatesPutInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /** E-mails only */
  subject: string | null
  text: string
}

export type MessageTemplatesPreviewInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /** E-mails only */
  subject: string | null
  text: string
}

export type MessageTemplatesResetInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
}

export type MessageTemplatesApi = {
  /**
   * Messages to investors: the wording in force, and the default
   *
   * E-mails are sent in both languages, Indonesian first; SMS are sent in Indonesian.
   *
   * Needs the permission `message-template.read`.
   */
  list: Method<MessageTemplatesListInput, {
    items: Array<MessageTemplate>
  }>
  /**
   * Replace a default wording, once a second person approves it
   *
   * The wording in force is sent until then. Unknown or adjoining placeholders, missing required ones, and foreign addresses are input errors.
   *
   * Needs the permission `message-template.write`.
   *
   * Needs a password entered within the last ten minutes.
   */
  put: Method<MessageTemplatesPutInput, MessageTemplate>
  /**
   * Preview a wording with sample values; nothing is stored or sent
   *
   * Needs the permission `message-template.write`.
   */
  preview: Method<MessageTemplatesPreviewInput, MessageWording>
  /**
   * Reset to the default wording
   *
   * Needs the permission `message-template.write`.
   */
  reset: Method<MessageTemplatesResetInput, void>
}

export const messageTemplates = {
  list: {"method":"GET","path":"/crm/message-templates","reply":"json"},
  put: {"method":"PUT","path":"/crm/message-templates/{kind}/{channel}/{language}","body":["subject","text"],"reply":"json"},
  preview: {"method":"POST","path":"/crm/message-templates/preview","body":["kind","channel","language","subject","text"],"reply":"json"},
  reset: {"method":"DELETE","path":"/crm/message-templates/{kind}/{channel}/{language}"},
} as const satisfies Operations[string]
