// What happens to a link: opened, refused, answered.
import {
  linkAccountUnfit,
  linkExpired,
  linkUsed,
  linkVoid,
  type InstructionDocument,
} from '@rmtools/contracts/crm/approvals'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import { Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Db, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { crmJobs } from '../../jobs.ts'
import { tellRmOfInstruction } from '../../notifications/notify.ts'
import type { CrmPorts } from '../../ports.ts'
import { documentOf } from '../document.ts'
import {
  addEvent,
  documentedById,
  marketHolidays,
  moveInstruction,
  type DocumentedRow,
} from '../queries.ts'
import {
  anyLinkTo,
  keepEvidence,
  openLinkTo,
  type Linked,
  type Signed,
  type SubjectOf,
} from './links.ts'
import * as queries from './queries.ts'

export type Opened = Linked<{ instruction: DocumentedRow }>

/** The instruction of a link. */
const instructionOf: SubjectOf<{ instruction: DocumentedRow }> = async (db, { instructionId }) => {
  const instruction = instructionId === null ? undefined : await documentedById(db, instructionId)
  return instruction && { instruction }
}

type Opening = {
  token: string
  isLocking: boolean
  refusalOf: (opened: Opened) => ProblemKind | undefined
}

/** The link of a token and its instruction, or the refusal (`openLinkTo`). */
export async function openLink(db: Transaction, opening: Opening): Promise<Opened | Problem> {
  return await openLinkTo(db, { ...opening, subjectOf: instructionOf })
}

/** The link and its instruction, whatever their status. Throws 404 for an unknown token. */
export const anyLink = async (db: Transaction, token: string): Promise<Opened> =>
  await anyLinkTo(db, token, instructionOf)

/**
 * Why a link is closed: it was answered, replaced, withdrawn or has expired, its company is closed,
 * or its account is unfit.
 */
export function whyClosed(
  { link, instruction }: Opened,
  { clock }: Pick<CrmPorts, 'clock'>,
): ProblemKind | undefined {
  if (link.usedAt !== null) return linkUsed
  if (link.voidedAt !== null || !instruction.companyIsActive) return linkVoid
  if (Date.parse(link.expiresAt) <= clock.now().getTime()) return linkExpired
  if (instruction.status !== 'awaiting-approval') return linkVoid
  return instruction.isPayable ? undefined : linkAccountUnfit
}

/** The document as it would be signed now: its NAV date is that of an approval at this moment. */
export async function documentNow(
  db: Db,
  instruction: DocumentedRow,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<InstructionDocument> {
  return documentOf(
    instruction,
    navDateFor(jakarta(clock.now()), instruction.product.cutOff, await marketHolidays(db)),
  )
}

type Answer = Opened & { at: string }

/** Approves: state, evidence, hand-over to Bib and notification of the RM in one transaction. */
export async function approve(
  db: Transaction,
  { link, instruction, at }: Answer,
  signed: Signed & { document: InstructionDocument; hash: string },
) {
  const { document, hash } = signed
  const text = JSON.stringify(document)
  const moved = await moveInstruction(db, instruction.id, {
    from: ['awaiting-approval'],
    to: 'approved',
    changes: {
      navDate: document.navDate,
      document: text,
      documentHash: hash,
      approvedAt: at,
      statusReason: null,
    },
  })
  if (!moved) throw new Problem(linkUsed)
  await queries.useLink(db, link.id, at)
  await keepEvidence(db, {
    ...signed,
    of: { instructionId: instruction.id },
    link,
    phone: instruction.investorPhone,
    at,
  })
  await addEvent(db, instruction.id, { status: 'approved', by: 'investor' })
  await addJob(db, crmJobs.bibInstruction, {
    companyId: companyOf(db),
    instructionId: instruction.id,
  })
  await tellRmOfInstruction(db, instruction, 'instruction.approved')
  return { status: 'approved' as const, navDate: document.navDate, at }
}

/** Declines with the investor's reason. */
export async function decline(
  db: Transaction,
  { link, instruction, at }: Answer,
  reason: string | null,
) {
  const moved = await moveInstruction(db, instruction.id, {
    from: ['awaiting-approval'],
    to: 'declined',
    changes: { statusReason: reason },
  })
  if (!moved) throw new Problem(linkUsed)
  await queries.useLink(db, link.id, at)
  await addEvent(db, instruction.id, { status: 'declined', by: 'investor', detail: reason })
  await tellRmOfInstruction(db, instruction, 'instruction.declined')
  return { status: 'declined' as const, navDate: instruction.navDate, at }
}
