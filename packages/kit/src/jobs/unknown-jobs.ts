// Jobs without a handler here: their task was removed, or its name is wrong. The queue would keep
// them forever.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../process/log.ts'

type Options = {
  schema: string
  tasks: readonly string[]
  log: Logger
  unknownForMs?: number
  onUnknown?: (jobId: string) => Promise<void>
}

// While a new release replaces this one, it adds jobs that only its own worker knows.
const UNKNOWN_FOR_MS = 10 * 60_000
const LOOK_EVERY_MS = 60_000
const AT_ONCE = 100

/**
 * Gives up jobs of unknown tasks that have been due for long, each with a reason, until disposed.
 * They can be replayed like any other.
 */
export function giveUpUnknown(
  pool: pg.Pool,
  { schema, tasks, log, unknownForMs = UNKNOWN_FOR_MS, onUnknown }: Options,
): AsyncDisposable {
  const stop = new AbortController()
  const look = async () => {
    const { rows } = await pool.query<{ id: string; task: string }>(
      statement(pg.escapeIdentifier(schema)),
      [tasks, unknownForMs],
    )
    for (const { id, task } of rows) {
      log.error({ jobId: id, task }, 'job given up: no program handles it')
      await onUnknown?.(id)
    }
  }
  const keepLooking = async () => {
    while (!stop.signal.aborted) {
      await look().catch((error: unknown) =>
        log.warn({ err: error }, 'the check for jobs that no program handles failed'),
      )
      await pause(Math.min(LOOK_EVERY_MS, Math.max(unknownForMs, 50)), undefined, {
        signal: stop.signal,
      }).catch(() => undefined)
    }
  }
  const looking = keepLooking()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await looking
    },
  }
}

// The view and the function are the library's public interface. Two processes may both announce a
// job, which is harmless: the notice only says that the job changed.
const statement = (schema: string) => `
  with unknown as (
    select j.id, j.task_identifier from ${schema}.jobs j
    where j.task_identifier <> all($1::text[]) and j.locked_at is null and j.attempts < j.max_attempts
      and j.run_at < now() - $2::int * interval '1 ms'
    order by j.id limit ${AT_ONCE})
  select u.id, u.task_identifier as task from unknown u
  cross join lateral ${schema}.permanently_fail_jobs(array[u.id], 'no worker knows the task ' || u.task_identifier) f`
