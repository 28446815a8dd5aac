// Live updates: server-sent events
// (https://html.spec.whatwg.org/multipage/server-sent-events.html). The reply stays open, so it
// does not use the pipeline of operations.
import type { ServerResponse } from 'node:http'
import type { Change } from '@rmtools/contracts/bff/live'
import { live } from '@rmtools/contracts/bff/live'
import type { Notice } from '@rmtools/contracts/notices'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import type { Authenticator } from '@rmtools/kit/authenticate'
import type { Bus } from '@rmtools/kit/bus'
import {
  deprecationHook,
  send,
  writeHead,
  type FastifyInstance,
  type FastifyRequest,
} from '@rmtools/kit/http'
import type { Logger } from '@rmtools/kit/log'
import type { Actor } from '@rmtools/kit/scope'
import { asProblem, problemReply } from '@rmtools/kit/replies'
import type { Operation } from '@rmtools/kit/service'
import { mayReceive } from './rules.ts'

/** The gateway's checks for every request. */
export type LiveGateway = {
  authenticator: Authenticator
  throttle: (operation: Operation, ip: string | null, actor: Actor | null) => Promise<void>
  /** Refuses apps that are too old. */
  appGate: (headers: FastifyRequest['headers']) => void
  log: Logger
}

export type LiveOptions = {
  bus: Bus
  /** Maximum number of open streams per user. */
  perUser: number
  heartbeatMs?: number
  /** The interval at which sessions are checked. */
  watchMs?: number
}

type Stream = { actor: Actor; authorization: string | undefined; raw: ServerResponse }

const RETRY_MS = 2000
// A client that does not read is disconnected; a reset follows when it reconnects.
const MAX_UNREAD_BYTES = 256 * 1024
const operation = { id: 'live.stream', spec: live.stream }

/** Serves GET /live. */
export function serveLive(app: FastifyInstance, gateway: LiveGateway, options: LiveOptions): void {
  const { bus, perUser, heartbeatMs = 15_000, watchMs = 250 } = options
  const streams = new Set<Stream>()
  const end = (stream: Stream) => {
    streams.delete(stream)
    stream.raw.end()
  }

  const unsubscribe = bus.subscribe({
    notice(notice, place) {
      for (const stream of streams)
        if (mayReceive(stream.actor, notice)) write(stream, changeEvent(notice, place), end)
    },
    gap() {
      for (const stream of streams) write(stream, resetEvent(bus.place()), end)
    },
  })
  const heart = setInterval(() => {
    // Includes the position, so that a client which reconnects after a quiet hour need not reload
    // everything.
    for (const stream of streams) write(stream, `id: ${bus.place()}\n\n`, end)
  }, heartbeatMs)
  const watch = setInterval(() => {
    // The session or the token has ended; the client renews the token before it reconnects.
    for (const stream of streams)
      void gateway.authenticator.verify(stream.authorization).catch(() => end(stream))
  }, watchMs)
  // Before the server waits for open responses: these would never end.
  app.addHook('preClose', async () => {
    unsubscribe()
    clearInterval(heart)
    clearInterval(watch)
    for (const stream of streams) end(stream)
  })

  const routeOptions = { exposeHeadRoute: false, ...deprecationHook(live.stream) }
  app.get(live.stream.path, routeOptions, async (request, reply) => {
    try {
      const { authorization } = request.headers
      gateway.appGate(request.headers)
      const actor = await gateway.authenticator.verify(authorization)
      await gateway.throttle(operation, request.ip, actor)
      const open = [...streams].filter((stream) => stream.actor.userId === actor.userId).length
      if (open >= perUser)
        throw new Problem(tooManyRequests, {
          retryAfterSeconds: 10,
          detail: 'Too many live streams are open',
        })
      const stream = { actor, authorization, raw: writeHead(reply, 200, STREAM) }
      reply.raw.on('close', () => streams.delete(stream))
      for (const text of firstWords(bus, actor, request)) stream.raw.write(text)
      streams.add(stream)
      gateway.log.info(
        { requestId: request.id, route: 'GET /live', user: actor.userId, company: actor.companyId },
        'stream opened',
      )
    } catch (error) {
      send(reply, problemReply(asProblem(error, live.stream, gateway.log, request.id), request.id))
    }
  })
}

const STREAM = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }

/** Where the stream begins; for who comes back, what happened meanwhile. */
function firstWords(bus: Bus, actor: Actor, request: FastifyRequest): string[] {
  const hello = `retry: ${RETRY_MS}\nid: ${bus.place()}\n\n`
  const from = request.headers['last-event-id']
  if (typeof from !== 'string' || from === '') return [hello]
  const missed = bus.after(from)
  if (missed === null) return [hello, resetEvent(bus.place())]
  const heard = missed
    .filter(({ notice }) => mayReceive(actor, notice))
    .map(({ notice, place }) => changeEvent(notice, place))
  return [...heard, hello]
}

function changeEvent({ kind, id, companyId }: Notice, place: string): string {
  const change: Change = { kind, id, companyId }
  return `id: ${place}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`
}

function resetEvent(place: string): string {
  return `id: ${place}\nevent: reset\ndata: {}\n\n`
}

function write(stream: Stream, text: string, end: (stream: Stream) => void): void {
  if (stream.raw.writableLength > MAX_UNREAD_BYTES) {
    stream.raw.destroy()
    return end(stream)
  }
  stream.raw.write(text)
}
