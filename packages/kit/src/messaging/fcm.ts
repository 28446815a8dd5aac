// Push notifications by Firebase Cloud Messaging, HTTP v1
// (https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages/send), as a service
// account (RFC 7523). iPhones register with a token of Apple's, which FCM exchanges for its own.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'undici'
import { signToken } from '../security/tokens.ts'
import { AddressGone, noReceipt, type Messenger, type Push } from './messaging.ts'

const TIMEOUT_MS = 5000
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'
const TOKEN_SECONDS = 3600
/** An access token is renewed this long before it expires. */
const MARGIN_SECONDS = 60
// FCM's tokens contain a colon; Apple's are hexadecimal.
const APPLE_TOKEN = /^[0-9a-f]{64,200}$/i
// After a day without delivery the list of notifications suffices.
const LIFE_SECONDS = 86_400

export type ServiceAccount = {
  project_id: string
  client_email: string
  private_key: string
  token_uri: string
}
export type FcmOptions = {
  account: ServiceAccount
  /** The bundle id of the iPhone app, e.g. id.rmtools.mobile. */
  appleBundle: string
  /** URL of FCM and of the exchange of Apple's tokens. */
  fcmUrl?: string
  exchangeUrl?: string
}

/** A service account from Google: a JSON file, or the JSON itself. Throws if a part is missing. */
export function serviceAccount(source: string): ServiceAccount {
  const account: unknown = JSON.parse(
    source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8'),
  )
  if (!isAccount(account))
    throw new Error('FCM_ACCOUNT must hold project_id, client_email, private_key and token_uri')
  return account
}

function isAccount(value: unknown): value is ServiceAccount {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['project_id', 'client_email', 'private_key', 'token_uri'].every(
      (name) => typeof Reflect.get(value, name) === 'string',
    )
  )
}

type Json = Record<string, unknown>
type Answer = { status: number; body: Json }

/**
 * Sends pushes by FCM and everything else by `others`. Throws `AddressGone` if the app was removed
 * from the phone.
 */
export function fcmMessenger(options: FcmOptions, others: Messenger): Messenger {
  const {
    account,
    appleBundle,
    fcmUrl = 'https://fcm.googleapis.com',
    exchangeUrl = 'https://iid.googleapis.com',
  } = options
  const agent = new Agent({
    connections: 4,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: TIMEOUT_MS },
  })
  const post = async (
    url: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Answer> => {
    const reply = await request(url, { dispatcher: agent, method: 'POST', headers, body })
    const text = await reply.body.text()
    return { status: reply.statusCode, body: jsonOf(text) }
  }
  const access = accessTo(account, post)
  const postJson = async (url: string, body: Json, headers: Record<string, string> = {}) => {
    const send = async () =>
      await post(
        url,
        {
          authorization: `Bearer ${await access.token()}`,
          'content-type': 'application/json',
          ...headers,
        },
        JSON.stringify(body),
      )
    const answer = await send()
    if (answer.status !== 401) return answer
    // Revoked before it expired.
    access.forget()
    return await send()
  }
  const exchanged = new Map<string, string>()
  const exchange = async (token: string): Promise<string> => {
    const known = exchanged.get(token)
    if (known !== undefined) return known
    const { status, body } = await postJson(
      `${exchangeUrl}/iid/v1:batchImport`,
      { application: appleBundle, sandbox: false, apns_tokens: [token] },
      { access_token_auth: 'true' },
    )
    if (status >= 300) throw new Error(`importing Apple's tokens was answered with ${status}`)
    const [result] = Array.isArray(body['results']) ? body['results'].filter(isJson) : []
    if (typeof result?.['registration_token'] !== 'string')
      throw new AddressGone(String(result?.['status'] ?? 'not exchanged'))
    exchanged.set(token, result['registration_token'])
    return result['registration_token']
  }
  return {
    async send(message) {
      if (message.channel !== 'push') return await others.send(message)
      const to = APPLE_TOKEN.test(message.to) ? await exchange(message.to) : message.to
      const { status, body } = await postJson(
        `${fcmUrl}/v1/projects/${account.project_id}/messages:send`,
        {
          message: messageOf(message, to),
        },
      )
      if (status < 300) return noReceipt
      const reason = reasonOf(body)
      if (isGone(status, reason)) {
        exchanged.delete(message.to)
        throw new AddressGone(reason)
      }
      throw new Error(`FCM answered ${status} ${reason}`)
    },
    async [Symbol.asyncDispose]() {
      await agent.close()
      await others[Symbol.asyncDispose]()
    },
  }
}

/**
 * A push that is sent again replaces the first: by the tag on Android, by the collapse id on
 * iPhones.
 */
function messageOf({ id, title, text, data }: Push, token: string): Json {
  return {
    token,
    notification: { title, body: text },
    data,
    android: {
      priority: 'HIGH',
      ttl: `${LIFE_SECONDS}s`,
      notification: { tag: id, channel_id: 'news' },
    },
    apns: {
      headers: {
        'apns-collapse-id': id,
        'apns-expiration': String(Math.floor(Date.now() / 1000) + LIFE_SECONDS),
      },
      payload: { aps: { sound: 'default' } },
    },
  }
}

/**
 * https://firebase.google.com/docs/cloud-messaging/error-codes: a token that is unknown to FCM,
 * malformed, or registered by another sender.
 */
function isGone(status: number, reason: string): boolean {
  return (
    reason === 'UNREGISTERED' ||
    reason === 'SENDER_ID_MISMATCH' ||
    (status === 400 && reason === 'INVALID_ARGUMENT')
  )
}

/** FCM's code of an error; a malformed request has none. */
function reasonOf(body: Json): string {
  const { error } = body
  const details =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'details') : undefined
  const codes = Array.isArray(details) ? details.map((detail: Json) => detail['errorCode']) : []
  return String(codes.find((code) => typeof code === 'string') ?? '')
}

type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Answer>

/** Access tokens of a service account, each cached until shortly before it expires. */
function accessTo({ client_email, private_key, token_uri }: ServiceAccount, post: Post) {
  let kept: { token: Promise<string>; until: number } | undefined
  const ask = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { scope: SCOPE, iss: client_email, aud: token_uri, iat: now }
    const assertion = await signToken(
      { ...claims, exp: now + TOKEN_SECONDS },
      { algorithm: 'RS256', privateKey: private_key },
    )
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    })
    const { status, body } = await post(
      token_uri,
      { 'content-type': 'application/x-www-form-urlencoded' },
      form.toString(),
    )
    if (status !== 200 || typeof body['access_token'] !== 'string')
      throw new Error(`signing in with the service account was answered with ${status}`)
    const seconds = typeof body['expires_in'] === 'number' ? body['expires_in'] : TOKEN_SECONDS
    if (kept) kept.until = Date.now() + (seconds - MARGIN_SECONDS) * 1000
    return body['access_token']
  }
  return {
    async token(): Promise<string> {
      if (!kept || kept.until < Date.now()) {
        const token = ask()
        kept = { token, until: Infinity }
        token.catch(() => (kept = undefined))
      }
      return await kept.token
    },
    forget: () => (kept = undefined),
  }
}

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
