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
      const { companyId } = job
      // Jobs of an earlier release name no company: they have no entry in the log.
      if (companyId === undefined) return void (await ports.messenger.send(messageOf(job)))
      await new Delivery(ports, database, { ...job, companyId }).run(context)
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

/** One attempt to send a message. */
class Delivery {
  readonly #ports: Ports
  readonly #database: Database
  readonly #job: OfCompany

  constructor(ports: Ports, database: Database, job: OfCompany) {
    this.#ports = ports
    this.#database = database
    this.#job = job
  }

  async run(context: JobContext): Promise<void> {
    const { id, companyId } = this.#job
    const reading = this.#database.reading(companyScope(companyId), jobOrigin)
    const pending = await pendingById(reading, id)
    // A job that is done again after its message was noted as sent sends nothing.
    if (!pending || (await this.#waits(pending))) return
    await this.#armFallBack(pending)
    const receipt = await this.#send(context)
    if (!receipt) return
    const { providerId } = receipt
    await this.#write(async (tx) => await noteSent(tx, id, { at: this.#now(), providerId }))
  }

  /** Puts a message that is not urgent off until the quiet hours end. */
  async #waits({ kind, quietFrom, quietUntil: until }: Pending): Promise<boolean> {
    const end = quietUntil(this.#ports.clock.now(), { from: quietFrom, until })
    if (!end || !isPatient(kind)) return false
    await this.#write(async (tx) => {
      await noteWaiting(tx, this.#job.id, end.toISOString())
      await addJob(tx, crmJobs.message, this.#job, { runAt: end })
    })
    return true
  }

  /** Committed before anything is sent: whatever happens then, the client is reached. */
  async #armFallBack({ kind }: Pending): Promise<void> {
    const { id, companyId, to, whatsapp } = this.#job
    if (!whatsapp || to === null) return
    const { codeMs, messageMs } = this.#ports.fallBackAfter
    const runAt = new Date(
      this.#ports.clock.now().getTime() + (isCodeKind(kind) ? codeMs : messageMs),
    )
    await this.#write(async (tx) => {
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
  async #send(context: JobContext): Promise<Receipt | undefined> {
    try {
      return await this.#ports.messenger.send(messageOf(this.#job))
    } catch (error) {
      if (error instanceof Undeliverable && (await this.#fellBack(error.code))) return undefined
      const code = givenUpAs(error, context)
      if (code === undefined) throw error
      await this.#write(async (tx) => await noteFailed(tx, this.#job.id, { at: this.#now(), code }))
      throw isGivenUp(error, context) || !(error instanceof Error)
        ? error
        : new UnfitJob(error.message)
    }
  }

  async #fellBack(code: string): Promise<boolean> {
    const { id, to, whatsapp } = this.#job
    if (!whatsapp || to === null) return false
    await this.#write(
      async (tx) => await fallBack(tx, id, { to, text: whatsapp.sms, at: this.#now(), code }),
    )
    return true
  }

  #now(): string {
    return this.#ports.clock.now().toISOString()
  }

  async #write(work: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.#database.transaction(companyScope(this.#job.companyId), jobOrigin, work)
  }
}

/** Why a message is not tried again; undefined if it is. */
function givenUpAs(error: unknown, context: JobContext): string | undefined {
  if (error instanceof AddressGone) return 'address-gone'
  if (error instanceof SettingRefused) return 'not-set-up'
  if (error instanceof Undeliverable) return error.code
  return isGivenUp(error, context) ? 'not-accepted' : undefined
}
