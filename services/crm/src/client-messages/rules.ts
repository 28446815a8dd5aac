// By which channel a client is written to.
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { messageDeclarations, type MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { Language } from '../message-templates/rules.ts'

export type Contacts = { email: string | null; phone: string | null }

/** How a client wants to be written to; null: nothing stated. */
export type Preference = {
  channel: ClientChannel | null
  language: Language | null
  takesReminders: boolean
  takesStatements: boolean
}

/** A channel, and the address for it. */
export type Way = { channel: ClientChannel; to: string }

type Asked = {
  kind: MessageKind
  contacts: Contacts
  preferred: ClientChannel | null
  hasWhatsapp: boolean
}

/**
 * The ways to a client, best first: the preferred channel, then e-mail, then SMS. WhatsApp is used
 * only if the client prefers it: its rules ask for consent.
 */
export function waysOf({ kind, contacts, preferred, hasWhatsapp }: Asked): Way[] {
  const order = [...new Set([preferred ?? 'email', 'email', 'sms'] as const)]
  return order.flatMap((channel) => {
    const to = addressFor(channel, contacts)
    return to !== null && goesBy(kind, channel, hasWhatsapp) ? [{ channel, to }] : []
  })
}

/** The address for a channel. */
export const addressFor = (channel: ClientChannel, { email, phone }: Contacts) =>
  channel === 'email' ? email : phone

/** Whether a kind of message is sent by a channel. */
export function goesBy(kind: MessageKind, channel: ClientChannel, hasWhatsapp: boolean): boolean {
  const { channels } = messageDeclarations[kind]
  return channel === 'whatsapp'
    ? hasWhatsapp && channels.includes('sms')
    : channels.includes(channel)
}

/** Whether a client wants a kind of message; what is needed is always sent. */
export function isWanted(
  kind: MessageKind,
  { takesReminders, takesStatements }: Preference,
): boolean {
  const { topic } = messageDeclarations[kind]
  if (topic === 'reminder') return takesReminders
  return topic === 'statement' ? takesStatements : true
}
