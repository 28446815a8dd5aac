// The Bib simulator: real protocol, own state, adjustable clock. For development and tests only.
import type { Reply } from '@rmtools/contracts/endpoint'
import { internal } from '../internal.ts'
import { partner } from '../partner.ts'
import { internalAnswers, partnerAnswers } from './answers.ts'
import { control, controlAnswers, type FaultSettings, type Message, type State } from './control.ts'
import type { FaultName } from './faults.ts'
import { serveFactSheets } from './fact-sheets.ts'
import { createServer, mountApi, mountControl } from './http.ts'
import { prepareInstructions, type CarriedTo } from './instructions.ts'
import { prepareInvestors } from './investors.ts'
import { createIdentity } from './keys.ts'
import { preparePublication } from './publication.ts'
import { createPusher, type PushConfig } from './push.ts'
import type { SeedBody } from './seed.ts'
import { openStore } from './store.ts'
import { createWorld } from './world.ts'

export type SimulatorConfig = {
  /** Callers send it as `authorization: Bearer <key>`. */
  apiKey: string
  /** 0 picks any free port. */
  port?: number
  host?: string
  /** Its URL for others, and the issuer of its tokens; by default http://host:port. */
  publicUrl?: string
  /** The push endpoint for events; without it they are only stored. */
  pushUrl?: string | undefined
  pushAudience?: string
  /** SQLite file; ':memory:' is lost at the end. */
  dataFile?: string
  /** Time between the steps of a life cycle, and the interval at which due work is run. */
  tickMs?: number
  push?: Partial<Omit<PushConfig, 'url'>>
  /** Real time in ms, from which the adjustable clock starts; tests set it. */
  wallClock?: () => number
}

export type Simulator = {
  url: string
  clock: {
    now: () => Date
    advanceTo: (instant: Date | string) => void
    advanceDays: (days: number) => void
    advanceHours: (hours: number) => void
  }
  control: {
    state: () => State
    setFaults: (settings: FaultSettings) => void
    clearFaults: (name?: FaultName) => void
    seed: (body: SeedBody) => { investors: number; transactions: number }
    messages: (filter?: {
      state?: Message['state']
      orderingKey?: string
      limit?: number
    }) => Message[]
    redeliver: (messageId: string) => void
    carryOut: (
      tenant: string,
      sourceId: string,
      until: CarriedTo,
    ) => Reply<(typeof control)['carryOut']>
    pay: (
      tenant: string,
      sourceId: string,
      how?: { amount?: string; payerName?: string },
    ) => Reply<(typeof control)['pay']>
    merge: (tenant: string, externalId: string) => Reply<(typeof control)['merge']>
  }
  close: () => Promise<void>
}

const MAX_LOOK_MS = 1000
const DEFAULT_TICK_MS = 1000

/** Starts a simulator with the state in its data file. */
export async function createSimulator(config: SimulatorConfig): Promise<Simulator> {
  const { host = '127.0.0.1', tickMs = DEFAULT_TICK_MS } = config
  const store = openStore(config.dataFile ?? ':memory:')
  let url = config.publicUrl ?? ''
  const world = createWorld(store, { tickMs, url: () => url, wallClock: config.wallClock })
  prepareInvestors(world)
  prepareInstructions(world)
  preparePublication(world)
  const identity = createIdentity(store, () => url, config.pushAudience ?? config.pushUrl ?? '')
  const pusher = createPusher(store, identity, {
    backoffMs: 500,
    maxBackoffMs: 30_000,
    maxAttempts: 20,
    timeoutMs: 10_000,
    ...config.push,
    url: config.pushUrl,
  })

  const app = createServer()
  const mounting = { apiKey: config.apiKey, after: pusher.kick }
  mountApi(app, world, { contract: partner, answers: partnerAnswers(world) }, mounting)
  mountApi(app, world, { contract: internal, answers: internalAnswers(world) }, mounting)
  const answers = controlAnswers(world)
  mountControl(app, control, answers, mounting)
  app.get('/oauth2/v3/certs', () => identity.jwks())
  serveFactSheets(app, world)
  app.get('/healthz', () => ({ status: 'ok' }))
  const address = await app.listen({ host, port: config.port ?? 0 })
  if (url === '') url = address

  const timer = setInterval(
    () => {
      world.clock.tick()
      pusher.kick()
    },
    Math.min(tickMs, MAX_LOOK_MS),
  )

  const kicking = <R>(work: () => R): R => {
    const result = work()
    pusher.kick()
    return result
  }
  return {
    url,
    clock: {
      now: () => new Date(world.clock.now()),
      advanceTo: (instant) =>
        void kicking(() => answers.moveClock({ advanceTo: new Date(instant).toISOString() }, '')),
      advanceDays: (advanceDays) => void kicking(() => answers.moveClock({ advanceDays }, '')),
      advanceHours: (advanceHours) => void kicking(() => answers.moveClock({ advanceHours }, '')),
    },
    control: {
      state: () => answers.state({}, ''),
      setFaults: (settings) => void kicking(() => answers.setFaults(settings, '')),
      clearFaults: (name) =>
        void kicking(() =>
          name === undefined ? answers.clearFaults({}, '') : answers.clearFault({ name }, ''),
        ),
      seed: (body) => answers.seed(body, ''),
      messages: (filter = {}) => answers.messages(filter, '').items,
      redeliver: (messageId) => void kicking(() => answers.redeliver({ messageId }, '')),
      carryOut: (tenant, sourceId, until) =>
        kicking(() => answers.carryOut({ tenant, sourceId, until }, '')),
      pay: (tenant, sourceId, how = {}) =>
        kicking(() => answers.pay({ tenant, sourceId, ...how }, '')),
      merge: (tenant, externalId) => kicking(() => answers.merge({ tenant, externalId }, '')),
    },
    close: async () => {
      clearInterval(timer)
      await pusher.close()
      await app.close()
      store.close()
    },
  }
}
