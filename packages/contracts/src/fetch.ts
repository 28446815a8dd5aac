// The fetch transport of every app: access token, renewal when it has expired, CSRF token for
// public writes, timeout.
import { gateway } from './bff/gateway.ts'
import { fromReply, toRequest, type Send, type WireReply, type WireRequest } from './client.ts'
import type { EndpointSpec } from './endpoint.ts'
import { csrfRefused, Problem, problemKind, stepUpRequired } from './problem.ts'

/**
 * No response: no network, a server that is down, or a timeout. Whether the call was executed is
 * unknown.
 */
export const offline = problemKind('offline', 0, 'There is no connection')

/** A response started but broke off: the received part is useless. */
export const brokenOff = problemKind('broken-off', 0, 'The response was cut off')

export type FetchOptions = {
  /** Origin of the product; empty for pages that it serves itself. */
  baseUrl?: string
  /**
   * The session, if there is one. `renew` gets a new access token and returns whether that worked;
   * `stepUp` asks the user for the password again and returns whether it was given.
   */
  session?: {
    accessToken(): string | undefined
    renew(): Promise<boolean>
    stepUp?(): Promise<boolean>
  }
  headers?: () => Record<string, string>
  /** A CSRF token delivered with the page, so that the first write need not fetch one. */
  csrf?: string | undefined
  timeoutMs?: number
  /** `no-cache`: revalidate public reference data on each request, for the screens that edit it. */
  cache?: 'default' | 'no-cache'
}

const TIMEOUT_MS = 30_000
const MARGIN_MS = 60_000

/** A transport over fetch. Throws the Problem `offline` if there is no response. */
export function fetchSend({
  baseUrl = '',
  session,
  headers = () => ({}),
  csrf: given,
  timeoutMs = TIMEOUT_MS,
  cache = 'default',
}: FetchOptions = {}): Send {
  let csrf = given
    ? Promise.resolve({ token: given, until: Number(given.split('.')[0]) * 1000 - MARGIN_MS })
    : undefined
  const once = async (request: WireRequest, more: Record<string, string>): Promise<WireReply> => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const reply = await fetch(baseUrl + request.url, {
        method: request.method,
        headers: { ...request.headers, ...headers(), ...more },
        credentials: 'include',
        cache,
        signal,
        ...(request.body === undefined ? {} : { body: request.body as string }),
      })
      return {
        status: reply.status,
        headers: Object.fromEntries(reply.headers),
        body: new Uint8Array(await reply.arrayBuffer()),
      }
    } catch (cause) {
      const problem = new Problem(offline)
      problem.cause = cause
      throw problem
    }
  }
  const freshCsrf = async () => {
    const { csrfToken, expiresInSeconds } = fromReply(
      gateway.csrfToken,
      await once(toRequest(gateway.csrfToken), {}),
    ) as {
      csrfToken: string
      expiresInSeconds: number
    }
    return { token: csrfToken, until: Date.now() + expiresInSeconds * 1000 - MARGIN_MS }
  }
  const csrfToken = async () => {
    const known = await csrf?.catch(() => undefined)
    if (!known || known.until < Date.now()) csrf = freshCsrf()
    return (await csrf)?.token ?? ''
  }
  return async (request, spec) => {
    if (isPublicWrite(spec)) {
      const reply = await once(request, { 'x-csrf-token': await csrfToken() })
      if (reply.status !== csrfRefused.status || !isCsrfRefusal(reply)) return reply
      csrf = undefined
      return await once(request, { 'x-csrf-token': await csrfToken() })
    }
    if (!session || !needsSession(spec)) return await once(request, {})
    const reply = await inSession(request, session)
    if (!isStepUpAsked(reply) || !(await session.stepUp?.())) return reply
    return await inSession(request, session)
  }
  async function inSession(request: WireRequest, known: Session): Promise<WireReply> {
    const token = known.accessToken()
    const reply =
      token === undefined ? undefined : await once(request, { authorization: `Bearer ${token}` })
    if (reply && reply.status !== 401) return reply
    if (!(await known.renew())) return reply ?? (await once(request, {}))
    return await once(request, { authorization: `Bearer ${known.accessToken() ?? ''}` })
  }
}

type Session = NonNullable<FetchOptions['session']>

/** Whether a response requires the password again. */
export function isStepUpAsked({ status, body }: Pick<WireReply, 'status' | 'body'>): boolean {
  return (
    status === stepUpRequired.status && new TextDecoder().decode(body).includes(stepUpRequired.code)
  )
}

const needsSession = ({ access }: EndpointSpec) =>
  access === 'session' || typeof access === 'object'
const isPublicWrite = ({ access, method }: EndpointSpec) =>
  method !== 'GET' && (access === 'public' || access === 'link')

function isCsrfRefusal({ body }: WireReply): boolean {
  return new TextDecoder().decode(body).includes(csrfRefused.code)
}
