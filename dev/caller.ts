// A caller of the public API that behaves like an app: keeps cookies, fetches CSRF tokens, sends
// the access token.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { clients, type Send } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import { RmToolsError } from '@rmtools/sdk'
import type { SignIn } from '@rmtools/contracts/auth/sessions'

const all = { ...authContracts, ...crmContracts, ...bffContracts }

const isPublicWrite = ({ method, access }: EndpointSpec) =>
  method !== 'GET' && (access === 'public' || access === 'link')

/** Creates a caller without a session. `userAgent` shows in the audit trail. */
export function createCaller(url: string, userAgent = 'rmtools-tour') {
  const jar = new Map<string, string>()
  let accessToken: string | undefined
  let csrf: string | undefined
  const send: Send = async (request, spec) => {
    const headers: Record<string, string> = { ...request.headers, 'user-agent': userAgent }
    if (isPublicWrite(spec))
      headers['x-csrf-token'] = csrf ??= (await api.gateway.csrfToken()).csrfToken
    if (jar.size > 0)
      headers['cookie'] = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    if (accessToken !== undefined) headers['authorization'] ??= `Bearer ${accessToken}`
    const reply = await fetch(url + request.url, {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: request.body as string }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: new Uint8Array(await reply.arrayBuffer()),
    }
  }
  const api = clients(all, send)
  return {
    api,
    /** Continues with the session of a sign-in. */
    use(signIn: SignIn) {
      accessToken = signIn.accessToken
    },
    get accessToken() {
      return accessToken
    },
  }
}

/**
 * Not for other programs: streams, the broker's events, and internal operations between services.
 */
type NotOffered =
  | 'live'
  | 'bibEvents'
  | 'whatsappReports'
  | 'internal'
  | 'changes'
  | 'projection'
  | 'disclosures'

/** A caller of the product: through the contracts, or through the SDK. */
export type Caller = {
  readonly api: Omit<ReturnType<typeof createCaller>['api'], NotOffered>
  /** Continues with the session of a sign-in. */
  use(signIn: SignIn): void
  readonly accessToken: string | undefined
}

export type InboxMessage = {
  id: string
  channel: string
  to: string
  subject?: string
  text: string
  at: string
}

// Longer than the phone's pause before it retries after a broken connection.
const WAIT_MS = 25_000

/**
 * The newest matching message to a recipient since `since`; waits for it, because jobs send the
 * messages.
 */
export async function messageTo(
  url: string,
  to: string,
  pattern: RegExp,
  since: Date,
): Promise<string> {
  return await eventually(`a message to ${to}`, async () => {
    const { messages } = (await (await fetch(`${url}/dev/inbox.json`)).json()) as {
      messages: InboxMessage[]
    }
    const found = messages.find(
      (message) => message.to === to && new Date(message.at) >= since && pattern.test(message.text),
    )
    return found && pattern.exec(found.text)?.[1]
  })
}

/**
 * Polls until there is an answer. Throws after twenty-five seconds, unless another limit is given.
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  withinMs = WAIT_MS,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`timed out waiting for ${what}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

/**
 * Signs in with a password and, on a device that is new to the account, the code from the inbox.
 */
export async function signIn(
  url: string,
  person: { login: string; phone: string; password: string },
  caller: Caller = createCaller(url),
): Promise<Caller> {
  const device = { id: crypto.randomUUID(), name: 'Tour', platform: 'android' as const }
  const since = new Date()
  const first = await caller.api.sessions.login({
    login: person.login,
    password: person.password,
    client: 'mobile',
    device,
  })
  if (first.status === 'signed-in') caller.use(first)
  else {
    const to = first.channel === 'email' ? person.login : person.phone
    const code = await messageTo(url, to, /\b(\d{6})\b/, since)
    caller.use(
      await caller.api.codes.verify({
        challengeId: first.challengeId ?? '',
        code,
        purpose: 'login',
        deviceId: device.id,
      }),
    )
  }
  return caller
}

/**
 * Retries after a pause while the gateway answers 429. `onPause` gets the seconds of each pause.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  onPause: (seconds: number) => void = () => undefined,
): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await work()
    } catch (error) {
      const isRefusal = error instanceof Problem || error instanceof RmToolsError
      if (!isRefusal || error.status !== 429 || left === 0) throw error
      const seconds = Math.ceil(error.retryAfterSeconds ?? 1)
      onPause(seconds)
      await new Promise((next) => setTimeout(next, 1000 * seconds))
    }
  }
}
