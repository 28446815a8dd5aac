// The links that clients are sent, as the people of the company see them: by which channels a link
// can go out, how it went out, and taking it to hand it to the client in another way.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { NamedList } from '../list-names.ts'
import { problemKind } from '../problem.ts'
import { ClientMessage, clientChannels } from './client-messages.ts'

/**
 * Approval of an instruction, mandate of a plan, registration of an investor, and a client's own
 * page; the id is that of the instruction, plan or investor.
 */
export const clientLinkKinds = NamedList('ClientLinkKind', [
  'approval',
  'mandate',
  'registration',
  'page',
])
export type ClientLinkKind = (typeof clientLinkKinds)[number]

export const channelNotOffered = problemKind(
  'channel-not-offered',
  422,
  'Messages are not sent by this channel here: choose another one',
)
export const linkEnded = problemKind('link-ended', 409, 'This link has ended: send a new one')
export const linkNotShown = problemKind(
  'link-not-shown',
  409,
  'This link cannot be shown: send a new one',
)
export const linkWithoutPhone = problemKind(
  'link-without-phone',
  409,
  'The link does not ask for a code to a phone number of the client: add the number, then send a new link',
)

/** A channel by which a client can be reached. */
export const ClientWay = Named(
  'ClientWay',
  Shape({
    channel: OneOf(clientChannels),
    to: Type.String({ description: 'The masked address' }),
  }),
)
export type ClientWay = Static<typeof ClientWay>

/** Whether the RM may take a link, or why not. */
export const linkTakings = NamedList('LinkTaking', [
  'possible',
  'link-not-shown',
  'link-without-phone',
  'of-another-rm',
])

const { channel, sentTo, state, errorCode, createdAt } = ClientMessage.properties
const { sentAt, deliveredAt, readAt, failedAt, waitsUntil } = ClientMessage.properties
export const LinkMessage = Named(
  'LinkMessage',
  Shape({
    channel,
    sentTo,
    state,
    errorCode,
    createdAt,
    sentAt,
    deliveredAt,
    readAt,
    failedAt,
    waitsUntil,
  }),
)
export type LinkMessage = Static<typeof LinkMessage>

export const LivingLink = Named(
  'LivingLink',
  Shape({
    expiresAt: Instant,
    /** How it was sent last: one message, and a second one if the first fell back to SMS. */
    messages: Type.Array(LinkMessage),
    taking: OneOf(linkTakings),
  }),
)
export type LivingLink = Static<typeof LivingLink>

const ByLink = Shape({ kind: OneOf(clientLinkKinds), id: Id })
const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')

export const clientLinks = {
  ways: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/message-ways',
    summary: 'The channels by which a link can be sent to an investor',
    access: readers,
    params: ById,
    reply: Shape({
      items: Type.Array(ClientWay),
      /** The one that is used unless another is chosen; null: the investor cannot be reached. */
      preferred: Nullable(OneOf(clientChannels)),
    }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/client-links/{kind}/{id}',
    summary: 'The link that a client can open now, and how it was sent; never the link itself',
    access: readers,
    params: ByLink,
    reply: Shape({ link: Nullable(LivingLink) }),
  }),
  // Not idempotent: the answer would be stored, and with it the link.
  take: endpoint({
    method: 'POST',
    path: '/crm/client-links/{kind}/{id}/take',
    summary: 'Take the link, to hand it to the client by oneself',
    description:
      'For the RM who serves the client, while the link can be opened. The audit trail records it. The link alone opens nothing that it should not: a code is sent to the phone of the client.',
    access: can('client-link.take', 'rm'),
    params: ByLink,
    reply: Shape({
      url: Type.String(),
      /** The company's wording with the link, in the client's language. */
      text: Type.String(),
      /** Opens a chat with the client's number and this text. */
      whatsapp: Type.String(),
      expiresAt: Instant,
    }),
    throttle: { points: 60, seconds: 3600, by: 'account' },
    problems: [linkEnded, linkNotShown, linkWithoutPhone],
  }),
}
