// The outbox: a job is a row that is written in the transaction of its cause; a worker runs it
// afterwards.
import { EventEmitter } from 'node:events'
import {
  Logger as WorkerLogger,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import pg from 'pg'
import { claimJobs, type Claim } from './abandoned-jobs.ts'
import { sql, type Db } from '../database/db.ts'
import { isGivenUp, storedPayload, UnfitJob, type Job } from './job-registry.ts'
import type { Logger } from '../process/log.ts'
import { giveUpUnknown } from './unknown-jobs.ts'
import type { JobHandlers } from './job-registry.ts'

export type { JobContext, JobHandler, JobHandlers } from './job-registry.ts'

/**
 * Adds a job in the running transaction of a service. Throws on an invalid payload, so that the
 * fault appears where the job is added.
 */
export async function addJob<P extends object>(
  db: Db,
  job: Job<string, P>,
  payload: P,
  options: { runAt?: Date } = {},
): Promise<void> {
  await addJobs(db, job, [payload], options)
}

/** Adds many jobs of one kind in one statement. */
export async function addJobs<P extends object>(
  db: Db,
  job: Job<string, P>,
  payloads: readonly P[],
  { runAt }: { runAt?: Date } = {},
): Promise<void> {
  const rows = payloads.map((payload) => {
    const stored = storedPayload(job, payload)
    job.read(stored)
    return { payload: stored, key: job.key?.(payload) ?? null, queue: job.queue?.(payload) ?? null }
  })
  await db.all(sql`
    select add_job(${job.name}, j.payload, j.key, j.queue, ${runAt?.toISOString() ?? null}::timestamptz, ${job.maxAttempts ?? null}::int)
    from json_to_recordset(${JSON.stringify(rows)}::json) j (payload json, key text, queue text)`)
}

export type WorkerOptions = {
  /** Connects as the role that works the queue. */
  url: string
  schema: string
  handlers: JobHandlers
  /** Lines of `minute hour day month weekday task`, UTC. */
  schedule?: string
  log: Logger
  concurrency?: number
  /** How long a job without a handler here may be due before it is given up. */
  unknownForMs?: number
  /** Called with a job that was given up because no handler exists for it. */
  onUnknown?: (jobId: string) => Promise<void>
}

const RESTART_MS = 1000
// graphile-worker miscounts when several completions fail together, and then never finishes
// stopping (`batch` in its main.ts).
const ENDS_WITHIN_MS = 5000
const CONCURRENCY = 4

/**
 * Starts the worker. A handler that throws is retried with exponential back-off until its attempts
 * are used up. The worker gives up when the database is away for long; it is then restarted until
 * disposed. The jobs of a killed worker are released to the next one.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const { log } = options
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.concurrency ?? CONCURRENCY,
  })
  const lost = (error: Error) => log.warn({ error: error.message }, 'job queue connection lost')
  pool.on('error', lost)
  // A connection that breaks while in use emits an error event.
  pool.on('connect', (client) => client.on('error', lost))
  const claim = claimJobs(options)
  const sweep = giveUpUnknown(pool, { ...options, tasks: Object.keys(options.handlers) })
  let isStopped = false
  let runner: Runner | undefined
  const launch = async (): Promise<void> => {
    const started = await launchRunner(options, pool, claim)
    runner = started.runner
    Promise.race([runner.promise, started.overdue])
      .catch(lost)
      .finally(() => {
        runner = undefined
        if (!isStopped) setTimeout(relaunch, RESTART_MS)
      })
  }
  const relaunch = () => {
    if (isStopped) return
    log.warn('job queue restarts')
    launch().catch((error: Error) => {
      lost(error)
      setTimeout(relaunch, RESTART_MS)
    })
  }
  await launch()
  return {
    async [Symbol.asyncDispose]() {
      isStopped = true
      await runner?.stop().catch(lost)
      await claim[Symbol.asyncDispose]()
      await sweep[Symbol.asyncDispose]()
      await pool.end()
    },
  }
}

type Launched = {
  runner: Runner
  /**
   * Rejects if the runner broke and did not end in time: it takes no more jobs, and has to be
   * replaced.
   */
  overdue: Promise<never>
}

async function launchRunner(
  options: WorkerOptions,
  pool: pg.Pool,
  claim: Claim,
): Promise<Launched> {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => claim.workAs(workerPool.id))
  const overdue = new Promise<never>((_, reject) => {
    events.once('pool:gracefulShutdown', () =>
      setTimeout(
        () => reject(new Error('the job queue failed and does not stop')),
        ENDS_WITHIN_MS,
      ).unref(),
    )
  })
  // Avoids an unhandled rejection while the runner is starting.
  overdue.catch(() => undefined)
  const runner = await run({
    pgPool: pool,
    events,
    // Completions are recorded in batches: only then does a failed one stop the worker; otherwise
    // it would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    schema: options.schema,
    taskList: tasksOf(options),
    crontab: options.schedule ?? '',
    concurrency: options.concurrency ?? CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new QuietLogger(options.log),
  })
  // A lost response may have assigned a job to this worker: under a new name that job is released.
  events.on(
    'worker:getJob:error',
    () => void runner.stop('a job may have been lost on its way').catch(() => undefined),
  )
  return { runner, overdue }
}

function tasksOf({ handlers, log, schema }: WorkerOptions): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      async (payload, helpers) => {
        const { job } = helpers
        const context = { attempt: job.attempts, maxAttempts: job.max_attempts, jobId: job.id, log }
        try {
          await handler(payload as never, context)
        } catch (error) {
          const spent = isGivenUp(error, context)
          // The library gives up only jobs without remaining attempts.
          if (error instanceof UnfitJob)
            await helpers.query(
              `update ${pg.escapeIdentifier(schema)}._private_jobs set attempts = max_attempts where id = $1`,
              [job.id],
            )
          log[spent ? 'error' : 'warn'](
            { task, jobId: job.id, attempt: job.attempts, err: error },
            spent ? 'job given up' : 'job failed, will be tried again',
          )
          throw error
        }
      },
    ]),
  )
}

// graphile-worker's own lines repeat ours and would print payloads of failed jobs.
class QuietLogger extends WorkerLogger {
  constructor(log: Logger) {
    super(() => (level, message) => {
      if ((level === 'error' || level === 'warning') && !message.startsWith('Failed task'))
        log.warn({ message: message.slice(0, 200) }, 'job queue')
    })
  }
}
