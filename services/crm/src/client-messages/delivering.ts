// Hands messages to their provider and notes in the log what became of them.
import type { Database, Transaction } from '@rmtools/kit/db'
import { isGivenUp, UnfitJob, type JobContext, type PayloadOf } from '@rmtools/kit/job-registry'
import { AddressGone, type Message } from '@rmtools/kit/messaging'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers, crmJobs } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { isUnsent, noteFailed, noteSent } from './queries.ts'

type Ports = Pick<CrmPorts, 'clock' | 'messenger'>
type Job = PayloadOf<(typeof crmJobs)['message']>

/** The jobs of this feature. */
export function clientMessageJobs(ports: Ports, database: Database): CrmHandlers<'message'> {
  return {
    message: async (job, context) => {
      const message = messageOf(job)
      // Jobs of an earlier release name no company: they have no entry in the log.
      if (job.companyId === undefined) return await ports.messenger.send(message)
      await sendLogged(ports, message, {
        context,
        isUnsent: async () =>
          await isUnsent(database.reading(companyScope(job.companyId ?? ''), jobOrigin), job.id),
        write: async (work) =>
          await database.transaction(companyScope(job.companyId ?? ''), jobOrigin, work),
      })
    },
  }
}

function messageOf({ id, channel, to, subject, text }: Job): Message {
  if (to === null) throw new UnfitJob('the investor has no address for this channel')
  return channel === 'sms'
    ? { id, channel, to, text }
    : { id, channel, to, subject: subject ?? '', text }
}

type Log = {
  context: JobContext
  isUnsent(): Promise<boolean>
  write(work: (tx: Transaction) => Promise<void>): Promise<void>
}

async function sendLogged(
  { clock, messenger }: Ports,
  message: Message,
  { context, isUnsent, write }: Log,
): Promise<void> {
  // A job that is done again after its message was noted as sent sends nothing.
  if (!(await isUnsent())) return
  const at = () => clock.now().toISOString()
  try {
    await messenger.send(message)
  } catch (error) {
    const isGone = error instanceof AddressGone
    const code = isGone ? 'address-gone' : 'not-accepted'
    if (isGone || isGivenUp(error, context))
      await write(async (tx) => await noteFailed(tx, message.id, { at: at(), code }))
    throw isGone ? new UnfitJob(error.message) : error
  }
  await write(async (tx) => await noteSent(tx, message.id, { at: at(), providerId: null }))
}
