// Who may edit: the RM while a case is a draft or returned, the investor while a link is open.
import { isEditable, isMaintainable } from '@rmtools/contracts/crm/investor-statuses'
import { Problem, wrongState, type ProblemKind } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf, type Actor } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { crmJobs, handOverKey } from '../../jobs.ts'
import { requireConsents } from '../consents/giving.ts'
import { addMaker, bumpCase, lockCase, type KycCase } from '../queries.ts'
import { openReasons } from '../review/queries.ts'

/** A locked case and its editable fields; `openFields` is null if all are. */
export type Editing = {
  investor: KycCase
  openFields: readonly string[] | null
  by: 'user' | 'investor'
}

/**
 * `isMaintenance` also opens a registered investor; `isRightOfInvestor` marks acts that a withdrawn
 * consent does not stop.
 */
export type Pen = { isMaintenance?: boolean; isRightOfInvestor?: boolean }

/**
 * Gives the RM the pen, i.e. the right to edit. Throws 404 for another RM's case, wrong-state while
 * others have the pen, consent-not-in-force.
 */
export async function editAsRm(
  db: Transaction,
  id: string,
  actor: Actor,
  { isMaintenance, isRightOfInvestor }: Pen = {},
): Promise<Editing> {
  const investor = await lockedCase(db, id)
  if (!(isMaintenance ? isMaintainable : isEditable)(investor.status))
    throw new Problem(wrongState, { detail: `The case is ${investor.status}` })
  if (!isRightOfInvestor) await requireConsents(db, id)
  if (!investor.makers.includes(actor.userId)) await addMaker(db, id, actor.userId)
  return { investor, openFields: await openFieldsOf(db, investor), by: 'user' }
}

/** A case within the caller's reach, locked until the transaction ends. Throws 404. */
export async function lockedCase(db: Transaction, id: string): Promise<KycCase> {
  return existing(await lockCase(db, id))
}

/** The returned parts of a case, or null if nothing was returned. */
export async function openFieldsOf(
  db: Transaction,
  { id, status }: Pick<KycCase, 'id' | 'status'>,
): Promise<string[] | null> {
  if (status === 'registered') return null
  const reasons = await openReasons(db, id)
  return reasons.length > 0 ? reasons.map(({ pointer }) => pointer) : null
}

/** Throws `problem` if a reviewer returned the case without this part. */
export function requireOpen({ openFields }: Editing, pointer: string, problem: ProblemKind): void {
  if (openFields !== null && !openFields.includes(pointer))
    throw new Problem(problem, { errors: [{ pointer, code: 'not-open' }] })
}

/**
 * Queues the job that sends a case to Bib; at most one per investor waits, and they run in order.
 */
export async function requestHandOver(
  db: Transaction,
  { id, version }: Pick<KycCase, 'id' | 'version'>,
): Promise<string> {
  await addJob(db, crmJobs.bibInvestor, { companyId: companyOf(db), investorId: id, version })
  return handOverKey(id)
}

/** Sends the new data to Bib after a change of a registered investor. */
export async function requestUpdate(db: Transaction, investor: KycCase): Promise<void> {
  if (investor.status === 'registered') await requestHandOver(db, await bumpCase(db, investor.id))
}
