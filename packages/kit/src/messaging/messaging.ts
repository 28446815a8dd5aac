// E-mail, SMS, WhatsApp and push as ports. A job sends each message, never a request; receivers use `id` to
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
export const Whatsapp = Type.Object({
  ...sent,
  channel: Type.Literal('whatsapp'),
  /** The id of the business phone number that sends. */
  sender: Type.String(),
  /** The approved template; `text` shows what it says. */
  template: Type.Object({
    name: Type.String(),
    language: Type.String(),
    parameters: Type.Array(Type.String()),
    /** An authentication template repeats the code in its button. */
    isCode: Type.Boolean(),
  }),
})
export const Push = Type.Object({
  ...sent,
  channel: Type.Literal('push'),
  title: Type.String(),
  data: Type.Record(Type.String(), Type.String()),
})
export type Email = Static<typeof Email>
export type Sms = Static<typeof Sms>
export type Whatsapp = Static<typeof Whatsapp>
export type Push = Static<typeof Push>
export type Message = Email | Sms | Whatsapp | Push

/** The provider's own id of a message, if it gives one. */
export type Receipt = { providerId: string | null }
export const noReceipt: Receipt = { providerId: null }

/** The address no longer exists; a retry is of no use. */
export class AddressGone extends Error {
  override readonly name = 'AddressGone'
}

/** The provider will never deliver this message; another channel may. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** The provider refuses every message until an operator changes a setting, which the text names. */
export class SettingRefused extends Error {
  override readonly name = 'SettingRefused'
}

export type Messenger = AsyncDisposable & {
  /**
   * Sends a message. Throws if the other side did not accept it: `AddressGone` or `Undeliverable`
   * if it never will, `SettingRefused` if it refuses all messages.
   */
  send(message: Message): Promise<Receipt>
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
      return noReceipt
    },
    async [Symbol.asyncDispose]() {
      await pool.close()
    },
  }
}
