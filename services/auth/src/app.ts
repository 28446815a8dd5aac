// Auth, wired: the only place where its parts meet.
import { join } from 'node:path'
import { createAuthenticator, type Authenticator, type SessionFeed } from '@rmtools/kit/authenticate'
import { Database } from '@rmtools/kit/db'
import type { JobHandlers } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { createService, type Service } from '@rmtools/kit/service'
import { completeContactChange } from './account/events.ts'
import { accountRoutes } from './account/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { createSealer, type AuditSealer } from './audit/sealer.ts'
import { codesRoutes } from './codes/routes.ts'
import { companyJobs, ensurePlatform } from './companies/events.ts'
import { companiesRoutes } from './companies/routes.ts'
import type { AuthConfig } from './config.ts'
import { devicesRoutes } from './devices/routes.ts'
import { internalRoutes } from './internal/routes.ts'
import { messageJobs } from './notifications/events.ts'
import { notificationsRoutes } from './notifications/routes.ts'
import { createHashing } from './passwords/hashing.ts'
import { passwordJobs } from './passwords/links.ts'
import { passwordsRoutes } from './passwords/routes.ts'
import type { AuthPorts, OutsidePorts, SystemTransaction } from './ports.ts'
import { completeRegistration } from './registration/events.ts'
import { registrationRoutes } from './registration/routes.ts'
import { putSystemRoles } from './roles/events.ts'
import { rolesRoutes } from './roles/routes.ts'
import { housekeepingJobs } from './sessions/housekeeping.ts'
import { completeLogin } from './sessions/login.ts'
import { sessionsEndedSince } from './sessions/events.ts'
import { signingKeys } from './sessions/keys.ts'
import { sessionsRoutes } from './sessions/routes.ts'
import { userJobs } from './users/events.ts'
import { usersRoutes } from './users/routes.ts'

export const authMigrations = join(import.meta.dirname, '../migrations')
export const AUTH_JOBS_SCHEMA = 'auth_jobs'
/** What the worker does by the clock (UTC). */
export const AUTH_SCHEDULE = '7 * * * * auth.housekeeping'

export type Auth = AsyncDisposable & {
  readonly service: Service
  readonly handlers: JobHandlers
  readonly sealer: AuditSealer
  /** What verifiers in the same process follow. */
  readonly feed: SessionFeed
  /** Whether the database answers. */
  isReady(): Promise<boolean>
}

/** Auth over a migrated database. Brings the system roles in step with `config.grants` first. */
export async function createAuth(config: AuthConfig, outsidePorts: OutsidePorts): Promise<Auth> {
  const { clock, log } = outsidePorts
  const database = new Database({ url: config.DATABASE_URL, schema: 'auth_bib', poolSize: config.DATABASE_POOL, onError: (error) => log.warn({ err: error }, 'database connection lost') })
  const hashing = createHashing({ concurrency: config.HASHES_AT_ONCE, maxWaiting: config.HASHES_WAITING })
  const ports: AuthPorts = { ...outsidePorts, config, keys: signingKeys(config.SIGNING_KEYS), hashing }
  const inSystem: SystemTransaction = async (scope, work) => await database.transaction(scope, { requestId: `system-${crypto.randomUUID()}`, ip: null, device: null }, work)
  await inSystem(identity, async (tx) => {
    await putSystemRoles(tx, ports)
    await ensurePlatform(tx, ports)
  })

  const reading = database.reading(identity, { requestId: 'session-feed', ip: null, device: null })
  const feed: SessionFeed = { keys: async () => await ports.keys.all(), revokedSince: async (instant) => await sessionsEndedSince(reading, instant) }
  const authenticator = createAuthenticator({ feed, clock, log })
  const sealer = createSealer(database, ports)
  return {
    service: createService({ name: 'auth', routes: routesOf(ports, { inSystem, authenticator, sealer }), database, authenticator, clock, log }),
    handlers: { ...messageJobs(ports), ...passwordJobs(ports, inSystem), ...userJobs(ports, inSystem), ...companyJobs(ports, inSystem), ...housekeepingJobs(ports, inSystem) },
    sealer,
    feed,
    isReady: async () => await database.isReady(),
    async [Symbol.asyncDispose]() {
      await authenticator[Symbol.asyncDispose]()
      await sealer[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

type Parts = { inSystem: SystemTransaction; authenticator: Authenticator; sealer: AuditSealer }

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
    usersRoutes(ports),
    rolesRoutes(ports),
    companiesRoutes(ports, inSystem),
    auditRoutes(sealer),
    internalRoutes(ports),
  ]
}
