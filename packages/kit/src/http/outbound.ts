// Calls to one outside system (SECURITY.md 31): a time budget, a circuit breaker, a bulkhead, and
// responses checked against the contract. It logs nothing, as bodies carry personal data; `observe`
// sees method, path template, status and duration.
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleType,
  TaskCancelledError,
} from 'cockatiel'
import secureJson from 'secure-json-parse'
import { Pool, type Dispatcher } from 'undici'
import type { Send, WireReply, WireRequest } from '@rmtools/contracts/client'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { Problem, tooManyRequests, unavailable, upstreamInvalid } from '@rmtools/contracts/problem'

export type OutboundCall = {
  method: string
  path: string
  status: number | undefined
  ms: number
  outcome: string
}

export type OutboundConfig = {
  /** The only origin that is ever called; its path precedes every operation's. */
  baseUrl: string
  /** Sent with every call; they override the caller's (credentials). */
  headers?: Record<string, string>
  /** Includes waiting for a slot, connecting, a retry and the body. */
  budgetMs?: number
  maxConcurrent?: number
  maxQueued?: number
  maxResponseBytes?: number
  /** Consecutive failures that open the breaker. */
  breakerFailures?: number
  /** How long the breaker stays open before one call is let through. */
  breakerOpenMs?: number
  observe?: (call: OutboundCall) => void
}

export type BreakerState = 'closed' | 'open' | 'half-open'
export type Outbound = { send: Send; breakerState: () => BreakerState; close: () => Promise<void> }

/** The other side is down or overloaded: counts for the breaker. */
class UpstreamDown extends Error {
  readonly retryAfterSeconds: number | undefined
  readonly isRetryable: boolean

  constructor(message: string, isRetryable: boolean, retryAfterSeconds?: number) {
    super(message)
    this.isRetryable = isRetryable
    this.retryAfterSeconds = retryAfterSeconds
  }
}

// Drops fields that the other side adds, so that additions do not break us; types are never
// coerced.
const ajv = formats.default(new Ajv({ strict: false, removeAdditional: true }))
const compiled = new WeakMap<object, ValidateFunction>()
const decoder = new TextDecoder('utf-8', { fatal: true })
const RETRY_WAIT_MS = 50

/**
 * A client for one outside system. `send` throws Problem `unavailable` (503) when the system is
 * down or too slow or the breaker is open, `tooManyRequests` with its Retry-After, and
 * `upstreamInvalid` (502) when the response breaks the contract, redirects or refuses our
 * credentials; other 4xx responses are passed on. GET is retried once within the budget if the
 * first try failed at once.
 */
export function createOutbound(config: OutboundConfig): Outbound {
  const {
    budgetMs = 2000,
    maxConcurrent = 20,
    maxQueued = maxConcurrent,
    breakerFailures = 5,
    breakerOpenMs = 5000,
  } = config
  const base = new URL(config.baseUrl)
  if (base.protocol !== 'http:' && base.protocol !== 'https:')
    throw new Error('baseUrl must be http or https')
  const prefix = base.pathname.replace(/\/$/, '')
  const pool = new Pool(base.origin, {
    connections: maxConcurrent,
    pipelining: 1,
    connect: { timeout: budgetMs },
    maxResponseSize: config.maxResponseBytes ?? 8 * 1024 * 1024,
  })
  const slots = bulkhead(maxConcurrent, maxQueued)
  const breaker = circuitBreaker(handleType(UpstreamDown), {
    halfOpenAfter: breakerOpenMs,
    breaker: new ConsecutiveBreaker(breakerFailures),
  })

  async function attempts(
    request: WireRequest,
    spec: EndpointSpec,
    signal: AbortSignal,
  ): Promise<WireReply> {
    const once = () =>
      breaker.execute(() =>
        exchange(
          pool,
          prefix,
          { ...request, headers: { ...request.headers, ...config.headers } },
          signal,
        ),
      )
    try {
      return await once()
    } catch (error) {
      if (spec.method !== 'GET' || !(error instanceof UpstreamDown) || !error.isRetryable)
        throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_WAIT_MS * (0.5 + Math.random())))
      signal.throwIfAborted()
      return once()
    }
  }

  async function send(request: WireRequest, spec: EndpointSpec): Promise<WireReply> {
    const started = performance.now()
    const report = (outcome: string, status?: number) =>
      config.observe?.({
        method: spec.method,
        path: spec.path,
        status,
        ms: performance.now() - started,
        outcome,
      })
    try {
      const reply = await withinBudget(budgetMs, (signal) =>
        slots.execute(() => attempts(request, spec, signal), signal),
      )
      const checked = check(reply, spec)
      report('ok', reply.status)
      return checked
    } catch (error) {
      const problem = toProblem(error, breakerOpenMs)
      report(problem.code)
      throw problem
    }
  }

  return { send, breakerState: () => stateName(breaker.state), close: () => pool.destroy() }
}

/** Rejects when the budget is spent, even for a call that is still queued. */
async function withinBudget<T>(
  budgetMs: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { promise: spent, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    controller.abort(new UpstreamDown('budget spent', false))
    // Slightly later than the call's own timeout, so that a running call fails by that one and
    // counts for the breaker.
    setTimeout(() => reject(new UpstreamDown('budget spent', false)), 20)
  }, budgetMs)
  try {
    return await Promise.race([run(controller.signal), spent])
  } finally {
    clearTimeout(timer)
  }
}

async function exchange(
  pool: Pool,
  prefix: string,
  request: WireRequest,
  signal: AbortSignal,
): Promise<WireReply> {
  const reply = await asked(pool, prefix, request, signal).catch((error: unknown) => {
    throw failureOf(error, signal)
  })
  if (reply.status >= 500)
    throw new UpstreamDown(`HTTP ${reply.status}`, reply.status !== 500, retryAfter(reply))
  return reply
}

async function asked(
  pool: Pool,
  prefix: string,
  request: WireRequest,
  signal: AbortSignal,
): Promise<WireReply> {
  const answer = await pool.request({
    method: request.method as Dispatcher.HttpMethod,
    path: prefix + request.url,
    headers: request.headers,
    body: request.body ?? null,
    signal,
  })
  return {
    status: answer.statusCode,
    headers: flatten(answer.headers),
    body: await answer.body.bytes(),
  }
}

/** The error that the caller gets for a failed request. */
function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new UpstreamDown('budget spent', false)
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return invalid('The answer is too large')
  // A mistake of the caller, not of the other side.
  const isOurs = code === undefined || code === 'UND_ERR_INVALID_ARG'
  return isOurs ? error : new UpstreamDown(code, true)
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  )
}

/** The seconds of a Retry-After header, which is a number or a date (RFC 9110, 10.2.3). */
function retryAfter(reply: WireReply): number | undefined {
  const value = reply.headers['retry-after']
  if (value === undefined) return undefined
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - Date.now()) / 1000)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

function check(reply: WireReply, spec: EndpointSpec): WireReply {
  if (reply.status === 429)
    throw new Problem(tooManyRequests, { retryAfterSeconds: retryAfter(reply) ?? 1 })
  if (reply.status === 401 || reply.status === 403) throw invalid('Our credentials were refused')
  if (reply.status >= 400) return reply
  if (reply.status < 200 || reply.status >= 300) throw invalid('Redirects are not followed')
  if (spec.produces !== undefined || spec.reply === undefined) return reply
  const validate = compiled.get(spec.reply) ?? ajv.compile(spec.reply)
  compiled.set(spec.reply, validate)
  const value = parse(reply)
  // Paths and rules only: the values may be personal.
  if (!validate(value))
    throw invalid(
      (validate.errors ?? [])
        .map((error) => `${error.instancePath || '/'} ${error.message}`)
        .join('; '),
    )
  return { ...reply, body: new TextEncoder().encode(JSON.stringify(value)) }
}

function parse(reply: WireReply): unknown {
  try {
    return secureJson.parse(decoder.decode(reply.body), {
      protoAction: 'error',
      constructorAction: 'error',
    })
  } catch {
    throw invalid('The answer is not JSON')
  }
}

function invalid(detail: string): Problem {
  return new Problem(upstreamInvalid, { detail })
}

function toProblem(error: unknown, breakerOpenMs: number): Problem {
  if (error instanceof Problem) return error
  if (error instanceof BrokenCircuitError)
    return new Problem(unavailable, {
      retryAfterSeconds: Math.max(1, Math.ceil(breakerOpenMs / 1000)),
    })
  if (error instanceof BulkheadRejectedError)
    return new Problem(unavailable, { retryAfterSeconds: 1 })
  if (error instanceof UpstreamDown)
    return new Problem(unavailable, { retryAfterSeconds: error.retryAfterSeconds ?? 2 })
  if (error instanceof TaskCancelledError) return new Problem(unavailable, { retryAfterSeconds: 2 })
  throw error
}

function stateName(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed'
  return state === CircuitState.HalfOpen ? 'half-open' : 'open'
}
