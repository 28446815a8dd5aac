// The only public entry point. It checks origin, CSRF token, throttle and session, and forwards the
// rest unread. It mounts whole contracts, so a new operation needs no edit here. The service that
// owns the data authorises.
import { gateway as contract } from '@rmtools/contracts/bff/gateway'
import { csrfRefused, Problem } from '@rmtools/contracts/problem'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { Authenticator } from '@rmtools/kit/authenticate'
import { mount, type FastifyInstance } from '@rmtools/kit/http'
import type { Logger } from '@rmtools/kit/log'
import type { Actor } from '@rmtools/kit/scope'
import { asProblem, problemReply, type ServiceReply } from '@rmtools/kit/replies'
import type { Operation, ServiceRequest } from '@rmtools/kit/service'
import type { Transport } from '@rmtools/kit/transport'
import type { AppGate } from './app-version.ts'
import type { Csrf } from './csrf.ts'
import type { Gate } from './throttle.ts'

export type Gateway = {
  csrf: Csrf
  throttle: Gate
  authenticator: Authenticator
  /** Origins of our own pages; a write from any other is refused. */
  origins: readonly string[]
  /** Refuses apps that are too old. */
  appGate: AppGate
  log: Logger
}

/** Exposes the operations of a service, except those between services. */
export function mountGateway(
  app: FastifyInstance,
  operations: readonly Operation[],
  transport: Pick<Transport, 'call'>,
  gateway: Gateway,
): void {
  const open = operations.filter(({ spec }) => spec.access !== 'service')
  mount(app, open, async (_http, operation, request) => {
    const started = performance.now()
    let actor: Actor | null = null
    let reply: ServiceReply
    try {
      if (operation.spec !== contract.appVersion) gateway.appGate(request.headers)
      refuseForeign(operation.spec, request, gateway)
      actor = needsSession(operation.spec)
        ? await gateway.authenticator.verify(request.headers['authorization'])
        : null
      await gateway.throttle(operation, request.ip, actor)
      reply = await transport.call(operation, request)
    } catch (error) {
      reply = problemReply(
        asProblem(error, operation.spec, gateway.log, request.requestId),
        request.requestId,
      )
    }
    gateway.log.info({
      requestId: request.requestId,
      route: `${operation.spec.method} ${operation.spec.path}`,
      status: reply.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      user: actor?.userId,
      company: actor?.companyId,
    })
    return reply
  })
}

function needsSession({ access }: EndpointSpec): boolean {
  return access === 'session' || typeof access === 'object'
}

function refuseForeign(
  spec: EndpointSpec,
  request: ServiceRequest,
  { csrf, origins }: Gateway,
): void {
  if (spec.method === 'GET' || spec.access === 'push') return
  const { origin } = request.headers
  if (origin !== undefined && !origins.includes(origin))
    throw new Problem(csrfRefused, { detail: 'This origin may not write here' })
  if (spec.access === 'public' || spec.access === 'link') csrf.check(request.headers)
}
