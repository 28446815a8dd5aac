// Responses of a service: a reply in the contract's schema, a file, or a problem.
import fastJson from 'fast-json-stringify'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { internalError, Problem } from '@rmtools/contracts/problem'
import { constraintProblem } from '../database/constraint.ts'
import type { Logger } from '../process/log.ts'
import type { ReplyBody } from './reply-body.ts'

export type ServiceReply = {
  status: number
  headers: Record<string, string | string[]>
  body: ReplyBody
}

export type ReplyControls = {
  header(name: string, value: string): void
  /** Adds a Set-Cookie line. */
  cookie(line: string): void
}

type Write = (result: unknown, headers: ServiceReply['headers'], requestId: string) => ServiceReply

/** The function that writes the results of an operation. */
export function serialiser(spec: EndpointSpec): Write {
  const stringify = spec.reply ? fastJson(spec.reply as never) : undefined
  return (result, headers, requestId) => {
    if (result instanceof Problem) return problemReply(result, requestId, headers)
    if (spec.produces)
      return {
        status: 200,
        headers: { 'content-type': spec.produces, ...headers },
        body: result as ReplyBody,
      }
    if (!stringify) return { status: spec.status ?? 204, headers, body: null }
    return {
      status: spec.status ?? 200,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: stringify(result),
    }
  }
}

/** What a handler may add to a response, and the resulting headers. */
export function replyControls(): {
  controls: ReplyControls
  headers: Record<string, string | string[]>
} {
  const headers: Record<string, string | string[]> = {}
  const cookies: string[] = []
  return {
    headers,
    controls: {
      header: (name, value) => void (headers[name] = value),
      cookie: (line) => {
        cookies.push(line)
        headers['set-cookie'] = cookies
      },
    },
  }
}

/** A problem as a response. */
export function problemReply(
  problem: Problem,
  requestId: string,
  headers: ServiceReply['headers'] = {},
): ServiceReply {
  const answered: ServiceReply['headers'] = {
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  }
  if (problem.retryAfterSeconds !== undefined)
    answered['retry-after'] = String(Math.ceil(problem.retryAfterSeconds))
  return {
    status: problem.status,
    headers: answered,
    body: JSON.stringify(problem.toBody(requestId)),
  }
}

/**
 * An error as a problem; an unexpected one is logged with its stack and becomes a 500 without any
 * detail.
 */
export function asProblem(
  error: unknown,
  spec: EndpointSpec | undefined,
  log: Logger,
  requestId: string,
): Problem {
  if (error instanceof Problem) {
    if (error.status >= 500) log.warn({ requestId, err: error.cause ?? error }, error.message)
    return error
  }
  const known = constraintProblem(error, spec?.problems ?? [])
  if (known) return known
  log.error({ requestId, err: error }, 'request failed')
  return new Problem(internalError)
}
