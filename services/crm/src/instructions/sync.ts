// Handing a signed instruction to Bib, by a job: tried again until Bib has it, done once whatever happens in between.
import type { InstructionSubmission } from '@rmtools/bib/internal'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import type { JobHandlers } from '@rmtools/kit/jobs'
import { companyScope, type Origin } from '@rmtools/kit/scope'
import type { CrmPorts } from '../ports.ts'
import { tellRm } from './approval/answer.ts'
import { sendLink } from './approval/link.ts'
import { voidLinks } from './approval/queries.ts'
import { addEvent, documentedById, marketHolidays, moveInstruction, submissionOf } from './queries.ts'

const origin: Origin = { requestId: 'job', ip: null, device: null }

/** Why an investor is asked again: the reason shown with the new link. */
export const NAV_DATE_CHANGED = { by: 'system', reason: 'nav-date-changed' } as const

type Payload = { companyId: string; instructionId: string }

/** The jobs of this feature. */
export function instructionJobs(ports: CrmPorts, database: Database): JobHandlers {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), origin, work)
  return {
    'bib.instruction': async ({ companyId, instructionId }: Payload) => {
      const submission = await inCompany(companyId, async (tx) => await submissionNow(tx, instructionId, ports))
      if (!submission) return
      const outcome = await submit(submission, ports)
      await inCompany(companyId, async (tx) => {
        if (outcome instanceof Problem) return await refused(tx, instructionId, outcome)
        const moved = await moveInstruction(tx, instructionId, {
          from: ['approved'],
          to: 'sent',
          changes: { sentAt: ports.clock.now().toISOString(), bibReference: outcome.reference },
        })
        if (moved) await addEvent(tx, instructionId, { status: 'sent', by: 'system' })
      })
    },

    'instruction.expire': async ({ companyId, instructionId }: Payload) =>
      await inCompany(companyId, async (tx) => {
        const instruction = await documentedById(tx, instructionId)
        const isDue = instruction?.linkExpiresAt != null && Date.parse(instruction.linkExpiresAt) <= ports.clock.now().getTime()
        if (!instruction || !isDue || !(await moveInstruction(tx, instructionId, { from: ['awaiting-approval'], to: 'expired' }))) return
        await voidLinks(tx, instructionId)
        await addEvent(tx, instructionId, { status: 'expired', by: 'system' })
        await tellRm(tx, instruction, 'instruction.expired')
      }),
  }
}

/** What to send; nothing when it is not to be sent (any more). Past its NAV date the investor is asked again instead. */
async function submissionNow(tx: Transaction, instructionId: string, ports: CrmPorts): Promise<InstructionSubmission | undefined> {
  const found = await submissionOf(tx, instructionId)
  if (!found) return undefined
  const { submission, cutOff, account } = found
  const navDate = navDateFor(jakarta(ports.clock.now()), cutOff, await marketHolidays(tx))
  if (navDate !== submission.expectedNavDate) {
    await sendLink(tx, instructionId, ports, NAV_DATE_CHANGED)
    return undefined
  }
  if (!account) return submission
  const { numberSealed, ...bankAccount } = account
  return {
    ...submission,
    bankAccount: { ...bankAccount, number: ports.sealer.open(numberSealed, `investor_bank_account.number:${account.sourceId}`) },
  }
}

async function submit(submission: InstructionSubmission, { bib }: CrmPorts) {
  try {
    const idempotencyKey = `${submission.sourceId}:${submission.evidenceHash}`
    return await bib.forTenant(submission.tenant).internal.createInstruction(submission, { idempotencyKey })
  } catch (error) {
    // What Bib refuses it will refuse again; anything else is tried again by the queue.
    if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429 && error.status !== 408) return error
    throw error
  }
}

async function refused(tx: Transaction, instructionId: string, problem: Problem): Promise<void> {
  const reason = problem.detail ?? problem.kind.title
  const instruction = await documentedById(tx, instructionId)
  if (
    !instruction ||
    !(await moveInstruction(tx, instructionId, { from: ['approved'], to: 'rejected', changes: { statusReason: reason } }))
  )
    return
  await addEvent(tx, instructionId, { status: 'rejected', by: 'bib', detail: reason })
  await tellRm(tx, instruction, 'instruction.rejected')
}
