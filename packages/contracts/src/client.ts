// Turns a contract into an object of typed calls: `api.leads.create({ fullName, phone })`.
import type { Contract, EndpointSpec, Input, Reply } from './endpoint.ts'
import { internalError, Problem, type ProblemBody } from './problem.ts'

export type WireRequest = {
  method: string
  /** Path and query, percent-encoded. */
  url: string
  headers: Record<string, string>
  body?: string | Uint8Array
}
export type WireReply = { status: number; headers: Record<string, string>; body: Uint8Array }

/** Sends a request and returns the response; throws only if there is no response. */
export type Send = (request: WireRequest, spec: EndpointSpec) => Promise<WireReply>

export type CallOptions = { headers?: Record<string, string>; idempotencyKey?: string }

/** The argument may be omitted if the operation has no input. */
type Call<S> = keyof Input<S> extends never
  ? (input?: Record<string, never>, options?: CallOptions) => Promise<Reply<S>>
  : Partial<Input<S>> extends Input<S>
    ? (input?: Input<S>, options?: CallOptions) => Promise<Reply<S>>
    : (input: Input<S>, options?: CallOptions) => Promise<Reply<S>>

export type Client<C extends Contract> = { readonly [K in keyof C]: Call<C[K]> }
export type Clients<Cs extends Record<string, Contract>> = {
  readonly [K in keyof Cs]: Client<Cs[K]>
}

const decoder = new TextDecoder()

/** Splits the flat argument by the operation's schemas into a request. */
export function toRequest(
  spec: EndpointSpec,
  input: Record<string, unknown> = {},
  options: CallOptions = {},
): WireRequest {
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const query = new URLSearchParams()
  for (const name of Object.keys(spec.query?.properties ?? {})) {
    const value = input[name]
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json',
    ...options.headers,
  }
  if (spec.idempotent) headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID()
  const request: WireRequest = {
    method: spec.method,
    url: query.size > 0 ? `${path}?${query}` : path,
    headers,
  }
  if (spec.upload) {
    headers['content-type'] = 'application/octet-stream'
    request.body = input['bytes'] as Uint8Array
  } else if (spec.body) {
    headers['content-type'] = 'application/json'
    const names = Object.keys(spec.body.properties)
    request.body = JSON.stringify(
      Object.fromEntries(
        names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
      ),
    )
  }
  return request
}

/** Reads a response as the operation declares it. Throws the Problem that it contains. */
export function fromReply(spec: EndpointSpec, reply: WireReply): unknown {
  if (reply.status >= 400) {
    const retryAfter = Number(reply.headers['retry-after'])
    throw Problem.fromBody(problemBody(reply), Number.isFinite(retryAfter) ? retryAfter : undefined)
  }
  if (spec.produces !== undefined) return reply.body
  return spec.reply === undefined ? undefined : JSON.parse(decoder.decode(reply.body))
}

function problemBody(reply: WireReply): ProblemBody {
  try {
    const body = JSON.parse(decoder.decode(reply.body)) as ProblemBody
    if (typeof body.type === 'string') return body
  } catch {
    // Not from our services: a proxy responded with a page of its own.
  }
  return { type: internalError.code, title: `HTTP ${reply.status}`, status: reply.status }
}

/** The typed calls of one contract over a transport. */
export function client<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.entries(contract).map(([name, spec]) => [
    name,
    async (input?: Record<string, unknown>, options?: CallOptions) =>
      fromReply(spec, await send(toRequest(spec, input, options), spec)),
  ])
  return Object.fromEntries(calls) as Client<C>
}

/** The typed calls of several contracts, by noun. */
export function clients<Cs extends Record<string, Contract>>(
  contracts: Cs,
  send: Send,
): Clients<Cs> {
  return Object.fromEntries(
    Object.entries(contracts).map(([noun, contract]) => [noun, client(contract, send)]),
  ) as Clients<Cs>
}
