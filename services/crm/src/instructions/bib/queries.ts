import type { Allocation, Refund } from '@rmtools/contracts/crm/instruction-results'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { sql, type Db } from '@rmtools/kit/db'
import { isFit } from '../accounts/queries.ts'
import type { Known } from './rules.ts'

const BIB_TYPE = {
  subscription: 'SUBSCRIPTION',
  redemption: 'REDEMPTION',
  switching: 'SWITCHING',
} as const

export type SealedAccount = {
  sourceId: string
  bankCode: string
  bic: string | null
  bankName: string
  branch: string | null
  country: string
  currency: string
  numberSealed: Buffer
  holderName: string
  isFit: boolean
}

/**
 * A signed instruction in Bib's form, with the account number still sealed; undefined unless it is
 * approved and not yet sent.
 */
export async function submissionOf(db: Db, id: string) {
  const row = await db.one(sql<{
    sourceId: string
    tenant: string
    rmId: string
    externalId: string | null
    type: keyof typeof BIB_TYPE
    productCode: string
    targetProductCode: string | null
    amount: string | null
    units: string | null
    all: boolean
    signedAt: string | null
    evidenceHash: string | null
    expectedNavDate: string
    cutOff: string
    bankAccountId: string | null
    investorId: string
    mandateId: string | null
    debitAccountId: string | null
  }>`
    select n.id as source_id, coalesce(c.settings ->> 'bibTenant', c.code) as tenant, n.rm_id, i.external_id, n.type, n.product_code, n.target_product_code,
      n.amount, n.units, n.all_units as all, coalesce(m.signed_at, n.approved_at) as signed_at, n.document_hash as evidence_hash, n.nav_date as expected_nav_date,
      n.product ->> 'cutOff' as cut_off, n.bank_account_id, n.investor_id, n.mandate_id,
      case when p.way = 'direct-debit' then p.bank_account_id end as debit_account_id
    from instruction n join investor i on i.id = n.investor_id join known_company c on c.company_id = n.company_id
      left join plan_mandate m on m.id = n.mandate_id left join plan_run r on r.id = n.plan_run_id left join plan p on p.id = r.plan_id
    where n.id = ${id} and n.status = 'approved'`)
  if (!row) return undefined
  const { bankAccountId, cutOff, type, investorId, externalId, signedAt, evidenceHash } = row
  const { mandateId, debitAccountId } = row
  // Bib must never get an order that nobody signed: the job fails, and an operator sees it.
  if (externalId === null || signedAt === null || evidenceHash === null)
    throw new Error(`instruction ${id} is approved but lacks the records of its approval`)
  const { sourceId, tenant, rmId, productCode, targetProductCode } = row
  const { amount, units, all, expectedNavDate } = row
  const submission = {
    sourceId,
    tenant,
    rmId,
    productCode,
    targetProductCode,
    amount,
    units,
    all,
    expectedNavDate,
    externalId,
    signedAt,
    evidenceHash,
    type: BIB_TYPE[type],
  }
  const account = bankAccountId === null ? undefined : await sealedAccount(db, bankAccountId)
  const debit = debitAccountId === null ? undefined : await sealedAccount(db, debitAccountId)
  return { cutOff, account, debit, mandateId, investorId, submission }
}

/** An account with its number still sealed. */
async function sealedAccount(db: Db, id: string): Promise<SealedAccount | undefined> {
  return await db.one(sql<SealedAccount>`
    select b.id as source_id, b.bank_code, k.bic, k.name as bank_name, b.branch, b.country, b.currency, b.number_sealed, b.holder_name,
      ${isFit} as is_fit
    from investor_bank_account b join bank k on k.code = b.bank_code where b.id = ${id}`)
}

/** The key of an instruction at Bib, and its version. */
export async function bibKeyOf(
  db: Db,
  id: string,
): Promise<{ tenant: string; version: number } | undefined> {
  return await db.one(sql<{ tenant: string; version: number }>`
    select coalesce(c.settings ->> 'bibTenant', c.code) as tenant, n.version
    from instruction n join known_company c on c.company_id = n.company_id where n.id = ${id}`)
}

/** Whether instruction `n` was cancelled here, whatever Bib has reported since. */
export const cancelledHere = sql`exists (select from instruction_event e where e.instruction_id = n.id and e.status = 'cancelled' and e."by" <> 'bib')`

/**
 * The stored result from Bib for an instruction, locked until the transaction ends; undefined if
 * there is none.
 */
export async function lockKnown(db: Db, id: string): Promise<Known | undefined> {
  return await db.one(sql<Known>`
    select status, status_reason, bib_sequence::float8 as bib_sequence, refund, nav_date, allocated_nav as nav, allocated_units as units,
      allocated_amount as amount, allocated_fee as fee, allocated_target as target,
      ${cancelledHere} as was_cancelled_here
    from instruction n where id = ${id} for update`)
}

/** What an order was allotted, as stored. */
export async function allotmentOf(db: Db, id: string): Promise<Allocation | undefined> {
  return await db.one(sql<Allocation>`
    select nav_date, allocated_nav as nav, allocated_units as units, allocated_amount as amount, allocated_fee as fee, allocated_target as target
    from instruction where id = ${id}`)
}

export type BibChange = {
  status: InstructionStatus
  sequence: number
  reference: string
  statusReason: string | null
  navDate: string | null
  nav: string | null
  units: string | null
  amount: string | null
  fee: string | null
  target: object | null
  payment: object | null
  /**
   * For an order that Bib has just accepted: the payment request of an earlier round no longer
   * counts.
   */
  isNewRound: boolean
  settledOn: string | null
  correctedAt: string | null
}

const json = (value: object | null) => (value === null ? null : JSON.stringify(value))

/** Stores Bib's report on an instruction; `lockKnown` has shown that it is newer. */
export async function applyBibChange(db: Db, id: string, change: BibChange): Promise<void> {
  await db.run(sql`
    update instruction set status = ${change.status}, bib_sequence = ${change.sequence}, bib_reference = ${change.reference}, status_reason = ${change.statusReason},
      nav_date = coalesce(${change.navDate}, nav_date), allocated_nav = coalesce(${change.nav}, allocated_nav),
      allocated_units = coalesce(${change.units}, allocated_units), allocated_amount = coalesce(${change.amount}, allocated_amount),
      allocated_fee = coalesce(${change.fee}, allocated_fee), allocated_target = coalesce(${json(change.target)}::jsonb, allocated_target),
      corrected_at = coalesce(${change.correctedAt}, corrected_at), payment = coalesce(${json(change.payment)}::jsonb, case when not ${change.isNewRound}::boolean then payment end),
      settled_on = coalesce(${change.settledOn}, settled_on), version = version + 1, updated_at = now()
    where id = ${id}`)
}

/** Stores the state of a refund. */
export async function keepRefund(
  db: Db,
  id: string,
  { refund, sequence }: { refund: Refund; sequence: number },
): Promise<void> {
  await db.run(sql`
    update instruction set refund = ${JSON.stringify(refund)}::jsonb, bib_sequence = greatest(bib_sequence, ${sequence}), version = version + 1, updated_at = now()
    where id = ${id}`)
}
