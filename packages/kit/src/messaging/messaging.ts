// E-mail, SMS and push as ports. A job sends each message, never a request; receivers use `id` to
// drop repetitions.
import Type, { type Static } from 'typebox'
import { Pool } from 'undici'

const sent = { id: Type.String(), to: Type.String(), text: Type.String() }
export const Email = Type.Object({
  ...sent,
  channel: Type.Literal('email'),
  subject: Type.String(),
})
export const Sms = Type.Object({ ...sent, channel: Type.Literal('sms') })
export const Push = Type.Object({
  ...sent,
  channel: Type.Literal('push'),
  title: Type.String(),
  data: Type.Record(Type.String(), Type.String()),
})
export type Email = Static<typeof Email>
export type Sms = Static<typeof Sms>
export type Push = Static<typeof Push>
export type Message = Email | Sms | Push

/** The address no longer exists; a retry is of no use. */
export class AddressGone extends Error {
  override readonly name = 'AddressGone'
}

export type Messenger = AsyncDisposable & {
  /**
   * Sends a message. Throws if the other side did not accept it: `AddressGone` if it never will.
   */
  send(message: Message): Promise<void>
}

const TIMEOUT_MS = 2000

/** The embedded default: sends every message to the development inbox at `url`. */
export function inboxMessenger(url: string): Messenger {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, {
    connections: 4,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
  })
  return {
    async send(message) {
      const reply = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      })
      await reply.body.dump()
      if (reply.statusCode >= 300) throw new Error(`the inbox answered ${reply.statusCode}`)
    },
    async [Symbol.asyncDispose]() {
      await pool.close()
    },
  }
}
