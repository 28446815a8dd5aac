// Messages to investors, with wordings that a company may replace: per kind, channel and language.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { Instant, Text } from '../fields.ts'
import type { FieldError } from '../problem.ts'
import { crowdedPlaceholders, foreignAddresses } from './message-addresses.ts'
import {
  messageChannels,
  messageDeclarations,
  messageKinds,
  messageSamples,
  type MessageChannel,
  type MessageKind,
  type Placeholder,
} from './message-kinds.ts'

export type Wording = { subject: string | null; text: string }
const IN_BRACES = /\{([^{}]*)\}/g

/**
 * The faults of a wording. Addresses may lead to the origin `own` only, such as
 * `https://rm.example.co.id`.
 */
export function wordingFaults(
  kind: MessageKind,
  channel: MessageChannel,
  { subject, text }: Wording,
  own?: string,
): FieldError[] {
  const { channels, placeholders, required } = messageDeclarations[kind]
  const known = new Set<string>(placeholders)
  const unknownIn = (pointer: string, words: string) =>
    [...words.matchAll(IN_BRACES)].flatMap(([, name = '']) =>
      known.has(name) ? [] : [{ pointer, code: 'placeholder-unknown', detail: name.slice(0, 40) }],
    )
  const leadingOut = (pointer: string, words: string) =>
    foreignAddresses(words, own).map((detail) => ({ pointer, code: 'foreign-address', detail }))
  const crowded = (pointer: string, words: string) =>
    crowdedPlaceholders(words, ['link', 'code']).map((detail) => ({
      pointer,
      code: 'placeholder-not-alone',
      detail,
    }))
  return [
    ...(channels.includes(channel) ? [] : [{ pointer: '/channel', code: 'channel' }]),
    ...(channel === 'email' && subject === null ? [{ pointer: '/subject', code: 'required' }] : []),
    ...(channel !== 'email' && subject !== null ? [{ pointer: '/subject', code: 'sms' }] : []),
    ...unknownIn('/subject', subject ?? ''),
    ...unknownIn('/text', text),
    ...leadingOut('/subject', subject ?? ''),
    ...leadingOut('/text', text),
    ...crowded('/subject', subject ?? ''),
    ...crowded('/text', text),
    ...(text.includes(`{${required}}`)
      ? []
      : [{ pointer: '/text', code: 'placeholder-missing', detail: required }]),
  ]
}

/** A wording with its placeholders filled in. A subject stays one line, whatever the values. */
export function filledIn(
  { subject, text }: Wording,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): Wording {
  const given = new Map<string, string | undefined>(Object.entries(values))
  const fill = (words: string) =>
    words.replace(IN_BRACES, (_, name: string) => given.get(name) ?? '')
  return {
    subject: subject === null ? null : fill(subject).replaceAll(/[\r\n]+/g, ' '),
    text: fill(text),
  }
}

/** A preview of a wording. */
export const sampleOf = (wording: Wording): Wording => filledIn(wording, messageSamples)

const Language = OneOf(['id', 'en'])
const which = { kind: OneOf(messageKinds), channel: OneOf(messageChannels), language: Language }
const wording = {
  subject: Nullable(
    Type.String({
      minLength: 1,
      maxLength: 150,
      pattern: '^[^\\r\\n]+$',
      description: 'E-mails only',
    }),
  ),
  text: Text(4000),
}
const inExample = {
  subject: 'Setujui instruksi Anda',
  text: 'Yth. {investorName}, buka {link} untuk menyetujui.',
}
const Own = Named('MessageWording', Shape(wording, { examples: [inExample] }))

export const MessageTemplate = Named(
  'MessageTemplate',
  Shape({
    ...which,
    ...wording,
    isOwn: Type.Boolean({ description: "The company's own wording" }),
    default: Own,
    placeholders: Type.Array(Type.String()),
    required: Type.String({ description: 'The placeholder that must be in the text' }),
    updatedAt: Nullable(Instant),
    /** A wording that waits for a second person; the current one is sent until then. */
    waiting: Nullable(
      Shape({
        ...wording,
        askedByName: Nullable(Type.String()),
        askedAt: Instant,
        expiresAt: Instant,
      }),
    ),
  }),
)
export type MessageTemplate = Static<typeof MessageTemplate>

const writers = can('message-template.write', 'company-admin')
const byWhich = Shape(which)

export const messageTemplates = {
  list: endpoint({
    method: 'GET',
    path: '/crm/message-templates',
    summary: 'Messages to investors: the wording in force, and the default',
    description:
      'E-mails are sent in both languages, Indonesian first; SMS are sent in Indonesian.',
    access: can('message-template.read', 'company-admin', 'auditor'),
    reply: Shape({ items: Type.Array(MessageTemplate) }),
  }),
  put: endpoint({
    method: 'PUT',
    path: '/crm/message-templates/{kind}/{channel}/{language}',
    summary: 'Replace a default wording, once a second person approves it',
    description:
      'The wording in force is sent until then. Unknown or adjoining placeholders, missing required ones, and foreign addresses are input errors.',
    fresh: true,
    access: writers,
    params: byWhich,
    body: Own,
    reply: MessageTemplate,
  }),
  preview: endpoint({
    method: 'POST',
    path: '/crm/message-templates/preview',
    summary: 'Preview a wording with sample values; nothing is stored or sent',
    access: writers,
    body: Shape(
      { ...which, ...wording },
      { examples: [{ kind: 'approval-link', channel: 'email', language: 'id', ...inExample }] },
    ),
    reply: Own,
  }),
  reset: endpoint({
    method: 'DELETE',
    path: '/crm/message-templates/{kind}/{channel}/{language}',
    summary: 'Reset to the default wording',
    access: writers,
    params: byWhich,
  }),
}
