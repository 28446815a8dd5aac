// Notifies users with access to the outbox at once when a job is given up.
import type { Database } from '@rmtools/kit/db'
import { isGivenUp } from '@rmtools/kit/job-registry'
import type { JobHandlers } from '@rmtools/kit/jobs'
import { identity, jobOrigin } from '@rmtools/kit/scope'
import { announceJob } from './queries.ts'

/** Announces that a job was given up to users who may see it. */
export async function announceDeadJob(database: Database, jobId: string): Promise<void> {
  await database.transaction(identity, jobOrigin, async (tx) => await announceJob(tx, jobId))
}

/** Wraps the handlers and announces a job that fails for the last time. */
export function announcingDeadJobs(handlers: JobHandlers, database: Database): JobHandlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      async (payload: never, context) => {
        try {
          await handler(payload, context)
        } catch (error) {
          if (isGivenUp(error, context))
            await announceDeadJob(database, context.jobId).catch((failure: unknown) =>
              context.log.warn({ err: failure }, 'a job that was given up could not be announced'),
            )
          throw error
        }
      },
    ]),
  ) satisfies JobHandlers
}
