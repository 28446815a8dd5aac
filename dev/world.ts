// The whole system in one process: `npm start` runs it, and the end-to-end tests use it.
import { createBib } from '@rmtools/bib/client'
import { AUTH_JOBS_SCHEMA, AUTH_SCHEDULE, createAuth } from '@rmtools/auth/app'
import { authSettings } from '@rmtools/auth/config'
import { createBff } from '@rmtools/bff/app'
import { bffSettings } from '@rmtools/bff/config'
import { projection } from '@rmtools/contracts/crm/projection'
import { allGrants } from '@rmtools/contracts/everything'
import { CRM_JOBS_SCHEMA, CRM_SCHEDULE, createCrm } from '@rmtools/crm/app'
import { crmSettings } from '@rmtools/crm/config'
import { createCache } from '@rmtools/kit/cache'
import { systemClock, type Clock } from '@rmtools/kit/clock'
import { readConfig } from '@rmtools/kit/config'
import type { FastifyInstance } from '@rmtools/kit/http'
import { startWorker } from '@rmtools/kit/jobs'
import type { Logger } from '@rmtools/kit/log'
import { connectRedis } from '@rmtools/kit/redis'
import type { Service } from '@rmtools/kit/service'
import { messengerOf } from '@rmtools/kit/messengers'
import { directTransport, serviceClients } from '@rmtools/kit/transport'
import type { Environments } from './environment.ts'

export type World = AsyncDisposable & { readonly auth: Service; readonly crm: Service }

export type WorldOptions = {
  environments: Environments
  log: Logger
  clock?: Clock
  /** Routes besides the product's, e.g. the inbox. */
  extend: (app: FastifyInstance) => Promise<void> | void
}

/**
 * Starts auth, crm, bff and their workers in this process, on a migrated database; the simulator
 * runs as a separate program.
 */
export async function startWorld({
  environments,
  log,
  clock = systemClock,
  extend,
}: WorldOptions): Promise<World> {
  const authConfig = { ...readConfig(authSettings, environments.auth), grants: allGrants }
  const crmConfig = readConfig(crmSettings, environments.crm)
  const bffConfig = readConfig(bffSettings, environments.bff)
  const messenger = messengerOf(authConfig)
  const redis = bffConfig.REDIS_URL === null ? undefined : connectRedis(bffConfig.REDIS_URL, log)
  const toCrm = directTransport(() => crm.service)
  const toAuth = directTransport(() => auth.service)
  const auth = await createAuth(authConfig, {
    clock,
    log,
    messenger,
    crm: serviceClients({ projection }, toCrm).projection,
  })
  const crm = createCrm(crmConfig, { auth: toAuth, authenticator: auth.authenticator, clock, log })
  const bib = createBib({
    baseUrl: bffConfig.BIB_URL,
    apiKey: bffConfig.BIB_API_KEY,
    tenant: 'none',
  })
  const cache = createCache(clock, redis)
  const bff = await createBff(bffConfig, {
    auth: toAuth,
    crm: toCrm,
    bib,
    cache,
    authenticator: auth.authenticator,
    clock,
    log,
    ...(redis ? { redis } : {}),
  })
  await extend(bff)
  await bff.listen({ port: bffConfig.PORT, host: bffConfig.HOST })
  const workers = await Promise.all([
    startWorker({
      url: authConfig.JOBS_DATABASE_URL,
      schema: AUTH_JOBS_SCHEMA,
      handlers: auth.handlers,
      schedule: AUTH_SCHEDULE,
      log,
    }),
    startWorker({
      url: crmConfig.JOBS_DATABASE_URL,
      schema: CRM_JOBS_SCHEMA,
      handlers: crm.handlers,
      onUnknown: crm.onUnknown,
      schedule: CRM_SCHEDULE,
      log,
    }),
  ])
  return {
    auth: auth.service,
    crm: crm.service,
    async [Symbol.asyncDispose]() {
      await bff.close()
      for (const part of [...workers, crm, auth, cache, redis, messenger])
        await part?.[Symbol.asyncDispose]()
      await bib.close()
    },
  }
}
