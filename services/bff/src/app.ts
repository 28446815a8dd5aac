// The public door, put together.
import { authContracts } from '@rmtools/contracts/auth'
import { bffContracts } from '@rmtools/contracts/bff'
import { crmContracts } from '@rmtools/contracts/crm'
import { createBib, type Bib } from '@rmtools/bib/client'
import { createAuthenticator, type Authenticator } from '@rmtools/kit/authenticate'
import { createCache, type Cache } from '@rmtools/kit/cache'
import { systemClock, type Clock } from '@rmtools/kit/clock'
import { createHttp, serveHealth, type FastifyInstance } from '@rmtools/kit/http'
import type { Logger } from '@rmtools/kit/log'
import { createService, operationsOf } from '@rmtools/kit/service'
import { directTransport, httpTransport, serviceClients, type Transport } from '@rmtools/kit/transport'
import type { BffConfig } from './config.ts'
import { openApi } from './docs/openapi.ts'
import { serveDocs } from './docs/swagger.ts'
import { createCsrf } from './gateway/csrf.ts'
import { openDoor, type Door } from './gateway/gateway.ts'
import { doorRoutes } from './gateway/routes.ts'
import { createThrottle } from './gateway/throttle.ts'

export type BffPorts = { auth: Transport; crm: Transport; bib: Bib; cache: Cache; authenticator: Authenticator; clock: Clock; log: Logger }

/** Builds the public door; the caller listens and closes. */
export async function createBff(config: BffConfig, ports: BffPorts): Promise<FastifyInstance> {
  const { clock, log, authenticator } = ports
  const csrf = createCsrf(config.CSRF_SECRET, clock)
  const own = createService({ name: 'bff', routes: [doorRoutes({ csrf })], authenticator, clock, log })
  const app = createHttp({ log, trustedProxies: config.TRUSTED_PROXIES })
  serveHealth(app, async () => (await Promise.all([ports.auth.isReady(), ports.crm.isReady()])).every(Boolean))
  const door: Door = {
    csrf,
    throttle: createThrottle(config.THROTTLE_SCALE),
    authenticator,
    origins: [new URL(config.PUBLIC_URL).origin],
    log,
  }
  openDoor(app, operationsOf(authContracts), ports.auth, door)
  openDoor(app, operationsOf(crmContracts), ports.crm, door)
  openDoor(app, own.operations, directTransport(() => own), door)
  const everything = [authContracts, crmContracts, bffContracts].flatMap(operationsOf)
  await serveDocs(
    app,
    openApi(
      everything.filter(({ spec }) => spec.access !== 'service'),
      '0.1.0',
    ),
  )
  return app
}

/** The feed that tells which keys sign and which sessions have ended. */
export function sessionFeedOf(auth: Transport) {
  const { internal } = serviceClients({ internal: authContracts.internal }, auth)
  return { keys: async () => await internal.keys(), revokedSince: async (since: string) => await internal.revocations({ since }) }
}

/** bff as a process of its own: reaches the services over HTTP and listens. `extend` may add routes before it does. */
export async function startBff(config: BffConfig, log: Logger, extend?: (app: FastifyInstance) => Promise<void>): Promise<AsyncDisposable> {
  const auth = httpTransport({ url: config.AUTH_URL, serviceKey: config.SERVICE_KEY })
  const crm = httpTransport({ url: config.CRM_URL, serviceKey: config.SERVICE_KEY })
  const authenticator = createAuthenticator({ feed: sessionFeedOf(auth), clock: systemClock, log })
  const bib = createBib({ baseUrl: config.BIB_URL, apiKey: config.BIB_API_KEY, tenant: 'none' })
  const cache = createCache(systemClock)
  const app = await createBff(config, { auth, crm, bib, cache, authenticator, clock: systemClock, log })
  await extend?.(app)
  await app.listen({ port: config.PORT, host: config.HOST })
  return {
    async [Symbol.asyncDispose]() {
      await app.close()
      for (const part of [authenticator, cache, auth, crm]) await part[Symbol.asyncDispose]()
      await bib.close()
    },
  }
}
