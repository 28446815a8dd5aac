// Messages to a client: the channels, and what became of each message.
import { NamedList } from '../list-names.ts'

export const clientChannels = NamedList('ClientChannel', ['whatsapp', 'sms', 'email'])
export type ClientChannel = (typeof clientChannels)[number]

/**
 * queued: not accepted by the provider yet; sent: accepted; fell-back: not delivered, and sent
 * again by another channel.
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
