// Bib's APIs on Fastify: the contracts' operations, their checks, and faults of the transport.
import { partsOf } from '@rmtools/kit/http'
import { asKept } from './store.ts'
import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Contract, EndpointSpec } from '@rmtools/contracts/endpoint'
import {
  idempotencyKeyMissing,
  idempotencyKeyReused,
  internalError,
  invalidInput,
  notFound,
  Problem,
  tooManyRequests,
  unauthenticated,
} from '@rmtools/contracts/problem'
import { inputReader } from '@rmtools/kit/validate'
import { sentinels, type FaultName, type FaultSetting } from './faults.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { World } from './world.ts'

const MAX_BODY_BYTES = 20 * 1024 * 1024
const SLOW_MS = 3000
const RETRY_AFTER_SECONDS = 1
const EVENT_FIRST_MS = 1500
const TENANT = /^[A-Za-z0-9_-]{1,40}$/

/** Fastify with problem+json and raw bodies. */
export function createServer(): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.setNotFoundHandler((_request, reply) => refuse(reply, new Problem(notFound)))
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof Problem) return refuse(reply, error)
    if (error.statusCode !== undefined && error.statusCode < 500)
      return refuse(
        reply,
        new Problem(
          { ...invalidInput, status: error.statusCode },
          error.code === undefined ? {} : { detail: error.code },
        ),
      )
    console.error(error)
    return refuse(reply, new Problem(internalError))
  })
  return app
}

function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined)
    reply.header('retry-after', String(problem.retryAfterSeconds))
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody()))
}

/** Declared as a method, so that each can require the input of its own operation. */
type Run = { run(input: object, tenant: string): unknown }['run']
/** Operations and their handlers. */
export type Answered = { contract: Contract; answers: Record<string, Run> }
export type Mounting = { apiKey: string; after: () => void }

/**
 * Adds Bib's operations: they require the key and a tenant, honour Idempotency-Key, and are subject
 * to the transport faults.
 */
export function mountApi(
  app: FastifyInstance,
  world: World,
  { contract, answers }: Answered,
  mounting: Mounting,
): void {
  const transport = createTransportFaults(world)
  mount(
    app,
    contract,
    async ({ spec, read, run }, request, reply) => {
      authenticate(request, mounting.apiKey)
      const tenant = tenantOf(request)
      const input = read(request)
      const strike = transport(spec, request, input)
      if (strike('down')) return void reply.hijack().raw.socket?.destroy()
      const slow = strike('slow')
      if (slow) await sleep(slow.ms ?? SLOW_MS)
      if (strike('tooManyRequests'))
        throw new Problem(tooManyRequests, { retryAfterSeconds: RETRY_AFTER_SECONDS })
      const result = spec.idempotent
        ? once(world, { spec, request, tenant, input }, () => run(input, tenant))
        : run(input, tenant)
      mounting.after()
      const isLost = spec.method !== 'GET' && (await losesAnswer(world, strike, input))
      return isLost ? void reply.hijack() : reply.code(spec.status ?? 200).send(result)
    },
    answers,
  )
}

function tenantOf(request: FastifyRequest): string {
  const tenant = request.headers['x-tenant']
  if (typeof tenant !== 'string' || !TENANT.test(tenant))
    throw new Problem(invalidInput, { detail: 'x-tenant must name the company' })
  return tenant
}

/**
 * Applies faults to the response of a completed change. True if the response never comes, and the
 * caller is kept waiting until it gives up.
 */
async function losesAnswer(
  world: World,
  strike: Strike,
  input: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  if (strike('timeoutAfterSuccess')) return true
  if (strike('errorAfterCommit')) throw new Problem(internalError)
  if (strike('eventBeforeAnswer'))
    await firstEvent(world, String(input['sourceId'] ?? input['id'] ?? ''))
  return false
}

/** Adds the control operations: they require the key and are free of faults. */
export function mountControl(
  app: FastifyInstance,
  contract: Contract,
  answers: Record<string, Run>,
  mounting: Mounting,
): void {
  mount(
    app,
    contract,
    async ({ spec, read, run }, request, reply) => {
      authenticate(request, mounting.apiKey)
      const result = run(read(request), '')
      mounting.after()
      return reply.code(spec.status ?? (spec.reply ? 200 : 204)).send(result)
    },
    answers,
  )
}

type Mounted = {
  spec: EndpointSpec
  read: (request: FastifyRequest) => Record<string, unknown>
  run: Run
}
type Handle = (operation: Mounted, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

function mount(
  app: FastifyInstance,
  contract: Contract,
  handle: Handle,
  answers: Record<string, Run>,
): void {
  for (const [name, spec] of Object.entries(contract)) {
    const run = answers[name]
    if (!run) throw new Error(`nobody answers ${name}`)
    const check = inputReader(spec)
    const read = (request: FastifyRequest) => check(partsOf(request))
    app.route({
      method: spec.method,
      url: spec.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: (request, reply) => handle({ spec, read, run }, request, reply),
    })
  }
}

function authenticate(request: FastifyRequest, apiKey: string): void {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(hash(request.headers.authorization ?? ''), hash(`Bearer ${apiKey}`)))
    throw new Problem(unauthenticated)
}

type Keyed = { spec: EndpointSpec; request: FastifyRequest; tenant: string; input: object }

/** Commits the effect and the idempotency key together. */
function once(world: World, { spec, request, tenant, input }: Keyed, act: () => unknown): unknown {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length === 0 || key.length > 200)
    throw new Problem(idempotencyKeyMissing)
  const fingerprint = `${spec.method} ${request.url} ${fingerprintOf(input)}`
  return world.store.transaction(() => {
    const known = world.store.get<{ fingerprint: string; reply: string }>(
      'select fingerprint, reply from idempotency where tenant = ? and key = ?',
      tenant,
      key,
    )
    if (known && known.fingerprint !== fingerprint) throw new Problem(idempotencyKeyReused)
    if (known) return asKept<unknown>(known.reply)
    const result = act()
    world.store.run(
      'insert into idempotency values (?, ?, ?, ?, ?)',
      tenant,
      key,
      fingerprint,
      spec.status ?? 200,
      JSON.stringify(result),
    )
    return result
  })
}

type Strike = (name: FaultName) => FaultSetting | undefined

/**
 * Transport faults. A sentinel only affects the first try with an Idempotency-Key, so that the next
 * one succeeds.
 */
function createTransportFaults(
  world: World,
): (spec: EndpointSpec, request: FastifyRequest, input: Record<string, unknown>) => Strike {
  const struck = new Set<string>()
  return (spec, request, input) => {
    const key = request.headers['idempotency-key']
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
    const investor = world.store.get<{ name: string }>(
      'select name from investor where external_id = ?',
      String(input['externalId'] ?? ''),
    )
    const subject = `${spec.method} ${request.url} ${body} ${investor?.name ?? ''}`
    return (name) => {
      const sentinel = sentinels[name]
      if (sentinel === undefined || !subject.includes(sentinel))
        return world.faults.take(name, subject)
      const mark = `${name} ${String(key)}`
      if (spec.method === 'GET' || struck.has(mark))
        return world.faults.take(name, subject.replaceAll(sentinel, ''))
      if (struck.size > 10_000) struck.clear()
      struck.add(mark)
      return world.faults.take(name, subject)
    }
  }
}

/** Waits until the first event of the accepted request has been delivered. */
async function firstEvent(world: World, orderingKey: string): Promise<void> {
  const until = Date.now() + EVENT_FIRST_MS
  while (Date.now() < until) {
    if (
      world.store.get(
        "select 1 from message where ordering_key = ? and state = 'delivered' limit 1",
        orderingKey,
      )
    )
      return
    await sleep(5)
  }
}
