// By which channel a client is written to.
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { messageDeclarations, type MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { jakarta } from '@rmtools/kit/clock'
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

const DAY_MS = 86_400_000

/**
 * When the quiet hours end in which an instant lies; undefined if it lies outside. From and until
 * are times of day in WIB; the same ones mean no quiet hours.
 */
export function quietUntil(now: Date, { from, until }: { from: string; until: string }) {
  const { date, time } = jakarta(now)
  const at = time.slice(0, 5)
  const isQuiet = from <= until ? at >= from && at < until : at >= from || at < until
  if (!isQuiet) return undefined
  const end = Date.parse(`${date}T${until}:00+07:00`)
  return new Date(end > now.getTime() ? end : end + DAY_MS)
}

/** Whether a message waits for the end of the quiet hours. */
export const isPatient = (kind: MessageKind) => messageDeclarations[kind].isAwaited !== true
