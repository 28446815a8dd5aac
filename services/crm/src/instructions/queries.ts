import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import type {
  Instruction,
  InstructionStatus,
  instructions,
} from '@rmtools/contracts/crm/instructions'
import type { InstructionEvent } from '@rmtools/contracts/crm/instruction-events'
import type { Payment } from '@rmtools/contracts/crm/payments'
import type { Input } from '@rmtools/contracts/endpoint'
import { listed, type Total } from '@rmtools/contracts/lists'
import { fixedChanges } from '@rmtools/kit/changes'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CompanyFacts } from '@rmtools/kit/letterhead'
import { createdWithin, type Selection } from '@rmtools/kit/paging'
import type { CrmDb } from '../db.ts'
import { pageOrder, pageSql, totalOf } from '../pages.ts'
import { accountText, isFitAccount } from './accounts/queries.ts'
import { instructionsWith } from './buyers/queries.ts'

const build = statements<CrmDb>()

const shown = sql`n.*, n.paying as payment, (select r.id from instruction r where r.repeat_of = n.id) as repeated_by, (select r.plan_id from plan_run r where r.id = n.plan_run_id) as plan_id, n.product ->> 'name' as product_name, n.target_product ->> 'name' as target_product_name, i.display_name as investor_name,
  (select u.full_name from known_user u where u.id = n.rm_id) as rm_name`

type Filter = Input<typeof instructions.list>

async function selectionOf(
  db: Db,
  filter: Filter,
  ownerId: string | null,
): Promise<Selection<'status' | 'paymentState'>> {
  const { status, statuses, payments, type, investorId, productCode, search } = filter
  const rmId = ownerId ?? filter.rmId
  const byStatus = status ? [status] : listed(statuses)
  return {
    anyOf: payments
      ? { column: 'paymentState', values: listed(payments) }
      : { column: 'status', values: byStatus },
    conditions: [
      ...(payments && byStatus.length > 0 ? [sql`status = any(${byStatus}::text[])`] : []),
      ...(rmId ? [sql`rm_id = ${rmId}`] : []),
      ...(type ? [sql`type = ${type}`] : []),
      ...(investorId ? [sql`investor_id = ${investorId}`] : []),
      ...(productCode ? [sql`product_code = ${productCode}`] : []),
      ...(await instructionsWith(db, search)),
      ...createdWithin(filter),
    ],
  }
}

/** A page of instructions, one row more than requested. */
export async function instructionsOf(
  db: Db,
  filter: Filter,
  ownerId: string | null,
): Promise<Instruction[]> {
  const { limit = 20, cursor, order: direction } = filter
  const page = pageSql('instruction', {
    limit,
    cursor,
    direction,
    ...(await selectionOf(db, filter, ownerId)),
  })
  return await db.all(
    sql<Instruction>`select ${shown} from ${page} n join investor i on i.id = n.investor_id order by ${pageOrder<'instruction'>('n', { direction })}`,
  )
}

/** The total of instructions, if requested. */
export async function instructionTotal(
  db: Db,
  filter: Filter,
  ownerId: string | null,
): Promise<{ total?: Total }> {
  if (filter.count !== true) return {}
  return await totalOf(db, 'instruction', {
    count: filter.count,
    ...(await selectionOf(db, filter, ownerId)),
  })
}

/** An instruction that the caller may see. */
export async function instructionById(db: Db, id: string): Promise<Instruction | undefined> {
  return await db.one(
    sql<Instruction>`select ${shown} from instruction n join investor i on i.id = n.investor_id where n.id = ${id}`,
  )
}

/** Whether there is an instruction with this id that the caller may see. */
export async function isInstruction(db: Db, id: string): Promise<boolean> {
  return (
    (await db.one(build.selectFrom('instruction').select('id').where('id', '=', id))) !== undefined
  )
}

/** Whether there is an investor with this id that the caller may see. */
export async function isInvestor(db: Db, id: string): Promise<boolean> {
  return (
    (await db.one(build.selectFrom('investor').select('id').where('id', '=', id))) !== undefined
  )
}

/** The time line of an instruction, oldest first. */
export async function eventsOf(db: Db, instructionId: string): Promise<InstructionEvent[]> {
  return await db.all(sql<InstructionEvent>`
    select status, at, "by", detail, about, case when about = 'correction' then data end as correction,
      case when about = 'refund' then data end as refund, case when about = 'payment' then data end as payment
    from instruction_event where instruction_id = ${instructionId} order by id`)
}

type NewEvent = Pick<InstructionEvent, 'status' | 'by'> & {
  detail?: string | null
  about?: InstructionEvent['about']
  /** Corrections and refunds. */
  data?: object
}

/** Adds to the time line. */
export async function addEvent(
  db: Db,
  instructionId: string,
  { data, ...event }: NewEvent,
): Promise<void> {
  await db.run(
    build
      .insertInto('instructionEvent')
      .values({ instructionId, ...event, data: data ? JSON.stringify(data) : null }),
  )
}

/** Days other than weekends on which the exchange is closed. */
export async function marketHolidays(db: Db): Promise<ReadonlySet<string>> {
  return new Set(
    (await db.all(build.selectFrom('marketHoliday').select('date'))).map(({ date }) => date),
  )
}

export type NewInstruction = {
  id?: string
  rmId: string
  investorId: string
  type: string
  status: InstructionStatus
  productCode: string
  product: string
  targetProductCode: string | null
  targetProduct: string | null
  currency: string
  amount: string | null
  units: string | null
  allUnits: boolean
  feePercent: string
  feeAmount: string | null
  navDate: string
  bankAccountId: string | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  licenceNumber: string
  worth: string | null
  duplicateOf: string | null
  amountQuestions: string[]
  amountReason: string | null
  repeatOf?: string
}

/** Stores an instruction; undefined if its id exists. */
export async function insertInstruction(
  db: Db,
  instruction: NewInstruction,
): Promise<string | undefined> {
  const query = build
    .insertInto('instruction')
    .values(instruction)
    .onConflict((conflict) => conflict.column('id').doNothing())
  return (await db.one(query.returning('id')))?.id
}

type Move = {
  from: readonly InstructionStatus[]
  to: InstructionStatus
  version?: number
  changes?: Partial<{
    statusReason: string | null
    navDate: string
    document: string
    documentHash: string
    linkExpiresAt: string | null
    approvedAt: string
    sentAt: string
    bibReference: string
  }>
}

/** Fields that a change of state may set. */
export const movedWith = [
  'statusReason',
  'navDate',
  'document',
  'documentHash',
  'linkExpiresAt',
  'approvedAt',
  'sentAt',
  'bibReference',
] as const

/**
 * Changes the state of an instruction if it is still in one of the states and at the version.
 * Returns whether it did: the loser of a race gets false.
 */
export async function moveInstruction(
  db: Db,
  id: string,
  { from, to, version, changes = {} }: Move,
): Promise<boolean> {
  let query = build
    .updateTable('instruction')
    .set({
      ...fixedChanges(movedWith, changes),
      status: to,
      version: sql`version + 1`,
      updatedAt: sql`now()`,
    })
    .where('id', '=', id)
    // An array instead of a list, because each length of a list would be another statement text.
    .where(sql<boolean>`status = any(${from}::text[])`)
  if (version !== undefined) query = query.where('version', '=', version)
  return (await db.run(query)) === 1
}

export type DocumentedRow = {
  id: string
  investorId: string
  status: InstructionStatus
  letterhead: Pick<CompanyFacts, 'legalName' | 'licenceNumber' | 'address'>
  companyName: string
  companyIsActive: boolean
  brandColour: string | null
  logo: string | null
  rmId: string
  rmName: string | null
  rmPhone: string | null
  licenceNumber: string
  investorName: string
  sid: string | null
  ifua: string | null
  investorPhone: string | null
  investorEmail: string | null
  type: InstructionDocument['type']
  product: { code: string; name: string; manager: string; cutOff: string }
  targetProduct: { code: string; name: string } | null
  currency: string
  amount: string | null
  units: string | null
  allUnits: boolean
  feePercent: string
  feeAmount: string | null
  navDate: string
  bankAccount: string | null
  /** False if the account to pay to was refused or removed since. */
  isPayable: boolean
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  linkHours: number
  otpSeconds: number | null
  worth: string | null
  certifiedAbove: string | null
  linkExpiresAt: string | null
  document: InstructionDocument | null
  payment: Payment | null
  bibReference: string | null
  allocatedUnits: string | null
  allocatedNav: string | null
  allocatedAmount: string | null
  settledOn: string | null
  /** Of an instruction that a plan has made: the mandate that it stands on. */
  mandate: { id: string; planId: string; signedAt: string } | null
}

const accountId = sql`n.bank_account_id`

/** The data of an instruction's document, and whom to notify. */
export async function documentedById(db: Db, id: string): Promise<DocumentedRow | undefined> {
  return await db.one(sql<DocumentedRow>`
    select n.*, n.paying as payment, coalesce(n.worth, n.amount) as worth, c.settings ->> 'certifiedSignatureAbove' as certified_above, c.name as company_name, c.is_active as company_is_active,
      c.settings ->> 'brandColour' as brand_colour, c.settings ->> 'logo' as logo,
      jsonb_build_object('legalName', c.settings -> 'legalName', 'licenceNumber', c.settings -> 'licenceNumber', 'address', c.settings -> 'address') as letterhead, i.sid, i.ifua, u.full_name as rm_name, u.phone as rm_phone, i.display_name as investor_name,
      i.phone as investor_phone, i.email as investor_email, coalesce((c.settings ->> 'approvalLinkHours')::int, 72) as link_hours,
      (c.settings ->> 'otpSeconds')::int as otp_seconds,
      ${accountText(accountId)} as bank_account,
      (select jsonb_build_object('id', m.id, 'planId', m.plan_id, 'signedAt', m.signed_at) from plan_mandate m where m.id = n.mandate_id) as mandate,
      n.bank_account_id is null or ${isFitAccount(accountId)} as is_payable
    from instruction n join investor i on i.id = n.investor_id join known_company c on c.company_id = n.company_id left join known_user u on u.id = n.rm_id
    where n.id = ${id}`)
}
