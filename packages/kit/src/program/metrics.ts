// Prometheus metrics of a process, served on a port of its own that is not reachable from outside.
import { createServer } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../database/db.ts'
import type { DisclosureCounts } from '../http/disclosures.ts'
import type { FastifyInstance } from '../http/http.ts'
import { isGivenUp } from '../jobs/job-registry.ts'
import type { JobHandlers } from '../jobs/job-registry.ts'
import type { MessageCounts } from '../messaging/message-limits.ts'
import type { SealCounts } from '../sealing/document-seal.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

/** The parts of a database client that are measured. */
type Watched = Pick<Database, 'connections' | 'statements'>

export type Metrics = DisclosureCounts &
  MessageCounts &
  SealCounts & {
    /**
     * Measures every response of a server by route template and status, never by a path with ids in
     * it.
     */
    watchHttp(app: FastifyInstance): void
    /** Wraps the handlers, and counts and times the outcome of each job. */
    watchJobs(handlers: JobHandlers): JobHandlers
    /** Shows the connections of a pool. */
    watchPool(database: Watched): void
    /**
     * Shows how far the sealing of the audit trail lags behind. Both figures are NaN if the
     * database does not answer.
     */
    watchSealing(lag: () => Promise<SealingLag>): void
    /** All metrics in Prometheus's text format. */
    text(): Promise<string>
    readonly contentType: string
  }

/** The metrics of one service. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const http = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  })
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Jobs by outcome',
    labelNames: ['task', 'outcome'] as const,
    registers,
  })
  const jobTime = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time of a job',
    labelNames: ['task'] as const,
    buckets: SECONDS,
    registers,
  })
  return {
    watchHttp(app) {
      app.addHook('onResponse', async (request, reply) => {
        const labels = {
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: String(reply.statusCode),
        }
        http.observe(labels, reply.elapsedTime / 1000)
      })
    },
    watchJobs: (handlers) =>
      Object.fromEntries(
        Object.entries(handlers).map(([task, handler]) => [
          task,
          async (payload, context) => {
            const stop = jobTime.startTimer({ task })
            try {
              await handler(payload, context)
              jobs.inc({ task, outcome: 'done' })
            } catch (error) {
              jobs.inc({ task, outcome: isGivenUp(error, context) ? 'given-up' : 'failed' })
              throw error
            } finally {
              stop()
            }
          },
        ]),
      ),
    watchPool: (database) => showDatabase(registry, database),
    watchSealing: (lag) => showSealing(registry, lag),
    ...countsOfLimits(registers),
    ...countsOfSeals(registers),
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
  }
}

/** Gauges that read the database client at each scrape. */
function showDatabase(registry: Registry, database: Watched): void {
  registry.registerMetric(
    new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool, and callers that wait for one',
      labelNames: ['state'] as const,
      registers: [],
      collect() {
        for (const [state, count] of Object.entries(database.connections()))
          this.set({ state }, count)
      },
    }),
  )
  registry.registerMetric(
    new Gauge({
      name: 'database_statements',
      help: 'Statements that were prepared since the start, and those of them that were closed to make room for others',
      labelNames: ['what'] as const,
      registers: [],
      collect() {
        for (const [what, count] of Object.entries(database.statements())) this.set({ what }, count)
      },
    }),
  )
}

/** Counters of what the daily limits count. */
function countsOfLimits(registers: Registry[]): DisclosureCounts & MessageCounts {
  const refused = new Counter({
    name: 'messages_refused_total',
    help: 'Codes and links that were not sent, by the limit that refused them',
    labelNames: ['channel', 'limit'] as const,
    registers,
  })
  const disclosures = new Counter({
    name: 'disclosures_total',
    help: 'Values revealed and files exported, those refused by the limit of the day, and alarms about a person',
    labelNames: ['what', 'outcome'] as const,
    registers,
  })
  return {
    disclosed: (what, outcome) => disclosures.inc({ what, outcome }),
    refusedMessage: (channel, limit) => refused.inc({ channel, limit }),
  }
}

/** A counter of sealed documents, and when the certificate of the seal expires. */
function countsOfSeals(registers: Registry[]): SealCounts {
  const documents = new Counter({
    name: 'document_seals_total',
    help: 'Signed documents by what became of their seal: with a time stamp, without one because there is no authority or because it failed, or not sealed',
    labelNames: ['outcome'] as const,
    registers,
  })
  const expiry = new Gauge({
    name: 'document_seal_expires_timestamp_seconds',
    help: 'When the certificate of the seal expires; 0 if there is no seal',
    registers,
  })
  return {
    sealed: (outcome) => documents.inc({ outcome }),
    showSealExpiry: (at) => expiry.set(at.getTime() / 1000),
  }
}

type SealingLag = { entries: number; seconds: number }

function showSealing(registry: Registry, lag: () => Promise<SealingLag>): void {
  // A trail in an unknown state must not look sealed.
  const unknown = { entries: Number.NaN, seconds: Number.NaN }
  let measured: Promise<SealingLag> = Promise.resolve(unknown)
  const entries = new Gauge({
    name: 'audit_unsealed_entries',
    help: 'Entries of the audit trail that are not chained yet',
    registers: [],
    async collect() {
      measured = lag().catch(() => unknown)
      this.set((await measured).entries)
    },
  })
  const age = new Gauge({
    name: 'audit_unsealed_oldest_seconds',
    help: 'Age of the oldest entry of the audit trail that is not chained yet; 0 when all are',
    registers: [],
    async collect() {
      this.set((await measured).seconds)
    },
  })
  // In this order: the first to be collected measures for both.
  registry.registerMetric(entries)
  registry.registerMetric(age)
}

/** Serves metrics at /metrics; returns the port. */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { host: string; port: number },
): Promise<AsyncDisposable & { port: number }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics')
      return void response.writeHead(404).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, host, resolve),
  )
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
