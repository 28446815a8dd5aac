// A server that speaks WhatsApp's Business Cloud API over HTTP, for tests: it accepts templates of its
// phone numbers, keeps them, and reports statuses to a webhook, signed as Meta does. Development
// reports deliveries in the same form.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type WhatsappStatus = 'sent' | 'delivered' | 'read' | 'failed'

/** A message as the API received it. */
export type KeptWhatsapp = {
  id: string
  sender: string
  to: string
  /** Our id, which the API repeats in every status. */
  data: string | undefined
  template: string
  language: string
  parameters: string[]
  /** The parameter of the button, which authentication templates have. */
  button: string | undefined
}

export type WhatsappFaults = {
  /** Errors, each given once instead of accepting a message: the HTTP status and Meta's code. */
  refusals: { status: number; code: number | null }[]
  /** Accepts the message, keeps it and never answers. */
  isFrozen: boolean
  /** What is reported after a message was accepted, in this order. */
  reports: WhatsappStatus[]
  /** Waits before it reports. */
  reportAfterMs: number
  /** How it signs reports. */
  signature: 'right' | 'wrong' | 'none'
}

export type WhatsappServer = AsyncDisposable & {
  readonly url: string
  readonly kept: KeptWhatsapp[]
  readonly faults: WhatsappFaults
  /** Reports a status; resolves to the HTTP status of the webhook's answer. */
  report(message: KeptWhatsapp, status: WhatsappStatus, more?: object): Promise<number>
  /** Posts any body, signed. */
  post(body: string): Promise<number>
}

export type WhatsappOptions = {
  token: string
  appSecret: string
  /** The business phone numbers that may send. */
  senders: readonly string[]
  /** Where statuses are reported to; none: nowhere. */
  webhook?: () => string | undefined
}

const MAX_BODY = 64 * 1024

export const noFaults = (): WhatsappFaults => ({
  refusals: [],
  isFrozen: false,
  reports: [],
  reportAfterMs: 0,
  signature: 'right',
})

/** Starts it on a free port. */
export async function startWhatsapp(options: WhatsappOptions): Promise<WhatsappServer> {
  const kept: KeptWhatsapp[] = []
  const faults = noFaults()
  const post = async (body: string): Promise<number> => {
    const webhook = options.webhook?.()
    if (webhook === undefined) return 0
    const reply = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(body, options, faults) },
      body,
    })
    await reply.arrayBuffer()
    return reply.status
  }
  const report = async (message: KeptWhatsapp, status: WhatsappStatus, more: object = {}) =>
    await post(JSON.stringify(statusBody(message, status, more)))
  const reportAll = async (message: KeptWhatsapp) => {
    await pause(faults.reportAfterMs)
    for (const status of faults.reports) await report(message, status).catch(() => undefined)
  }
  const server = createServer(async (request, response) => {
    const refused = refusalOf(request, options)
    const text = await bodyOf(request)
    const fault = refused ?? faults.refusals.shift()
    if (fault) return answer(response, fault.status, errorBody(fault.code))
    const message = messageIn(request.url ?? '', text)
    if (!message) return answer(response, 400, errorBody(100))
    kept.push(message)
    void reportAll(message)
    if (!faults.isFrozen)
      answer(response, 200, {
        messaging_product: 'whatsapp',
        contacts: [{ input: message.to, wa_id: message.to.slice(1) }],
        messages: [{ id: message.id, message_status: 'accepted' }],
      })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    kept,
    faults,
    report,
    post,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

type Fault = { status: number; code: number | null }

function refusalOf(
  { method, url = '', headers }: IncomingMessage,
  { token, senders }: WhatsappOptions,
): Fault | undefined {
  const [, sender] = /^\/v\d+\.\d+\/(\d+)\/messages$/.exec(url) ?? []
  if (method !== 'POST' || sender === undefined) return { status: 404, code: null }
  if (headers.authorization !== `Bearer ${token}`) return { status: 401, code: 190 }
  return senders.includes(sender) ? undefined : { status: 400, code: 33 }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= MAX_BODY) chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}

type Component = { type: string; parameters?: { type: string; text?: string }[] }
type Body = {
  messaging_product?: string
  type?: string
  to?: string
  template?: { name?: string; language?: { code?: string }; components?: Component[] }
  biz_opaque_callback_data?: string
}

/** The template message in a request; undefined where the API would refuse it (code 100). */
function messageIn(url: string, text: string): KeptWhatsapp | undefined {
  const { messaging_product, type, to, template, biz_opaque_callback_data: data } = bodyIn(text)
  if (messaging_product !== 'whatsapp' || type !== 'template' || !/^\+?\d{7,15}$/.test(to ?? ''))
    return undefined
  const components = template?.components ?? []
  const textsOf = (name: string) =>
    components.find((one) => one.type === name)?.parameters?.map((one) => one.text ?? '') ?? []
  const parameters = textsOf('body')
  // The API refuses empty parameters, and those with line breaks, tabs or five spaces in a row.
  if (parameters.some((value) => value === '' || /[\n\t]| {5}/.test(value))) return undefined
  if (!template?.name || !template.language?.code || (data?.length ?? 0) > 512) return undefined
  return {
    id: `wamid.${crypto.randomUUID().replaceAll('-', '')}`,
    sender: url.split('/')[2] ?? '',
    to: to ?? '',
    data,
    template: template.name,
    language: template.language.code,
    parameters,
    button: textsOf('button')[0],
  }
}

function bodyIn(text: string): Body {
  try {
    return JSON.parse(text) as Body
  } catch {
    return {}
  }
}

const errorBody = (code: number | null) =>
  code === null ? {} : { error: { message: `(#${code}) refused`, type: 'OAuthException', code } }

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** What Meta sends to a webhook when the state of a message changes. */
export function statusBody(
  { id, sender, to, data }: Pick<KeptWhatsapp, 'id' | 'sender' | 'to' | 'data'>,
  status: WhatsappStatus,
  more: object = {},
) {
  const errors = [{ code: 131026, title: 'Message undeliverable' }]
  const one = {
    id,
    status,
    timestamp: String(Math.floor(Date.now() / 1000)),
    recipient_id: to.replace('+', ''),
    ...(data === undefined ? {} : { biz_opaque_callback_data: data }),
    ...(status === 'failed' ? { errors } : {}),
    ...more,
  }
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '622150505050', phone_number_id: sender },
    statuses: [one],
  }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }],
  }
}

/** The signature of a body, as Meta makes it. */
export const signatureOf = (body: string, appSecret: string) =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`

function signed(
  body: string,
  { appSecret }: WhatsappOptions,
  { signature }: WhatsappFaults,
): Record<string, string> {
  if (signature === 'none') return {}
  const secret = signature === 'right' ? appSecret : `${appSecret}?`
  return { 'x-hub-signature-256': signatureOf(body, secret) }
}
