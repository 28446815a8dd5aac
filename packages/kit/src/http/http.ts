// Operations on Fastify: bodies stay bytes, every response carries the security headers, every
// failure is problem+json.
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  headersTooLarge,
  methodNotAllowed,
  notFound,
  payloadTooLarge,
  Problem,
  requestTimeout,
  unsupportedMediaType,
  invalidInput,
  internalError,
  type ProblemKind,
} from '@rmtools/contracts/problem'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { bodyLimitOf, MAX_JSON_BYTES } from './body-limit.ts'
import type { Logger } from '../process/log.ts'
import { problemReply, type ServiceReply } from './replies.ts'
import { equalSecret } from '../security/secrets.ts'
import type { Operation, Service, ServiceRequest } from './service.ts'
export type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  securityHeaders,
  commonHeaders,
  deprecationHook,
  send,
  sendCacheable,
  draining,
} from './http-answers.ts'

export { deprecationHook, send, writeHead } from './http-answers.ts'

const REQUEST_ID = /^[0-9a-zA-Z-]{8,64}$/

export type HttpOptions = {
  log: Logger
  /** Proxies whose X-Forwarded-For is trusted: addresses or networks. None by default. */
  trustedProxies?: readonly string[]
}

/** A Fastify instance with our limits, headers, parsers and error model; `mount` adds routes. */
export function createHttp({ log, trustedProxies = [] }: HttpOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: MAX_JSON_BYTES,
    http: { requireHostHeader: false },
    clientErrorHandler: (error, socket) => answerBroken(error, socket),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: () => crypto.randomUUID(),
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // Finishes requests in flight and closes idle connections: no client gets a connection reset.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    // Fastify's own message would repeat the URL; ours follows the contract.
    frameworkErrors: (_error, request, reply) =>
      send(reply as never, problemReply(new Problem(invalidInput), request.id)),
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    ['application/json', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
  // Node would refuse a request without a host in its own format, and would accept the first of
  // two.
  app.addHook('onRequest', (request, _reply, done) =>
    done(hostsOf(request.raw) === 1 ? undefined : new Problem(invalidInput)),
  )
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = problemReply(new Problem(invalidInput), crypto.randomUUID())
    response
      .writeHead(status, {
        ...securityHeaders,
        ...headers,
        'content-length': Buffer.byteLength(String(body)),
      })
      .end(body)
  })
  // For responses that Fastify sends itself, such as pages, which may have set some of the headers;
  // `send` sets its own.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    for (const [name, value] of Object.entries(commonHeaders(reply)))
      if (!reply.hasHeader(name)) reply.header(name, value)
    done()
  })
  app.setNotFoundHandler((request, reply) => {
    const other = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).filter((method) =>
      app.hasRoute({ method, url: request.url.split('?')[0] ?? '' }),
    )
    const problem = new Problem(other.length > 0 ? methodNotAllowed : notFound)
    send(
      reply,
      problemReply(problem, request.id, other.length > 0 ? { allow: other.join(', ') } : {}),
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) =>
    send(reply, problemReply(frameworkProblem(error, log, request.id), request.id)),
  )
  return app
}

/**
 * Answers a request that Node's parser refused, in the format of every other response. There is no
 * request object; the connection ends with the response.
 */
function answerBroken(
  error: Error & { code?: string },
  socket: Socket & { _httpMessage?: ServerResponse | null },
): void {
  // A response is in progress already.
  if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent)
    return void socket.destroy()
  const requestId = crypto.randomUUID()
  const { status, headers, body } = problemReply(
    new Problem(brokenKinds[error.code ?? ''] ?? invalidInput),
    requestId,
  )
  const length = String(Buffer.byteLength(String(body)))
  const all = {
    ...securityHeaders,
    ...headers,
    'x-request-id': requestId,
    'content-length': length,
    connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${String(value)}`)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${String(body)}`,
  )
}

const brokenKinds: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: headersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: requestTimeout,
}

function hostsOf({ rawHeaders }: IncomingMessage): number {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.toLowerCase() === 'host') hosts += 1
  return hosts
}

function frameworkProblem(
  error: Error & { statusCode?: number; code?: string },
  log: Logger,
  requestId: string,
): Problem {
  if (error instanceof Problem) return error
  if (error.statusCode === 413) return new Problem(payloadTooLarge)
  if (error.statusCode === 415)
    return new Problem(unsupportedMediaType, { detail: 'Send application/json' })
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Problem(invalidInput, { detail: error.code ?? 'bad request' })
  log.error({ requestId, err: error }, 'request failed')
  return new Problem(internalError)
}

export type Answerer = (
  request: FastifyRequest,
  operation: Operation,
  input: ServiceRequest,
) => Promise<ServiceReply>

/** Adds a route per operation. */
export function mount(
  app: FastifyInstance,
  operations: readonly Operation[],
  answer: Answerer,
): void {
  for (const operation of operations) {
    const { spec } = operation
    app.route({
      method: spec.method,
      url: spec.path.replace(/\{(\w+)\}/g, ':$1'),
      bodyLimit: bodyLimitOf(spec),
      ...deprecationHook(spec),
      handler: async (request, reply) => {
        if (!isOfItsType(spec, request))
          throw new Problem(unsupportedMediaType, { detail: `Send ${typeOf(spec)}` })
        const result = await answer(request, operation, requestOf(request))
        // Returns nothing: for a returned reply Fastify would add listeners of its own.
        if (spec.cacheSeconds !== undefined && result.status === 200)
          sendCacheable(request, reply, result, spec.cacheSeconds)
        else send(reply, result)
      },
    })
  }
}

const typeOf = ({ upload }: EndpointSpec) =>
  upload ? 'application/octet-stream' : 'application/json'

/** Whether the body has a content type that the operation accepts. */
function isOfItsType(spec: EndpointSpec, { headers }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return type === undefined || (!spec.body && !spec.upload) || type === typeOf(spec)
}

/** The parts of a request that a contract describes, before validation. */
export function partsOf(request: FastifyRequest) {
  return {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: Buffer.isBuffer(request.body) ? request.body : null,
  }
}

/**
 * Turns an HTTP request into a call; the IP address is the peer's, or comes from a trusted proxy.
 */
function requestOf(request: FastifyRequest): ServiceRequest {
  return {
    url: request.url,
    ...partsOf(request),
    headers: request.headers as Record<string, string | undefined>,
    requestId: request.id,
    ip: request.ip,
    isTrusted: false,
  }
}

/** Liveness (the process responds) and readiness (it can do its work and is not shutting down). */
export function serveHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ready = !draining.has(app.server) && (await isReady())
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' })
  })
}

/**
 * Shuts down without losing a request: readiness fails first, and for a while everything is still
 * answered, with each response closing its connection. Load balancers then send requests elsewhere,
 * and no client meets a closing connection.
 */
export async function closeHttp(app: FastifyInstance, drainMs: number): Promise<void> {
  draining.add(app.server)
  await pause(drainMs)
  await app.close()
}

/**
 * A service over HTTP, for bff and the other services only: a caller without the service key gets
 * 401.
 */
export function serveHttp(
  service: Service,
  options: HttpOptions & { serviceKey: string },
): FastifyInstance {
  const app = createHttp(options)
  serveHealth(app, service.isReady)
  mount(app, service.operations, async (http, operation, request) => {
    const isTrusted = equalSecret(String(http.headers['x-service-key'] ?? ''), options.serviceKey)
    const requestId = String(http.headers['x-request-id'] ?? '')
    const ip = http.headers['x-client-ip']
    return await service.call(operation.id, {
      ...request,
      isTrusted,
      requestId: isTrusted && REQUEST_ID.test(requestId) ? requestId : request.requestId,
      ip: isTrusted && typeof ip === 'string' ? ip : request.ip,
    })
  })
  return app
}
