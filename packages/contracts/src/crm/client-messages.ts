// Messages to a client: the channels, what became of each message, and how the client wants to be
// written to.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Page, pageQuery, Shape } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { NamedList } from '../list-names.ts'
import { staleVersion, wrongState } from '../problem.ts'
import { messageKinds } from './message-kinds.ts'

export const clientChannels = NamedList('ClientChannel', ['whatsapp', 'sms', 'email'])
export type ClientChannel = (typeof clientChannels)[number]

/**
 * queued: not accepted by the provider yet; sent: accepted; fell-back: not delivered in time, and
 * sent again by another channel. What is delivered later has `deliveredAt` besides.
 */
export const clientMessageStates = NamedList('ClientMessageState', [
  'queued',
  'sent',
  'delivered',
  'read',
  'failed',
  'fell-back',
])
export type ClientMessageState = (typeof clientMessageStates)[number]

const LaterInstant = Nullable(Instant)

export const ClientMessage = Named(
  'ClientMessage',
  Shape({
    id: Id,
    kind: OneOf(messageKinds),
    channel: OneOf(clientChannels),
    sentTo: Nullable(Type.String({ description: 'Masked; null: there was no address' })),
    state: OneOf(clientMessageStates),
    errorCode: Nullable(Type.String({ description: 'Ours, or the code of WhatsApp' })),
    instructionId: Nullable(Id),
    createdAt: Instant,
    sentAt: LaterInstant,
    deliveredAt: LaterInstant,
    readAt: LaterInstant,
    failedAt: LaterInstant,
    /** The end of the quiet hours, while the message waits for it. */
    waitsUntil: LaterInstant,
    /**
     * Codes and links are not stored: they are sent anew where they are needed. A request to pay is
     * sent again only while its money is awaited.
     */
    canResend: Type.Boolean(),
  }),
)
export type ClientMessage = Static<typeof ClientMessage>

const preference = {
  channel: Nullable(OneOf(clientChannels)),
  language: Nullable(OneOf(['id', 'en'])),
  takesReminders: Type.Boolean({ description: 'Such as: the risk profile expires soon' }),
  takesStatements: Type.Boolean(),
  version: Type.Integer({ minimum: 0, description: '0: nothing was stated yet' }),
}
export const ClientPreference = Named(
  'ClientPreference',
  Shape({
    ...preference,
    /** Whether the company sends by WhatsApp at all. */
    hasWhatsapp: Type.Boolean(),
  }),
)
export type ClientPreference = Static<typeof ClientPreference>

const path = '/crm/investors/{id}/messages'
const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')

export const clientMessages = {
  list: endpoint({
    method: 'GET',
    path,
    summary: 'Messages that were sent to an investor, newest first',
    access: readers,
    params: ById,
    query: Shape(pageQuery),
    reply: Page(ClientMessage),
  }),
  resend: endpoint({
    method: 'POST',
    path: `${path}/{messageId}/resend`,
    summary: 'Send a message again, by the channel that the investor prefers now',
    access: can('client-message.resend', 'reviewer', 'company-admin'),
    params: Shape({ id: Id, messageId: Id }),
    reply: Shape({ channel: OneOf(clientChannels), sentTo: Type.String() }),
    idempotent: true,
    throttle: { points: 30, seconds: 3600, by: 'account' },
    problems: [wrongState],
  }),
  preference: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/message-preference',
    summary: 'How an investor wants to be written to',
    access: readers,
    params: ById,
    reply: ClientPreference,
  }),
  setPreference: endpoint({
    method: 'PUT',
    path: '/crm/investors/{id}/message-preference',
    summary: 'Record how an investor wants to be written to',
    description: 'Confirmations, codes and links are sent in any case.',
    access: can('client-preference.write', 'rm', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape(preference),
    reply: ClientPreference,
    problems: [staleVersion],
  }),
}
