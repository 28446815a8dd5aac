// The outbox: a job is a row written in the transaction of the change that causes it, done afterwards by a worker.
import { EventEmitter } from 'node:events'
import { Logger as WorkerLogger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { claimJobs, type Claim } from './abandoned-jobs.ts'
import { sql, type Db } from './db.ts'
import type { Logger } from './log.ts'

export type JobOptions = {
  /** A second job of the same key replaces the first while that waits. */
  key?: string
  /** Jobs of one queue run one after the other, in order. */
  queue?: string
  runAt?: Date
  maxAttempts?: number
}

/** Adds a job in the running transaction of a service. */
export async function addJob(db: Db, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  const { key = null, queue = null, runAt = null, maxAttempts = null } = options
  await db.all(
    sql`select add_job(${task}, ${JSON.stringify(payload)}::json, ${key}, ${queue}, ${runAt?.toISOString() ?? null}::timestamptz, ${maxAttempts}::int)`,
  )
}

export type JobContext = { readonly attempt: number; readonly maxAttempts: number; readonly jobId: string; readonly log: Logger }
export type JobHandler = (payload: never, context: JobContext) => Promise<void>
export type JobHandlers = { readonly [task: string]: JobHandler }

export type WorkerOptions = {
  /** As the role that works the queue. */
  url: string
  schema: string
  handlers: JobHandlers
  /** Lines of `minute hour day month weekday task`, UTC. */
  schedule?: string
  log: Logger
  concurrency?: number
}

const RESTART_MS = 1000
// graphile-worker miscounts when several marks fail together, and then waits for ever for its own end (`batch` in its main.ts).
const ENDS_WITHIN_MS = 5000
const CONCURRENCY = 4

/**
 * Starts the worker. A handler that throws is tried again with exponential back-off until its attempts are spent. The worker
 * gives up when the database is away for long; it is then started again until it is stopped. What a worker that was killed had in
 * hand is done by the next one.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const { log } = options
  const pool = new pg.Pool({ connectionString: options.url, max: options.concurrency ?? CONCURRENCY })
  const lost = (error: Error) => log.warn({ error: error.message }, 'job queue connection lost')
  pool.on('error', lost)
  // A connection that is in use when it breaks says so itself.
  pool.on('connect', (client) => client.on('error', lost))
  const claim = claimJobs(options)
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
    log.warn('job queue starts again')
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
      await pool.end()
    },
  }
}

type Launched = {
  runner: Runner
  /** Rejects when the runner broke and has not ended in time: it takes no more jobs, and another has to. */
  overdue: Promise<never>
}

async function launchRunner(options: WorkerOptions, pool: pg.Pool, claim: Claim): Promise<Launched> {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => claim.workAs(workerPool.id))
  const overdue = new Promise<never>((_, reject) => {
    events.once('pool:gracefulShutdown', () =>
      setTimeout(() => reject(new Error('the job queue broke and does not end')), ENDS_WITHIN_MS).unref(),
    )
  })
  // Nobody listens while the runner is not there yet.
  overdue.catch(() => undefined)
  const runner = await run({
    pgPool: pool,
    events,
    // What is done is marked in batches, as only then a mark that fails stops the worker; otherwise it would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    schema: options.schema,
    taskList: tasksOf(options),
    crontab: options.schedule ?? '',
    concurrency: options.concurrency ?? CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new QuietLogger(options.log),
  })
  // An answer that was lost may have been a job, which the queue now holds for this worker: under another name it is free.
  events.on('worker:getJob:error', () => void runner.stop('a job may have been lost on its way').catch(() => undefined))
  return { runner, overdue }
}

function tasksOf({ handlers, log }: WorkerOptions): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      async (payload, helpers) => {
        const { job } = helpers
        try {
          await handler(payload as never, { attempt: job.attempts, maxAttempts: job.max_attempts, jobId: job.id, log })
        } catch (error) {
          const spent = job.attempts >= job.max_attempts
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
