// Sends a signed instruction to Bib by a job: retried until Bib has it, and executed once whatever
// fails in between.
import {
  sourceIdTaken,
  type InstructionRecord,
  type InstructionSubmission,
  type InvestorRecord,
} from '@rmtools/bib/internal'
import { investorMerged } from '@rmtools/bib/partner'
import { bankAccountUnfit } from '@rmtools/contracts/crm/instruction-problems'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { applyRecord } from '../investors/from-bib.ts'
import type { CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { tellRmOfInstruction } from '../notifications/notify.ts'
import { NAV_DATE_CHANGED, sendLink } from './approval/link.ts'
import { voidLinks } from './approval/queries.ts'
import { submissionOf, type SealedAccount } from './bib/queries.ts'
import { notifyOfRefusal } from './outcomes.ts'
import { followRun } from './plans/runs/following.ts'
import { planJobs, type PlanJob } from './plans/sync.ts'
import { addEvent, documentedById, marketHolidays, moveInstruction } from './queries.ts'

/** The jobs of this feature. */
export function instructionJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'bibInstruction' | 'instructionExpire' | PlanJob> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    ...planJobs(ports, database),

    bibInstruction: async ({ companyId, instructionId }) => {
      const learn = async (investor: InvestorRecord) =>
        void (await inCompany(companyId, async (tx) => await applyRecord(tx, investor)))
      const found = await inCompany(
        companyId,
        async (tx) => await submissionNow(tx, instructionId, ports),
      )
      if (!found) return
      const outcome = found.isLate
        ? await takenInTime(found.submission, ports)
        : await submit(found, ports, learn)
      if (!outcome)
        return void (await inCompany(
          companyId,
          async (tx) => await sendLink(tx, instructionId, ports, NAV_DATE_CHANGED),
        ))
      await inCompany(companyId, async (tx) => {
        if (outcome instanceof Problem)
          return await refused(tx, instructionId, { problem: outcome, ports })
        const moved = await moveInstruction(tx, instructionId, {
          from: ['approved'],
          to: 'sent',
          changes: { sentAt: ports.clock.now().toISOString(), bibReference: outcome.reference },
        })
        if (moved) await addEvent(tx, instructionId, { status: 'sent', by: 'system' })
      })
    },

    instructionExpire: async ({ companyId, instructionId }) =>
      await inCompany(companyId, async (tx) => {
        const instruction = await documentedById(tx, instructionId)
        const isDue =
          instruction?.linkExpiresAt != null &&
          Date.parse(instruction.linkExpiresAt) <= ports.clock.now().getTime()
        if (
          !instruction ||
          !isDue ||
          !(await moveInstruction(tx, instructionId, {
            from: ['awaiting-approval'],
            to: 'expired',
          }))
        )
          return
        await voidLinks(tx, instructionId)
        await addEvent(tx, instructionId, { status: 'expired', by: 'system' })
        await tellRmOfInstruction(tx, instruction, 'instruction.expired')
      }),
  }
}

/** One key for each signature; a mandate stands for several NAV dates. */
function keyOf({ submission, mandateId }: Pick<Due, 'submission' | 'mandateId'>): string {
  const { sourceId, evidenceHash, expectedNavDate } = submission
  return `${sourceId}:${evidenceHash}${mandateId === null ? '' : `:${expectedNavDate}`}`
}

type Due = {
  submission: InstructionSubmission
  mandateId: string | null
  investorId: string
  isLate: boolean
}

/**
 * What to send, and whether it is too late for the signed NAV date; undefined if there is nothing
 * to send (any more).
 */
async function submissionNow(
  tx: Transaction,
  instructionId: string,
  ports: CrmPorts,
): Promise<Due | undefined> {
  const found = await submissionOf(tx, instructionId)
  if (!found) return undefined
  // While Bib was unavailable the account may have been refused, removed or changed: money only
  // goes to the account that the investor signed for.
  const signed = await documentedById(tx, instructionId)
  if (!signed?.isPayable || payeeOf(signed.document?.bankAccount) !== payeeOf(signed.bankAccount)) {
    await refused(tx, instructionId, {
      problem: new Problem(bankAccountUnfit),
      ports,
      by: 'system',
    })
    return undefined
  }
  const { submission, cutOff, account, debit, mandateId, investorId } = found
  if (debit?.isFit === false) {
    await refused(tx, instructionId, {
      problem: new Problem(bankAccountUnfit),
      ports,
      by: 'system',
    })
    return undefined
  }
  const soonest = navDateFor(jakarta(ports.clock.now()), cutOff, await marketHolidays(tx))
  const isLate = soonest > submission.expectedNavDate
  const whole = {
    ...submission,
    ...(account ? { bankAccount: opened(account, ports) } : {}),
    ...(debit ? { debit: { bankAccount: opened(debit, ports), mandateId: mandateId ?? '' } } : {}),
  }
  if (!isLate || mandateId === null) return { submission: whole, mandateId, investorId, isLate }
  // A mandate names no date: the next one is the investor's wish as well.
  await redate(tx, instructionId, soonest)
  const redated = { ...whole, expectedNavDate: soonest }
  return { submission: redated, mandateId, investorId, isLate: false }
}

/** Moves an instruction of a mandate to a later NAV date. */
async function redate(tx: Transaction, instructionId: string, navDate: string): Promise<void> {
  await moveInstruction(tx, instructionId, {
    from: ['approved'],
    to: 'approved',
    changes: { navDate },
  })
}

/** An account with its number, as Bib takes it. */
function opened(
  { numberSealed, isFit: _, ...account }: SealedAccount,
  { sealer }: Pick<CrmPorts, 'sealer'>,
) {
  const number = sealer.open(numberSealed, `investor_bank_account.number:${account.sourceId}`)
  return { ...account, number }
}

/**
 * Number and holder of an account as documents show them; a renamed bank is still the same bank.
 */
const payeeOf = (account: string | null | undefined) => account?.slice(account.indexOf('*')) ?? null

/**
 * Past the cut-off the investor is asked again, unless Bib accepted the instruction in time and its
 * reply was lost: Bib would then execute it at the signed date while the investor is asked for
 * another.
 */
async function takenInTime(
  { sourceId, tenant }: InstructionSubmission,
  { bib }: CrmPorts,
): Promise<InstructionRecord | undefined> {
  const [record] = (await bib.forTenant(tenant).internal.findInstructions({ sourceId })).items
  return record?.reason?.code === 'NAV_DATE_CHANGED' ? undefined : record
}

/**
 * Bib's record of the instruction, or its refusal. `learn` stores what Bib reports about the
 * investor meanwhile.
 */
async function submit(
  { submission, mandateId, investorId }: Due,
  ports: CrmPorts,
  learn: (investor: InvestorRecord) => Promise<void>,
): Promise<InstructionRecord | Problem> {
  const { internal } = ports.bib.forTenant(submission.tenant)
  const key = keyOf({ submission, mandateId })
  const create = async (externalId: string, idempotencyKey: string) =>
    await internal.createInstruction({ ...submission, externalId }, { idempotencyKey })
  try {
    return await create(submission.externalId, key).catch(async (error: unknown) => {
      if (!(error instanceof Problem) || error.code !== investorMerged.code) throw error
      // The event with the new id was lost, or is still in transit.
      const [investor] = (await internal.findInvestors({ sourceId: investorId })).items
      if (!investor?.externalId || investor.externalId === submission.externalId) throw error
      await learn(investor)
      return await create(investor.externalId, `${key}:${investor.externalId}`)
    })
  } catch (error) {
    // Sent with an investor's earlier id, or with an account that has changed since: Bib has it,
    // and its reply was lost.
    const taken =
      error instanceof Problem && error.code === sourceIdTaken.code
        ? await takenInTime(submission, ports)
        : undefined
    if (taken) return taken
    // Bib would refuse it again; the queue retries any other error.
    if (
      error instanceof Problem &&
      error.status >= 400 &&
      error.status < 500 &&
      error.status !== 429 &&
      error.status !== 408
    )
      return error
    throw error
  }
}

type Refusing = { problem: Problem; ports: CrmPorts; by?: 'bib' | 'system' }

async function refused(
  tx: Transaction,
  instructionId: string,
  { problem, ports, by = 'bib' }: Refusing,
): Promise<void> {
  // By its code, for which the screens have words.
  const reason = problem.code
  const instruction = await documentedById(tx, instructionId)
  if (
    !instruction ||
    !(await moveInstruction(tx, instructionId, {
      from: ['approved'],
      to: 'rejected',
      changes: { statusReason: reason },
    }))
  )
    return
  await addEvent(tx, instructionId, { status: 'rejected', by, detail: reason })
  if (instruction.mandate) return await followRun(tx, instructionId, ports)
  await tellRmOfInstruction(tx, instruction, 'instruction.rejected', reason)
  await notifyOfRefusal(tx, instruction, reason)
}
