// The composition root of the public gateway.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { crmContracts } from '@rmtools/contracts/crm'
import { createBib, type Bib } from '@rmtools/bib/client'
import { authChanges, crmChanges } from '@rmtools/contracts/notices'
import { createAuthenticator, type Authenticator } from '@rmtools/kit/authenticate'
import { followChanges } from '@rmtools/kit/bus'
import { createCache, type Cache } from '@rmtools/kit/cache'
import { systemClock, type Clock } from '@rmtools/kit/clock'
import { closeHttp, createHttp, serveHealth, type FastifyInstance } from '@rmtools/kit/http'
import { deploymentName, type Logger } from '@rmtools/kit/log'
import { createMetrics, serveMetrics } from '@rmtools/kit/metrics'
import { connectRedis, type RedisLink } from '@rmtools/kit/redis'
import { productVersion } from '@rmtools/kit/version'
import { createService, operationsOf } from '@rmtools/kit/service'
import {
  directTransport,
  httpTransport,
  serviceClients,
  type Transport,
} from '@rmtools/kit/transport'
import { clearFor } from './cache-policy.ts'
import type { BffConfig } from './config.ts'
import { dashboardRoutes } from './dashboard/routes.ts'
import { disclosuresOver } from './disclosures.ts'
import { openApi } from './docs/openapi.ts'
import { serveDocs } from './docs/swagger.ts'
import { createAppGate } from './gateway/app-version.ts'
import { createCsrf } from './gateway/csrf.ts'
import { mountGateway, type Gateway } from './gateway/gateway.ts'
import { gatewayRoutes } from './gateway/routes.ts'
import { createThrottle } from './gateway/throttle.ts'
import { serveLive } from './live/routes.ts'
import { servePages } from './pages/routes.ts'
import { portfolioRoutes } from './portfolios/routes.ts'
import { createSources } from './ports.ts'
import { productRoutes } from './products/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { todayRoutes } from './today/routes.ts'

export type BffPorts = {
  auth: Transport
  crm: Transport
  bib: Bib
  cache: Cache
  authenticator: Authenticator
  clock: Clock
  log: Logger
  /** Shares the throttles among processes. */
  redis?: RedisLink | undefined
}

/** Builds the public gateway; the caller listens and closes. */
export async function createBff(config: BffConfig, ports: BffPorts): Promise<FastifyInstance> {
  const { clock, log, authenticator } = ports
  const csrf = createCsrf(config.CSRF_SECRET, clock)
  const sources = createSources(ports)
  const routes = [
    gatewayRoutes({
      csrf,
      app: { least: config.APP_VERSION_LEAST, updateUrl: config.APP_UPDATE_URL },
    }),
    ...[productRoutes, portfolioRoutes, reportRoutes, dashboardRoutes, todayRoutes].map(
      (routesOf) => routesOf(sources),
    ),
  ]
  const own = createService({
    name: 'bff',
    routes,
    authenticator,
    clock,
    log,
    disclosures: disclosuresOver(ports.crm),
  })
  const app = createHttp({ log, trustedProxies: config.TRUSTED_PROXIES })
  serveHealth(app, async () =>
    (await Promise.all([ports.auth.isReady(), ports.crm.isReady()])).every(Boolean),
  )
  const gateway: Gateway = {
    csrf,
    throttle: createThrottle(config.THROTTLE_SCALE, ports.redis),
    authenticator,
    origins: [new URL(config.PUBLIC_URL).origin],
    appGate: createAppGate(config.APP_VERSION_LEAST),
    log,
  }
  mountGateway(app, operationsOf(authContracts), ports.auth, gateway)
  mountGateway(app, operationsOf(crmContracts), ports.crm, gateway)
  mountGateway(
    app,
    own.operations,
    directTransport(() => own),
    gateway,
  )
  const bus = followBoth(ports)
  serveLive(app, gateway, { bus, perUser: config.LIVE_PER_USER })
  app.addHook('onClose', async () => await bus[Symbol.asyncDispose]())
  await servePages(app, config, csrf.issue)
  const everything = [authContracts, crmContracts, bffContracts].flatMap(operationsOf)
  await serveDocs(app, () =>
    openApi(
      everything.filter(({ spec }) => spec.access !== 'service'),
      productVersion,
    ),
  )
  return app
}

/** Follows changes in auth and crm, and clears cached Bib data before anybody is notified. */
function followBoth({ auth, crm, cache, log }: BffPorts) {
  const sources = [
    serviceClients({ changes: authChanges }, auth).changes,
    serviceClients({ changes: crmChanges }, crm).changes,
  ]
  const bus = followChanges({ sources, log })
  bus.subscribe({
    notice: (notice) =>
      void clearFor(cache, notice).catch((error: unknown) =>
        log.error({ err: error }, 'the cache was not cleared'),
      ),
    gap: () => undefined,
  })
  return bus
}

/** The feed of signing keys and ended sessions. */
export function sessionFeedOf(auth: Transport) {
  const { internal } = serviceClients({ internal: authContracts.internal }, auth)
  return {
    keys: async () => await internal.keys(),
    revokedSince: async (since: string) => await internal.revocations({ since }),
  }
}

/**
 * bff as a separate process: reaches the services over HTTP and listens. `extend` may add routes
 * first.
 */
export async function startBff(
  config: BffConfig,
  log: Logger,
  extend?: (app: FastifyInstance) => Promise<void>,
): Promise<AsyncDisposable> {
  const auth = httpTransport({ url: config.AUTH_URL, serviceKey: config.SERVICE_KEY })
  const crm = httpTransport({ url: config.CRM_URL, serviceKey: config.SERVICE_KEY })
  const authenticator = createAuthenticator({ feed: sessionFeedOf(auth), clock: systemClock, log })
  const bib = createBib({ baseUrl: config.BIB_URL, apiKey: config.BIB_API_KEY, tenant: 'none' })
  const redis = config.REDIS_URL === null ? undefined : connectRedis(config.REDIS_URL, log)
  const cache = createCache(systemClock, redis)
  const metrics = createMetrics(deploymentName('bff'))
  const app = await createBff(config, {
    auth,
    crm,
    bib,
    cache,
    authenticator,
    clock: systemClock,
    log,
    redis,
  })
  metrics.watchHttp(app)
  await extend?.(app)
  await app.listen({ port: config.PORT, host: config.HOST })
  const shown =
    config.METRICS_PORT === null
      ? undefined
      : await serveMetrics(metrics, { host: config.HOST, port: config.METRICS_PORT })
  return {
    async [Symbol.asyncDispose]() {
      await closeHttp(app, config.DRAIN_MS)
      for (const part of [shown, authenticator, cache, redis, auth, crm])
        await part?.[Symbol.asyncDispose]()
      await bib.close()
    },
  }
}
