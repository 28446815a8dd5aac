// The one way out for a message to a client.
import { clientChannels, type ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { channelNotOffered, type ClientWay } from '@rmtools/contracts/crm/client-links'
import { contactMissing } from '@rmtools/contracts/crm/investor-problems'
import {
  isSecretKind,
  messageDeclarations,
  type MessageKind,
} from '@rmtools/contracts/crm/message-kinds'
import { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { maskContact } from '@rmtools/kit/secrets'
import { crmJobs } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { messageText, whatsappMessage, type Values } from '../message-templates/message-text.ts'
import type { Language } from '../message-templates/rules.ts'
import { clientById, insertMessage, type Client } from './queries.ts'
import { addressFor, goesBy, isWanted, waysOf, type Contacts, type Way } from './rules.ts'

export type ClientMessage = {
  /** The same in every retry, so that a receiver can drop repetitions. */
  id: string
  kind: MessageKind
  investorId: string
  instructionId?: string
  /** The values of placeholders; figures are formatted for the language. */
  values: Values | ((language: Language) => Values)
  /** The channel that somebody chose for this message. */
  via?: ClientChannel
  /** Other contacts than the client's current ones, such as those of before a change. */
  contacts?: Contacts
  /** By e-mail and by phone, wherever the client looks first. */
  isByBoth?: boolean
}

/** The channel that was used, and the masked address. */
export type SentBy = { channel: ClientChannel; sentTo: string }

/**
 * Sends a message once this transaction has committed, by the channel that the client prefers, and
 * logs it. Undefined if there is no address for it, which the log shows, or if the client declined
 * messages of this kind.
 */
export async function sendToClient(
  db: Transaction,
  message: ClientMessage,
): Promise<SentBy | undefined> {
  const client = await clientById(db, message.investorId)
  if (!client) throw new Error('a message to an investor who is not there')
  if (!isWanted(message.kind, client)) return undefined
  const ways = waysTo(client, message)
  const [first] = ways
  if (!first) return await logUnaddressed(db, message)
  const chosen = message.isByBoth === true ? bothOf(ways) : [first]
  for (const [index, way] of chosen.entries())
    await sendBy(
      db,
      { ...message, id: index === 0 ? message.id : crypto.randomUUID() },
      way,
      client,
    )
  return { channel: first.channel, sentTo: maskContact(first.to) }
}

type Asked = { kind: MessageKind; investorId: string }
type Installation = Pick<CrmPorts, 'channels'>

/** A client's channels for a kind of message, and the one that is used unless another is chosen. */
export async function waysFor(
  db: Db,
  { kind, investorId }: Asked,
  installation: Installation,
): Promise<{ items: ClientWay[]; preferred: ClientChannel | null } | undefined> {
  const client = await clientById(db, investorId)
  if (!client) return undefined
  const offered = offeredBy(client, installation)
  const items = offered.flatMap((channel) => {
    const to = addressFor(channel, client)
    return to !== null && goesBy(kind, channel, true) ? [{ channel, to: maskContact(to) }] : []
  })
  const ways = waysOf({ kind, contacts: client, preferred: client.channel, hasWhatsapp: true })
  const preferred = ways.find(({ channel }) => offered.includes(channel))?.channel ?? null
  return { items, preferred }
}

/** What the installation and the company can send by. */
const offeredBy = ({ sender }: Client, { channels }: Installation): readonly ClientChannel[] =>
  clientChannels.filter(
    (channel) => channels.includes(channel) && (channel !== 'whatsapp' || sender !== null),
  )

/**
 * Throws for a channel that was chosen but leads nowhere: channel-not-offered, or contact-missing
 * if the client has no address for it.
 */
export async function requireWay(
  db: Db,
  { kind, investorId, channel }: Asked & { channel: ClientChannel },
  installation: Installation,
): Promise<void> {
  const client = await clientById(db, investorId)
  if (!client) throw new Error('a message to an investor who is not there')
  const isOffered = goesBy(kind, channel, true) && offeredBy(client, installation).includes(channel)
  if (isOffered && addressFor(channel, client) !== null) return
  const problem = isOffered ? contactMissing : channelNotOffered
  throw new Problem(problem, { errors: [{ pointer: '/channel', code: problem.code }] })
}

function waysTo(client: Client, { kind, via, contacts = client }: ClientMessage): Way[] {
  const hasWhatsapp = client.sender !== null
  if (via === undefined) return waysOf({ kind, contacts, preferred: client.channel, hasWhatsapp })
  const to = addressFor(via, contacts)
  return to !== null && goesBy(kind, via, hasWhatsapp) ? [{ channel: via, to }] : []
}

/** The best way, and the best one to another address. */
function bothOf(ways: readonly Way[]): Way[] {
  return ways.filter(({ to }, index) => ways.findIndex((other) => other.to === to) === index)
}

async function logUnaddressed(db: Transaction, message: ClientMessage): Promise<undefined> {
  const { id, kind, investorId, instructionId = null, via } = message
  const channel = via ?? messageDeclarations[kind].channels[0] ?? 'sms'
  await insertMessage(db, {
    id,
    kind,
    investorId,
    instructionId,
    channel,
    sentTo: null,
    values: null,
    failure: 'no-address',
    sender: null,
  })
}

async function sendBy(
  db: Transaction,
  { id, kind, investorId, instructionId, values }: ClientMessage,
  { channel, to }: Way,
  { language, sender }: Client,
): Promise<void> {
  const byLanguage =
    typeof values === 'function'
      ? { id: values('id'), en: values('en') }
      : { id: values, en: values }
  const spoken = channel === 'email' ? 'email' : 'sms'
  const { subject, text } = await messageText(db, {
    kind,
    channel: spoken,
    language,
    values: byLanguage,
  })
  await insertMessage(db, {
    id,
    kind,
    investorId,
    instructionId: instructionId ?? null,
    channel,
    sentTo: maskContact(to),
    values: isSecretKind(kind) ? null : byLanguage,
    failure: null,
    sender: channel === 'whatsapp' ? sender : null,
  })
  const message = { id, companyId: companyOf(db), to }
  if (channel !== 'whatsapp' || sender === null)
    return await addJob(db, crmJobs.message, {
      ...message,
      channel: spoken,
      text,
      ...(subject === null ? {} : { subject }),
    })
  const shown = whatsappMessage(kind, language ?? 'id', byLanguage)
  await addJob(db, crmJobs.message, {
    ...message,
    channel,
    text: shown.text,
    whatsapp: { sender, template: shown.template, sms: text },
  })
}
