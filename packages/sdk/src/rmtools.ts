// The client: an object of typed calls over fetch.
import { errorOf, RmToolsError } from './error.ts'
import type { CallOptions, Operation, Operations } from './method.ts'
import { operations, type Api } from './operations.ts'
import { requestOf, type Input, type Request } from './request.ts'
import { pauseFor, retrying, type Retrying } from './retrying.ts'
import { createCookies, isOver, sessionAfter, type KeptSession, type Tokens } from './session.ts'

export type RmToolsOptions = {
  /** The origin of the installation, such as `https://rmtools.example.co.id`. */
  baseUrl: string
  /** A stored session, to continue without signing in. */
  session?: KeptSession
  /**
   * Called with each new session, to store it, and with undefined when it ends. A refresh token
   * works once: store the new one.
   */
  onSession?: (session: KeptSession | undefined) => void
  /** Timeout of a call in milliseconds; 30 seconds by default. */
  timeoutMs?: number
  /** How often a call that is safe to repeat is retried; twice by default. */
  retries?: number
  /** Identifies your program in the audit trail. */
  userAgent?: string
  fetch?: typeof fetch
}

export type RmTools = Api & {
  /** The signed-in user's session, if any. */
  readonly session: KeptSession | undefined
  /** Continues with another session, or without one. */
  useSession(session: KeptSession | undefined): void
}

const TIMEOUT_MS = 30_000
const RETRIES = 2

/** Creates a client of an installation. */
export function createRmTools(options: RmToolsOptions): RmTools {
  const { retries = RETRIES, timeoutMs = TIMEOUT_MS } = options
  const connection = createConnection(options)
  const retry: Retrying = { times: retries, pause: pauseFor, random: Math.random }
  const call = async (operation: Operation, input: Input = {}, given: CallOptions = {}) => {
    // One request for all tries, so that the idempotency key stays the same.
    const request = requestOf(operation, input, given)
    const timeout = AbortSignal.timeout(given.timeoutMs ?? timeoutMs)
    const signal = given.signal ? AbortSignal.any([given.signal, timeout]) : timeout
    return await retrying(
      operation,
      signal,
      retry,
      async () => await connection.send(operation, request, signal),
    ).catch((error: unknown) => {
      throw error === timeout.reason
        ? new RmToolsError('timeout', { status: 0, title: 'No answer in time', cause: error })
        : error
    })
  }
  const api = methodsOf(operations, call)
  return Object.defineProperties(Object.assign(api, { useSession: connection.useSession }), {
    session: { get: connection.session },
  }) as unknown as RmTools
}

type Call = (operation: Operation, input?: Input, options?: CallOptions) => Promise<unknown>
type Page = { items: unknown[]; nextCursor: string | null }

function methodsOf(all: Operations, call: Call): object {
  const method = (operation: Operation) => {
    const one = async (input?: Input, options?: CallOptions) =>
      await call(operation, input, options)
    const each = async function* (input: Input = {}, options?: CallOptions) {
      let cursor: string | null | undefined
      while (cursor !== null) {
        const page = (await one({ ...input, cursor }, options)) as Page
        yield* page.items
        cursor = page.nextCursor
      }
    }
    return operation.query?.includes('cursor') ? Object.assign(one, { each }) : one
  }
  return Object.fromEntries(
    Object.entries(all).map(([noun, named]) => [
      noun,
      Object.fromEntries(
        Object.entries(named).map(([name, operation]) => [name, method(operation)]),
      ),
    ]),
  )
}

type Exchange = ReturnType<typeof exchangeOf>

/** Sends a request once, with the cookies of earlier replies. */
function exchangeOf({ baseUrl, userAgent = 'rmtools-sdk', fetch: send = fetch }: RmToolsOptions) {
  const cookies = createCookies()
  return async (request: Request, more: Record<string, string>, signal: AbortSignal) => {
    try {
      const reply = await send(new URL(request.url, baseUrl), {
        method: request.method,
        headers: { 'user-agent': userAgent, ...cookies.header(), ...more, ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body as RequestInit['body'] }),
        signal,
      })
      cookies.take(reply.headers)
      return { reply, bytes: new Uint8Array(await reply.arrayBuffer()) }
    } catch (cause) {
      if (signal.aborted) throw signal.reason
      throw new RmToolsError('offline', { status: 0, title: 'No answer came', cause })
    }
  }
}

/** The CSRF token of calls without a session, fetched again before it ends. */
function csrfTokens(once: Exchange) {
  let csrf: { token: string; until: number } | undefined
  return {
    forget: () => void (csrf = undefined),
    async token(signal: AbortSignal): Promise<string> {
      if (csrf && csrf.until > Date.now()) return csrf.token
      const { bytes, reply } = await once(requestOf(CSRF, {}, {}), {}, signal)
      const text = new TextDecoder().decode(bytes)
      if (!reply.ok) throw errorOf(reply.status, reply.headers, text)
      const told = JSON.parse(text) as { csrfToken: string; expiresInSeconds: number }
      csrf = { token: told.csrfToken, until: Date.now() + (told.expiresInSeconds - 60) * 1000 }
      return csrf.token
    },
  }
}

/**
 * Sends requests with what they need: tokens, which are renewed in time, cookies and CSRF tokens.
 */
function createConnection(options: RmToolsOptions) {
  const { session: kept, onSession } = options
  const once = exchangeOf(options)
  const csrf = csrfTokens(once)
  let session = kept
  let renewing: Promise<void> | undefined

  const useSession = (next: KeptSession | undefined) => {
    if (next === session) return
    session = next
    onSession?.(next)
  }

  async function credentials(operation: Operation, signal: AbortSignal) {
    if (operation.isPublic) {
      if (operation.method === 'GET') return {}
      return { 'x-csrf-token': await csrf.token(signal) }
    }
    if (session?.refreshToken !== undefined && isOver(session, Date.now())) await renew(signal)
    return bearer()
  }
  const bearer = (): Record<string, string> =>
    session ? { authorization: `Bearer ${session.accessToken}` } : {}

  /** Concurrent calls share one renewal, because the refresh token works once. */
  async function renew(signal: AbortSignal): Promise<void> {
    renewing ??= renewOnce(signal).finally(() => (renewing = undefined))
    await renewing
  }

  async function renewOnce(signal: AbortSignal): Promise<void> {
    const { refreshToken, deviceSecret } = session ?? {}
    const request = requestOf(REFRESH, { refreshToken, deviceSecret }, {})
    try {
      await carry(REFRESH, request, { 'x-csrf-token': await csrf.token(signal) }, signal)
    } catch (error) {
      if (error instanceof RmToolsError && error.status === 401) useSession(undefined)
      throw error
    }
  }

  async function carry(
    operation: Operation,
    request: Request,
    more: Record<string, string>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { reply, bytes } = await once(request, more, signal)
    const text = () => new TextDecoder().decode(bytes)
    if (!reply.ok) throw errorOf(reply.status, reply.headers, text())
    if (operation.reply === 'bytes') return bytes
    const answer: unknown = operation.reply === 'json' ? JSON.parse(text()) : undefined
    if (operation.signsIn) useSession(sessionAfter(session, answer as Tokens, Date.now()))
    if (operation === operations.sessions.logoutByPost || operation === operations.sessions.logout)
      useSession(undefined)
    return answer
  }

  return {
    useSession,
    session: () => session,
    async send(operation: Operation, request: Request, signal: AbortSignal): Promise<unknown> {
      const more = await credentials(operation, signal)
      try {
        return await carry(operation, request, more, signal)
      } catch (error) {
        const code = error instanceof RmToolsError ? error.code : ''
        if (code === 'csrf-refused' && operation.isPublic) csrf.forget()
        else if (
          code === 'unauthenticated' &&
          session?.refreshToken !== undefined &&
          !operation.isPublic
        )
          await renew(signal)
        else throw error
      }
      // Retries once with the new credentials.
      return await carry(operation, request, await credentials(operation, signal), signal)
    },
  }
}

const CSRF: Operation = operations.gateway.csrfToken
const REFRESH: Operation = operations.sessions.refresh
