// crm's composition root: the only place where its parts are connected.
import { join } from 'node:path'
import { createBib } from '@rmtools/bib/client'
import { authContracts } from '@rmtools/contracts/auth'
import { crmChanges } from '@rmtools/contracts/notices'
import { createAuthenticator, type Authenticator } from '@rmtools/kit/authenticate'
import { changesRoutes } from '@rmtools/kit/bus'
import { createCache } from '@rmtools/kit/cache'
import { systemClock, type Clock } from '@rmtools/kit/clock'
import { Database } from '@rmtools/kit/db'
import { sealerOf, withDataSecrets } from '@rmtools/kit/data-secrets'
import { createDisclosureGate, type DisclosureGate } from '@rmtools/kit/disclosures'
import { documentSeal, withSealKey } from '@rmtools/kit/document-seal'
import { closeHttp, serveHttp } from '@rmtools/kit/http'
import { bindJobs, scheduleOf } from '@rmtools/kit/job-registry'
import { startWorker, type JobHandlers } from '@rmtools/kit/jobs'
import { deploymentName, type Logger } from '@rmtools/kit/log'
import { createMessageGate } from '@rmtools/kit/message-limits'
import { createMetrics, serveMetrics, type Metrics } from '@rmtools/kit/metrics'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import { pushTokenVerifier } from '@rmtools/kit/push-token'
import { connectRedis } from '@rmtools/kit/redis'
import { channelsOf, messengerOf } from '@rmtools/kit/messengers'
import { excessPrivilegesText } from '@rmtools/kit/roles'
import { fileStore, sealedFiles } from '@rmtools/kit/sealed-files'
import { createService, type Service } from '@rmtools/kit/service'
import { httpTransport, serviceClients, type Transport } from '@rmtools/kit/transport'
import { agendaRoutes } from './agenda/routes.ts'
import { bibSyncRoutes } from './bib-sync/routes.ts'
import { verifyWhatsapp } from '@rmtools/kit/whatsapp-signature'
import { clientLinkRoutes } from './client-links/routes.ts'
import { clientMessageRoutes } from './client-messages/log/routes.ts'
import { whatsappReportRoutes } from './client-messages/routes.ts'
import { clientPageRoutes } from './client-page/routes.ts'
import { pageLinks } from './client-page/taking.ts'
import type { CrmConfig } from './config.ts'
import { alarmAdministrators } from './disclosures/alarms.ts'
import { disclosureRoutes } from './exports/routes.ts'
import { evidenceRoutes } from './instructions/approval/evidence.ts'
import { approvalRoutes } from './instructions/approval/routes.ts'
import { drawnSignatures } from './instructions/approval/signature.ts'
import { figureRoutes } from './figures/routes.ts'
import { handoverRoutes } from './handovers/routes.ts'
import { shownOrders } from './instructions/client-orders.ts'
import { applyInstructionStatus } from './instructions/from-bib.ts'
import { orderLinks } from './instructions/open-links.ts'
import { paymentRoutes } from './instructions/payments/routes.ts'
import { planRoutes } from './instructions/plans/routes.ts'
import { instructionRoutes } from './instructions/routes.ts'
import { bankAccountRoutes } from './investors/bank-accounts/routes.ts'
import { codeListRoutes } from './investors/code-lists/routes.ts'
import { consentRoutes } from './investors/consents/routes.ts'
import { documentRoutes } from './investors/documents/routes.ts'
import { applyInvestorStatus } from './investors/from-bib.ts'
import { registrationLinks } from './investors/remote-registration/taking.ts'
import { remoteRegistrationRoutes } from './investors/remote-registration/routes.ts'
import { riskChanges } from './investors/risk-profiles/approved.ts'
import { riskProfileRoutes } from './investors/risk-profiles/routes.ts'
import { investorRoutes } from './investors/routes.ts'
import { handlersOf } from './job-handlers.ts'
import { crmJobs } from './jobs.ts'
import { leadActivityRoutes } from './lead-activities/routes.ts'
import { leadImportRoutes } from './lead-imports/routes.ts'
import { leadRoutes } from './leads/routes.ts'
import { messageTemplateChanges } from './message-templates/message-text.ts'
import { messageTemplateRoutes } from './message-templates/routes.ts'
import { announceDeadJob, announcingDeadJobs } from './outbox/dead-jobs.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { pendingChangeRoutes } from './pending-changes/routes.ts'
import type { CrmPorts, SignatureProvider } from './ports.ts'
import { createCatalogue } from './products/catalogue.ts'
import { projectionRoutes } from './projection/routes.ts'
import { reconciliationRoutes } from './reconciliations/routes.ts'
import { loadReference } from './reference/load.ts'
import { referenceRoutes } from './reference/routes.ts'
import { shownStatements } from './statements/client-statements.ts'

export const crmMigrations = join(import.meta.dirname, '../migrations')
export const CRM_JOBS_SCHEMA = 'crm_jobs'
/** The scheduled jobs (UTC). */
export const CRM_SCHEDULE = scheduleOf(crmJobs)

export type CrmOutside = {
  auth: Transport
  authenticator: Authenticator
  clock: Clock
  log: Logger
  metrics?: Metrics
  signatures?: SignatureProvider
}
export type Crm = AsyncDisposable & {
  readonly service: Service
  readonly handlers: JobHandlers
  readonly onUnknown: (jobId: string) => Promise<void>
}

/** crm on a migrated database. */
export function createCrm(
  config: CrmConfig,
  { auth, authenticator, clock, log, metrics, signatures }: CrmOutside,
): Crm {
  const database = new Database({
    url: config.DATABASE_URL,
    schema: 'crm_bib',
    poolSize: config.DATABASE_POOL,
    onError: (error) => log.warn({ error: error.message }, 'database connection lost'),
  })
  metrics?.watchPool(database)
  const bib = createBib({ baseUrl: config.BIB_URL, apiKey: config.BIB_API_KEY, tenant: 'none' })
  const redis = config.REDIS_URL === null ? undefined : connectRedis(config.REDIS_URL, log)
  const cache = createCache(clock, redis)
  const messenger = messengerOf(config)
  const sealer = sealerOf(config)
  const files = sealedFiles(
    fileStore({ folder: config.FILES_FOLDER, secret: config.FILES_SECRET, clock }),
    sealer,
  )
  const ports: CrmPorts = {
    clock,
    log,
    sealer,
    files,
    messenger,
    channels: channelsOf(config),
    gate: createMessageGate({ limits: config, secret: config.OTP_SECRET, clock, log, metrics }),
    signatures: signatures ?? drawnSignatures(files),
    documentSeal: documentSeal({ config, clock, log, metrics }),
    bib,
    catalogue: createCatalogue(bib, cache),
    auth: serviceClients({ internal: authContracts.internal }, auth),
    publicUrl: config.PUBLIC_URL,
    otpSecret: config.OTP_SECRET,
    fallBackAfter: {
      codeMs: config.WHATSAPP_SMS_AFTER_SECONDS_CODE * 1000,
      messageMs: config.WHATSAPP_SMS_AFTER_SECONDS * 1000,
    },
  }
  const verifyBroker = pushTokenVerifier({
    jwksUrl: config.PUSH_JWKS_URL,
    issuer: config.PUSH_ISSUER,
    audience: config.PUSH_AUDIENCE,
    email: config.PUSH_EMAIL,
  })
  const disclosures = createDisclosureGate({
    database,
    limits: config,
    clock,
    log,
    metrics,
    tell: alarmAdministrators,
  })
  const routes = routesOf(ports, disclosures, config.WHATSAPP_VERIFY_TOKEN)
  const service = createService({
    name: 'crm',
    routes,
    database,
    authenticator,
    verifyPush: async ({ headers, body }, operation) =>
      operation === 'whatsappReports.push'
        ? verifyWhatsapp(headers['x-hub-signature-256'], body, config.WHATSAPP_APP_SECRET)
        : await verifyBroker(headers['authorization']),
    clock,
    log,
    disclosures,
  })
  const handlers = announcingDeadJobs(bindJobs(crmJobs, handlersOf(ports, database)), database)
  return {
    service,
    onUnknown: async (jobId) => await announceDeadJob(database, jobId),
    handlers: metrics ? metrics.watchJobs(handlers) : handlers,
    async [Symbol.asyncDispose]() {
      for (const part of [database, cache, messenger, redis]) await part?.[Symbol.asyncDispose]()
      await bib.close()
    },
  }
}

function routesOf(ports: CrmPorts, disclosures: DisclosureGate, verifyToken: string | null) {
  return [
    leadRoutes(),
    leadActivityRoutes(),
    leadImportRoutes(),
    handoverRoutes(),
    investorRoutes(ports),
    documentRoutes(ports),
    bankAccountRoutes(ports),
    riskProfileRoutes(ports),
    consentRoutes(ports),
    remoteRegistrationRoutes(ports),
    codeListRoutes(),
    instructionRoutes(ports),
    approvalRoutes(ports),
    clientPageRoutes(ports, { ...shownOrders(ports), ...shownStatements(ports) }),
    paymentRoutes(ports),
    evidenceRoutes(ports),
    ...planRoutes(ports),
    messageTemplateRoutes(ports),
    clientMessageRoutes(ports),
    clientLinkRoutes(ports, {
      ...orderLinks(ports),
      registration: registrationLinks(ports),
      page: pageLinks(ports),
    }),
    whatsappReportRoutes(ports, verifyToken),
    pendingChangeRoutes(ports, { ...messageTemplateChanges, ...riskChanges }),
    outboxRoutes(ports),
    reconciliationRoutes(),
    referenceRoutes(),
    projectionRoutes(),
    disclosureRoutes(disclosures),
    figureRoutes(ports),
    agendaRoutes(ports),
    changesRoutes(crmChanges, ports.clock),
    bibSyncRoutes(ports, {
      'investor.status': applyInvestorStatus,
      'instruction.status': applyInstructionStatus,
    }),
  ]
}

/** crm as a separate process. */
export async function startCrm(given: CrmConfig, log: Logger): Promise<AsyncDisposable> {
  const config = await withSealKey(await withDataSecrets(given, { log }), { log })
  const auth = httpTransport({ url: config.AUTH_URL, serviceKey: config.SERVICE_KEY })
  const { internal } = serviceClients({ internal: authContracts.internal }, auth)
  const feed = {
    keys: async () => await internal.keys(),
    revokedSince: async (since: string) => await internal.revocations({ since }),
  }
  const authenticator = createAuthenticator({ feed, clock: systemClock, log })
  if (config.MIGRATION_DATABASE_URL !== null) {
    await migrateJobs(config.MIGRATION_DATABASE_URL, CRM_JOBS_SCHEMA)
    await migrate(config.MIGRATION_DATABASE_URL, [crmMigrations])
    await loadReference(config.MIGRATION_DATABASE_URL)
  }
  const metrics = createMetrics(deploymentName('crm'))
  const crm = createCrm(config, { auth, authenticator, clock: systemClock, log, metrics })
  const loose = await excessPrivilegesText(config.DATABASE_URL)
  if (loose !== undefined) log.warn(loose)
  const http = serveHttp(crm.service, { log, serviceKey: config.SERVICE_KEY })
  metrics.watchHttp(http)
  await http.listen({ port: config.PORT, host: config.HOST })
  const worker = await startWorker({
    url: config.JOBS_DATABASE_URL,
    schema: CRM_JOBS_SCHEMA,
    handlers: crm.handlers,
    onUnknown: crm.onUnknown,
    schedule: CRM_SCHEDULE,
    log,
  })
  const shown =
    config.METRICS_PORT === null
      ? undefined
      : await serveMetrics(metrics, { host: config.HOST, port: config.METRICS_PORT })
  return {
    async [Symbol.asyncDispose]() {
      await closeHttp(http, config.DRAIN_MS)
      for (const part of [shown, worker, crm, authenticator, auth])
        await part?.[Symbol.asyncDispose]()
    },
  }
}
