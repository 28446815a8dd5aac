// How one part of the installation reaches a service: within the process, or over HTTP. Both behave
// the same.
import { Pool } from 'undici'
import { fromReply, toRequest, type Clients, type CallOptions } from '@rmtools/contracts/client'
import type { Contract } from '@rmtools/contracts/endpoint'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import { wholeBody } from './reply-body.ts'
import { problemReply, type ServiceReply } from './replies.ts'
import type { Operation, Service, ServiceRequest } from './service.ts'

export type Transport = AsyncDisposable & {
  call(operation: Operation, request: ServiceRequest): Promise<ServiceReply>
  isReady(): Promise<boolean>
}

/**
 * A direct call within the process. Looks the service up at each call, because services refer to
 * each other in a cycle.
 */
export function directTransport(service: () => Service): Transport {
  return {
    call: async (operation, request) =>
      await service().call(operation.id, { ...request, isTrusted: true }),
    isReady: async () => await service().isReady(),
    async [Symbol.asyncDispose]() {},
  }
}

// What a service may know of the caller; all other headers stay at the gateway.
const PASSED_ON = [
  'authorization',
  'content-type',
  'idempotency-key',
  'user-agent',
  'cookie',
  'accept-language',
  'x-device-id',
  'x-hub-signature-256',
]
// Hop-by-hop headers (RFC 9110, 7.6.1), headers that are computed anew, and the request id, which
// comes from the gateway.
const NOT_PASSED_BACK = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'x-request-id',
])

export type HttpTransportOptions = {
  url: string
  serviceKey: string
  timeoutMs?: number
  connections?: number
  /**
   * How long a connection is used: load balancers choose a process per connection, so a new process
   * would otherwise get no requests.
   */
  connectionMs?: number
}

/** Calls over kept-alive connections. An unreachable service is a 503, never an exception. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const timeout = options.timeoutMs ?? 15_000
  const pool = new Pool(options.url, {
    connections: options.connections ?? 32,
    pipelining: 1,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connectTimeout: 2000,
    clientTtl: options.connectionMs ?? 60_000,
  })
  return {
    async call({ spec }, request) {
      const sent: Record<string, string> = {
        'x-service-key': options.serviceKey,
        'x-request-id': request.requestId,
      }
      if (request.ip) sent['x-client-ip'] = request.ip
      for (const name of PASSED_ON) {
        const value = request.headers[name]
        if (value !== undefined) sent[name] = value
      }
      try {
        const reply = await pool.request({
          method: spec.method,
          path: request.url,
          headers: sent,
          body: request.body,
        })
        const passed = Object.entries(reply.headers).filter(
          ([name, value]) => value !== undefined && !NOT_PASSED_BACK.has(name),
        )
        const headers = Object.fromEntries(passed) as ServiceReply['headers']
        // A streamed file is passed on as a stream, read no faster than the client takes it.
        if (spec.produces !== undefined && reply.headers['transfer-encoding'] === 'chunked')
          return { status: reply.statusCode, headers, body: reply.body }
        const body = Buffer.from(await reply.body.arrayBuffer())
        return { status: reply.statusCode, headers, body: body.length > 0 ? body : null }
      } catch (cause) {
        const problem = new Problem(unavailable, { retryAfterSeconds: 2 })
        problem.cause = cause
        return problemReply(problem, request.requestId)
      }
    },
    async isReady() {
      const reply = await pool
        .request({ method: 'GET', path: '/health/ready' })
        .catch(() => undefined)
      await reply?.body.dump()
      return reply?.statusCode === 200
    },
    async [Symbol.asyncDispose]() {
      await pool.close()
    },
  }
}

/** The identity that accompanies each call. */
export type Caller = { headers: Record<string, string>; requestId: string; ip: string | null }

/**
 * Typed calls to another service's operations: for jobs and background feeds, never during a
 * request. Only bff, which composes responses, calls in the name of its caller.
 */
export function serviceClients<Cs extends Record<string, Contract>>(
  contracts: Cs,
  transport: Pick<Transport, 'call'>,
  caller?: Caller,
): Clients<Cs> {
  const nouns = Object.entries(contracts).map(([noun, contract]) => [
    noun,
    Object.fromEntries(
      Object.entries(contract).map(([name, spec]) => [
        name,
        async (input: Record<string, unknown> = {}, options?: CallOptions) => {
          const wire = toRequest(spec, input, options)
          const pick = (keys: object | undefined) =>
            Object.fromEntries(
              Object.keys(keys ?? {})
                .filter((key) => input[key] !== undefined)
                .map((key) => [key, input[key]]),
            )
          const reply = await transport.call(
            { id: `${noun}.${name}`, spec },
            {
              url: wire.url,
              params: pick(spec.params?.properties),
              query: pick(spec.query?.properties),
              headers: { ...wire.headers, ...caller?.headers },
              body: wire.body === undefined ? null : Buffer.from(wire.body as string),
              requestId: caller?.requestId ?? crypto.randomUUID(),
              ip: caller?.ip ?? null,
              isTrusted: true,
            },
          )
          return fromReply(spec, {
            status: reply.status,
            headers: reply.headers as Record<string, string>,
            body: await wholeBody(reply.body),
          })
        },
      ]),
    ),
  ])
  return Object.fromEntries(nouns) as Clients<Cs>
}
