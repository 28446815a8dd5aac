// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { ClientChannel, ClientMessageState } from './client-messages.ts'
import type { Id, Instant } from './fields.ts'

export type ClientLinkKind = 'approval' | 'mandate' | 'registration' | 'page'

export type ClientWay = {
  channel: ClientChannel
  /** The masked address */
  to: string
}

export type LinkMessage = {
  channel: ClientChannel
  /** Masked; null: there was no address */
  sentTo: string | null
  state: ClientMessageState
  /** Ours, or the code of WhatsApp */
  errorCode: string | null
  createdAt: Instant
  sentAt: Instant | null
  deliveredAt: Instant | null
  readAt: Instant | null
  failedAt: Instant | null
  waitsUntil: Instant | null
}

export type LinkTaking = 'possible' | 'link-not-shown' | 'link-without-phone' | 'of-another-rm'

export type LivingLink = {
  expiresAt: Instant
  messages: Array<LinkMessage>
  taking: LinkTaking
}

export type ClientLinksWaysInput = {
  id: Id
}

export type ClientLinksGetInput = {
  kind: ClientLinkKind
  id: Id
}

export type ClientLinksTakeInput = {
  kind: ClientLinkKind
  id: Id
}

export type ClientLinksApi = {
  /**
   * The channels by which a link can be sent to an investor
   *
   * Needs the permission `investor.read`.
   */
  ways: Method<ClientLinksWaysInput, {
    items: Array<ClientWay>
    preferred: ClientChannel | null
  }>
  /**
   * The link that a client can open now, and how it was sent; never the link itself
   *
   * Needs the permission `investor.read`.
   */
  get: Method<ClientLinksGetInput, {
    link: LivingLink | null
  }>
  /**
   * Take the link, to hand it to the client by oneself
   *
   * For the RM who serves the client, while the link can be opened. The audit trail records it. The link alone opens nothing that it should not: a code is sent to the phone of the client.
   *
   * Needs the permission `client-link.take`.
   */
  take: Method<ClientLinksTakeInput, {
    url: string
    text: string
    whatsapp: string
    expiresAt: Instant
  }>
}

export const clientLinks = {
  ways: {"method":"GET","path":"/crm/investors/{id}/message-ways","reply":"json"},
  get: {"method":"GET","path":"/crm/client-links/{kind}/{id}","reply":"json"},
  take: {"method":"POST","path":"/crm/client-links/{kind}/{id}/take","reply":"json"},
} as const satisfies Operations[string]
