// HTTP responses: their headers, whole or streamed bodies, caching.
import { createHash } from 'node:crypto'
import type { Server, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { deprecationHeaders } from '@rmtools/contracts/deprecation'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { ServiceReply } from './replies.ts'
import { isInParts } from './reply-body.ts'

/**
 * On every response, errors included (OWASP ASVS 5.0, 3.4). Pages set a content security policy of
 * their own.
 */
export const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
}

export function commonHeaders({ request, server }: FastifyReply): Record<string, string> {
  const headers = {
    ...securityHeaders,
    'x-request-id': request.id,
    ...deprecations.get(request),
  }
  return draining.has(server.server) ? { ...headers, connection: 'close' } : headers
}

/** Headers for requests to deprecated operations, on every response including errors. */
const deprecations = new WeakMap<FastifyRequest, Record<string, string>>()

/**
 * The hook of an operation's route: for a deprecated operation it marks the request, so that the
 * response says so.
 */
export function deprecationHook({ deprecated }: EndpointSpec): Pick<RouteOptions, 'onRequest'> {
  if (!deprecated) return {}
  const headers = deprecationHeaders(deprecated)
  return {
    onRequest: (request, _reply, done) => {
      deprecations.set(request, headers)
      done()
    },
  }
}

/** Sends a response of the pipeline. */
export function send(reply: FastifyReply, { status, headers, body }: ServiceReply): void {
  if (isInParts(body)) return void sendParts(writeHead(reply, status, headers), body)
  reply.code(status).headers({ ...commonHeaders(reply), ...headers })
  void reply.send(body ?? undefined)
}

/**
 * Sends parts as fast as the client takes them, and requests no more once the client has gone. If
 * the parts break off, so does the connection: a response that ended normally would pass for the
 * whole.
 */
async function sendParts(raw: ServerResponse, parts: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const part of parts) {
      if (raw.destroyed) return
      if (!raw.write(part)) await untilDrained(raw)
    }
    raw.end()
  } catch {
    raw.destroy()
  }
}

/** Resolves when the client has taken what was written, or has gone. */
async function untilDrained(raw: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  raw.once('drain', resolve).once('close', resolve)
  await promise
  raw.off('drain', resolve).off('close', resolve)
}

/**
 * Starts a response that is written to the raw socket: a streamed body, or one without a known end.
 */
export function writeHead(
  reply: FastifyReply,
  status: number,
  headers: ServiceReply['headers'],
): ServerResponse {
  reply.raw.writeHead(status, { ...commonHeaders(reply), ...headers })
  return reply.hijack().raw
}

export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  result: ServiceReply,
  seconds: number,
): void {
  const { body } = result
  if (isInParts(body)) throw new Error('a streamed body has no ETag')
  const etag = `"${createHash('sha1')
    .update(body ?? '')
    .digest('base64url')}"`
  const headers = { 'cache-control': `public, max-age=${seconds}`, etag }
  if (request.headers['if-none-match'] === etag) send(reply, { status: 304, headers, body: null })
  else send(reply, { ...result, headers: { ...result.headers, ...headers } })
}

export const draining = new WeakSet<Server>()
