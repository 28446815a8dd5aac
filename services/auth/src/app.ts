// Auth's composition root: the only place where its parts are connected.
import { join } from 'node:path'
import { projection } from '@rmtools/contracts/crm/projection'
import { authChanges } from '@rmtools/contracts/notices'
import {
  createAuthenticator,
  type Authenticator,
  type SessionFeed,
} from '@rmtools/kit/authenticate'
import { changesRoutes } from '@rmtools/kit/bus'
import { systemClock } from '@rmtools/kit/clock'
import { DEVELOPMENT_SECRET } from '@rmtools/kit/config'
import { Database } from '@rmtools/kit/db'
import { createDisclosureGate } from '@rmtools/kit/disclosures'
import { closeHttp, serveHttp } from '@rmtools/kit/http'
import { bindJobs, scheduleOf, together } from '@rmtools/kit/job-registry'
import { startWorker, type JobHandlers } from '@rmtools/kit/jobs'
import { deploymentName, type Logger } from '@rmtools/kit/log'
import { createMessageGate } from '@rmtools/kit/message-limits'
import { createMetrics, serveMetrics } from '@rmtools/kit/metrics'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import { identity, systemOrigin } from '@rmtools/kit/scope'
import { excessPrivilegesText } from '@rmtools/kit/roles'
import type { Changes } from '@rmtools/kit/second-person'
import { createService, type Service } from '@rmtools/kit/service'
import { messengerOf } from '@rmtools/kit/messengers'
import { httpTransport, serviceClients } from '@rmtools/kit/transport'
import { completeContactChange } from './account/contact-changes.ts'
import { accountRoutes } from './account/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { createSealer, type AuditSealer } from './audit/sealer.ts'
import { codesRoutes } from './codes/routes.ts'
import { companyJobs, ensurePlatform } from './companies/tenants.ts'
import { offerChanges } from './companies/offers.ts'
import { companiesRoutes } from './companies/routes.ts'
import { settingsChanges } from './companies/settings.ts'
import type { AuthConfig } from './config.ts'
import { devicesRoutes } from './devices/routes.ts'
import { alarmAdministrators } from './disclosures/alarms.ts'
import { internalRoutes } from './internal/routes.ts'
import { membershipOffersRoutes } from './membership-offers/routes.ts'
import { authJobs } from './jobs.ts'
import { messageJobs } from './notifications/notify.ts'
import { notificationsRoutes } from './notifications/routes.ts'
import { passwordJobs } from './passwords/credentials.ts'
import { createHashing } from './passwords/hashing.ts'
import { passwordsRoutes } from './passwords/routes.ts'
import { platformAccessJobs } from './platform-access/notify.ts'
import { platformAccessRoutes } from './platform-access/routes.ts'
import type { AuthPorts, OutsidePorts, SystemTransaction } from './ports.ts'
import { completeRegistration } from './registration/completion.ts'
import { pendingChangeRoutes } from './pending-changes/routes.ts'
import { preferencesRoutes } from './preferences/routes.ts'
import { registrationRoutes } from './registration/routes.ts'
import { roleChanges } from './roles/changes.ts'
import { putSystemRoles } from './roles/system-roles.ts'
import { rolesRoutes } from './roles/routes.ts'
import { housekeepingJobs } from './sessions/housekeeping.ts'
import { completeLogin } from './sessions/login.ts'
import { sessionsEndedSince } from './sessions/sessions.ts'
import { signingKeys } from './sessions/keys.ts'
import { sessionsRoutes } from './sessions/routes.ts'
import { userChanges } from './users/approved.ts'
import { userJobs } from './users/people.ts'
import { userAccessRoutes } from './user-access/routes.ts'
import { usersRoutes } from './users/routes.ts'

export const authMigrations = join(import.meta.dirname, '../migrations')
export const AUTH_JOBS_SCHEMA = 'auth_jobs'
/** The scheduled jobs (UTC). */
export const AUTH_SCHEDULE = scheduleOf(authJobs)

export type Auth = AsyncDisposable & {
  readonly service: Service
  readonly handlers: JobHandlers
  readonly sealer: AuditSealer
  /** Verifies access tokens, for the services of the same process. */
  readonly authenticator: Authenticator
  /** The feed that verifiers in other processes poll. */
  readonly feed: SessionFeed
  /** Whether the database answers. */
  isReady(): Promise<boolean>
}

/**
 * Auth on a migrated database. Synchronises the system roles with `config.grants`, and seals the
 * audit trail continuously.
 */
export async function createAuth(config: AuthConfig, outsidePorts: OutsidePorts): Promise<Auth> {
  const { clock, log } = outsidePorts
  const onError = (error: Error) => log.warn({ error: error.message }, 'database connection lost')
  const database = new Database({
    url: config.DATABASE_URL,
    schema: 'auth_bib',
    poolSize: config.DATABASE_POOL,
    onError,
  })
  outsidePorts.metrics?.watchPool(database)
  const hashing = createHashing({
    concurrency: config.HASHES_AT_ONCE,
    maxWaiting: config.HASHES_WAITING,
  })
  const gate = createMessageGate({ ...outsidePorts, limits: config, secret: config.OTP_SECRET })
  const ports: AuthPorts = {
    ...outsidePorts,
    config,
    keys: signingKeys(config.SIGNING_KEYS),
    hashing,
    gate,
  }
  if (config.production && (await ports.keys.current()).kid.startsWith(DEVELOPMENT_SECRET))
    throw new Error('SIGNING_KEYS contains a development key; set a key of your own')
  const inSystem: SystemTransaction = async (scope, work) =>
    await database.transaction(scope, systemOrigin('system'), work)
  await inSystem(identity, async (tx) => {
    await putSystemRoles(tx, ports)
    await ensurePlatform(tx, ports)
  })
  const reading = database.reading(identity, systemOrigin('session-feed'))
  const feed: SessionFeed = {
    keys: async () => await ports.keys.all(),
    revokedSince: async (instant) => await sessionsEndedSince(reading, instant),
  }
  const authenticator = createAuthenticator({ feed, clock, log })
  const sealer = createSealer(database, ports)
  const service = createService({
    name: 'auth',
    routes: routesOf(ports, { inSystem, authenticator, sealer }),
    database,
    authenticator,
    clock,
    log,
    disclosures: createDisclosureGate({
      ...outsidePorts,
      database,
      limits: config,
      tell: alarmAdministrators(ports),
    }),
  })
  sealer.start()
  return {
    service,
    handlers: handlersOf(ports, inSystem),
    sealer,
    authenticator,
    feed,
    isReady: async () => await database.isReady(),
    async [Symbol.asyncDispose]() {
      for (const part of [authenticator, sealer, database]) await part[Symbol.asyncDispose]()
    },
  }
}

function handlersOf(ports: AuthPorts, inSystem: SystemTransaction): JobHandlers {
  const handlers = together(
    messageJobs(ports, inSystem),
    passwordJobs(ports, inSystem),
    userJobs(ports, inSystem),
    companyJobs(ports, inSystem),
    platformAccessJobs(ports, inSystem),
    housekeepingJobs(ports, inSystem),
  )
  return bindJobs(authJobs, handlers)
}

/** auth as a separate process. */
export async function startAuth(config: AuthConfig, log: Logger): Promise<AsyncDisposable> {
  if (config.MIGRATION_DATABASE_URL !== null) {
    await migrateJobs(config.MIGRATION_DATABASE_URL, AUTH_JOBS_SCHEMA)
    await migrate(config.MIGRATION_DATABASE_URL, [authMigrations])
  }
  const transport = httpTransport({ url: config.CRM_URL, serviceKey: config.SERVICE_KEY })
  const { projection: crm } = serviceClients({ projection }, transport)
  const messenger = messengerOf(config)
  const metrics = createMetrics(deploymentName('auth'))
  const auth = await createAuth(config, { clock: systemClock, log, messenger, crm, metrics })
  const loose = await excessPrivilegesText(config.DATABASE_URL)
  if (loose !== undefined) log.warn(loose)
  const http = serveHttp(auth.service, { log, serviceKey: config.SERVICE_KEY })
  metrics.watchHttp(http)
  await http.listen({ port: config.PORT, host: config.HOST })
  const worker = await startWorker({
    url: config.JOBS_DATABASE_URL,
    schema: AUTH_JOBS_SCHEMA,
    handlers: metrics.watchJobs(auth.handlers),
    schedule: AUTH_SCHEDULE,
    log,
  })
  const shown =
    config.METRICS_PORT === null
      ? undefined
      : await serveMetrics(metrics, { host: config.HOST, port: config.METRICS_PORT })
  return {
    async [Symbol.asyncDispose]() {
      await closeHttp(http, config.DRAIN_MS)
      for (const part of [shown, worker, auth, messenger, transport])
        await part?.[Symbol.asyncDispose]()
    },
  }
}

type Parts = { inSystem: SystemTransaction; authenticator: Authenticator; sealer: AuditSealer }

/** The changes that need a second person's approval, with their effect. */
const changesOf = (ports: AuthPorts): Changes => ({
  ...userChanges(ports),
  ...roleChanges(ports),
  ...offerChanges(ports),
  ...settingsChanges,
})

function routesOf(ports: AuthPorts, { inSystem, authenticator, sealer }: Parts) {
  return [
    sessionsRoutes(ports, authenticator),
    codesRoutes(ports, {
      login: completeLogin(ports),
      register: completeRegistration(ports),
      'change-email': completeContactChange(ports, 'email'),
      'change-phone': completeContactChange(ports, 'phone'),
    }),
    registrationRoutes(ports),
    passwordsRoutes(ports),
    accountRoutes(ports),
    devicesRoutes(ports),
    notificationsRoutes(ports),
    preferencesRoutes(),
    usersRoutes(ports),
    userAccessRoutes(ports),
    rolesRoutes(ports),
    companiesRoutes(ports, inSystem),
    membershipOffersRoutes(ports, inSystem),
    platformAccessRoutes(ports, inSystem),
    pendingChangeRoutes(ports, inSystem, changesOf(ports)),
    auditRoutes(sealer),
    internalRoutes(ports),
    changesRoutes(authChanges, ports.clock),
  ]
}
