// WhatsApp by Meta's Business Cloud API
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api).
// A business may write first only by templates that Meta approved. Everything else is passed on.
import { Agent, request } from 'undici'
import {
  SettingRefused,
  Undeliverable,
  type Messenger,
  type Receipt,
  type Whatsapp,
} from './messaging.ts'

const TIMEOUT_MS = 5000
const MAX_ANSWER_BYTES = 64 * 1024

export type WhatsappOptions = {
  /** https://graph.facebook.com */
  url: string
  /** The version of the Graph API, such as v24.0. */
  version: string
  /** Of a system user of the business, with the right whatsapp_business_messaging. */
  token: string
}

/**
 * Sends WhatsApp messages by the Cloud API. Our id travels in `biz_opaque_callback_data` and comes
 * back in every status. The API knows no idempotency key: a message whose answer was lost is sent
 * twice unless a status with our id has come in between.
 */
export function whatsappMessenger(options: WhatsappOptions, others: Messenger): Messenger {
  const agent = new Agent({
    connections: 4,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: TIMEOUT_MS },
    maxResponseSize: MAX_ANSWER_BYTES,
  })
  return {
    async send(message) {
      if (message.channel !== 'whatsapp') return await others.send(message)
      const { statusCode, body } = await request(addressOf(message, options), {
        dispatcher: agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${options.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(bodyOf(message)),
      })
      return receiptOf(statusCode, jsonOf(await body.text()))
    },
    async [Symbol.asyncDispose]() {
      await agent.close()
      await others[Symbol.asyncDispose]()
    },
  }
}

const addressOf = ({ sender }: Whatsapp, { url, version }: WhatsappOptions) =>
  `${url.replace(/\/$/, '')}/${version}/${encodeURIComponent(sender)}/messages`

function bodyOf({ id, to, template }: Whatsapp): object {
  const parameters = template.parameters.map((value) => ({ type: 'text', text: oneLine(value) }))
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/copy-code-button-authentication-templates
  const button = { type: 'button', sub_type: 'url', index: '0', parameters }
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to,
    type: 'template',
    template: {
      name: template.name,
      language: { code: template.language },
      components: [{ type: 'body', parameters }, ...(template.isCode ? [button] : [])],
    },
    biz_opaque_callback_data: id,
  }
}

/** The API refuses parameters with line breaks, tabs or more than four spaces in a row. */
const oneLine = (value: string) => value.replaceAll(/\s+/g, ' ').trim() || '-'

type Json = Record<string, unknown>

function receiptOf(status: number, answer: Json): Receipt {
  const [first] = Array.isArray(answer['messages']) ? answer['messages'] : []
  if (status < 300 && isJson(first) && typeof first['id'] === 'string')
    return { providerId: first['id'].slice(0, MAX_ID) }
  if (status < 300) throw new Error('WhatsApp accepted a message without an id')
  throw refusalOf(status, isJson(answer['error']) ? answer['error'] : {})
}

const MAX_ID = 200

// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
/** Overload, limits of throughput and maintenance: worth another try. */
const LATER = new Set([
  1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004, 133016,
])
/** The token: expired, revoked, or without the right. 200 to 299 too. */
const TOKEN = new Set([0, 3, 10, 190])
/** The account or its number: locked, unpaid, not registered, deleted, under maintenance. */
const ACCOUNT = new Set([33, 368, 131005, 131031, 131042, 131045, 133010])

/** Our reading of a refusal: later, never by WhatsApp, or not before a setting is changed. */
function refusalOf(status: number, { code, error_subcode: subcode, message }: Json): Error {
  const told = typeof code === 'number' ? code : undefined
  const says = `WhatsApp answered ${status} ${told ?? ''} ${titleOf(message)}`.trim()
  if (status === 401 || (told !== undefined && (TOKEN.has(told) || (told >= 200 && told < 300))))
    return new SettingRefused(`${says}: check WHATSAPP_TOKEN`)
  // "Object with ID … does not exist": the business phone number.
  if (told !== undefined && (ACCOUNT.has(told) || (told === 100 && subcode === 33)))
    return new SettingRefused(`${says}: check the company's WhatsApp number ID and account`)
  if (status === 404 && told === undefined)
    return new SettingRefused(`${says}: check WHATSAPP_URL and WHATSAPP_VERSION`)
  if (status >= 500 || status === 429 || told === undefined || LATER.has(told))
    return new Error(says)
  return new Undeliverable(says, String(told))
}

/** The title of an error, such as "(#131026) Message undeliverable"; the details may hold data. */
const titleOf = (message: unknown) =>
  typeof message === 'string' ? message.split('\n', 1).join('').slice(0, 100) : ''

function jsonOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : {}
  } catch {
    return {}
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
