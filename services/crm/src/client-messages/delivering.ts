// Hands messages to their provider and notes in the log what became of them.
import { isCodeKind } from '@rmtools/contracts/crm/message-kinds'
import type { Database, Transaction } from '@rmtools/kit/db'
import { isGivenUp, UnfitJob, type JobContext, type PayloadOf } from '@rmtools/kit/job-registry'
import { addJob } from '@rmtools/kit/jobs'
import {
  AddressGone,
  SettingRefused,
  Undeliverable,
  type Message,
  type Receipt,
} from '@rmtools/kit/messaging'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { crmJobs, type CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { fallBack } from './falling-back.ts'
import {
  noteFailed,
  noteFallBackAt,
  noteSent,
  noteWaiting,
  pendingById,
  type Pending,
} from './queries.ts'
import { isPatient, quietUntil } from './rules.ts'

type Ports = Pick<CrmPorts, 'clock' | 'messenger' | 'fallBackAfter'>
type Job = PayloadOf<(typeof crmJobs)['message']>
type OfCompany = Job & { companyId: string }

/** The jobs of this feature. */
export function clientMessageJobs(
  ports: Ports,
  database: Database,
): CrmHandlers<'message' | 'messageFallBack'> {
  return {
    message: async (job, context) => {
      const { id, companyId } = job
      // Jobs of an earlier release name no company: they have no entry in the log.
      if (companyId === undefined) return void (await ports.messenger.send(messageOf(job)))
      const scope = companyScope(companyId)
      // A job that is done again after its message was noted as sent sends nothing.
      const pending = await pendingById(database.reading(scope, jobOrigin), id)
      if (!pending) return
      const write: Due['write'] = async (work) => await database.transaction(scope, jobOrigin, work)
      await deliver({ job: { ...job, companyId }, pending, ports, write }, context)
    },
    messageFallBack: async ({ id, companyId, to, text }) =>
      await database.transaction(companyScope(companyId), jobOrigin, async (tx) => {
        const at = ports.clock.now().toISOString()
        await fallBack(tx, id, { to, text, at, code: 'not-delivered' })
      }),
  }
}

function messageOf({ id, channel, to, subject, text, whatsapp }: Job): Message {
  if (to === null) throw new UnfitJob('the investor has no address for this channel')
  if (channel === 'email') return { id, channel, to, subject: subject ?? '', text }
  if (channel === 'sms') return { id, channel, to, text }
  if (!whatsapp) throw new UnfitJob('a message by WhatsApp without a template')
  const { sender, template } = whatsapp
  return { id, channel, to, text, sender, template }
}

/** A message that is to be sent now. */
type Due = {
  job: OfCompany
  pending: Pending
  ports: Ports
  write: (work: (tx: Transaction) => Promise<void>) => Promise<void>
}

const nowOf = ({ ports }: Due): string => ports.clock.now().toISOString()

/** One attempt to send a message. */
async function deliver(due: Due, context: JobContext): Promise<void> {
  if (await waits(due)) return
  await armFallBack(due)
  const receipt = await send(due, context)
  if (!receipt) return
  const { providerId } = receipt
  await due.write(async (tx) => await noteSent(tx, due.job.id, { at: nowOf(due), providerId }))
}

/** Puts a message that is not urgent off until the quiet hours end. */
async function waits({ job, pending, ports, write }: Due): Promise<boolean> {
  const { kind, quietFrom: from, quietUntil: until } = pending
  const end = quietUntil(ports.clock.now(), { from, until })
  if (!end || !isPatient(kind)) return false
  await write(async (tx) => {
    await noteWaiting(tx, job.id, end.toISOString())
    await addJob(tx, crmJobs.message, job, { runAt: end })
  })
  return true
}

/** Committed before anything is sent: whatever happens then, the client is reached. */
async function armFallBack({ job, pending, ports, write }: Due): Promise<void> {
  const { id, companyId, to, whatsapp } = job
  if (!whatsapp || to === null) return
  const { codeMs, messageMs } = ports.fallBackAfter
  const afterMs = isCodeKind(pending.kind) ? codeMs : messageMs
  const runAt = new Date(ports.clock.now().getTime() + afterMs)
  await write(async (tx) => {
    if (await noteFallBackAt(tx, id, runAt.toISOString()))
      await addJob(
        tx,
        crmJobs.messageFallBack,
        { id, companyId, to, text: whatsapp.sms },
        { runAt },
      )
  })
}

/** Undefined if the message was sent by SMS instead. */
async function send(due: Due, context: JobContext): Promise<Receipt | undefined> {
  const { job, ports, write } = due
  try {
    return await ports.messenger.send(messageOf(job))
  } catch (error) {
    if (error instanceof Undeliverable && (await fellBack(due, error.code))) return undefined
    const code = givenUpAs(error, context)
    if (code === undefined) throw error
    await write(async (tx) => await noteFailed(tx, job.id, { at: nowOf(due), code }))
    throw isGivenUp(error, context) || !(error instanceof Error)
      ? error
      : new UnfitJob(error.message)
  }
}

async function fellBack(due: Due, code: string): Promise<boolean> {
  const { id, to, whatsapp } = due.job
  if (!whatsapp || to === null) return false
  const instead = { to, text: whatsapp.sms, at: nowOf(due), code }
  await due.write(async (tx) => await fallBack(tx, id, instead))
  return true
}

/** Why a message is not tried again; undefined if it is. */
function givenUpAs(error: unknown, context: JobContext): string | undefined {
  if (error instanceof AddressGone) return 'address-gone'
  if (error instanceof SettingRefused) return 'not-set-up'
  if (error instanceof Undeliverable) return error.code
  return isGivenUp(error, context) ? 'not-accepted' : undefined
}
