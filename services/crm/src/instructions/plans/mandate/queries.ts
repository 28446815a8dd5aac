import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import type { PlanStatus } from '@rmtools/contracts/crm/plan-rules'
import { sql, type Db } from '@rmtools/kit/db'
import type { CompanyFacts } from '@rmtools/kit/letterhead'
import { accountText, isFitAccount } from '../../accounts/queries.ts'
import type { KeptTerms } from '../queries.ts'

export type MandateStatus = 'waiting' | 'signed' | 'declined' | 'expired' | 'replaced' | 'revoked'

/** A mandate with everything that its document and its messages say. */
export type MandateRow = {
  id: string
  planId: string
  status: MandateStatus
  terms: KeptTerms
  licenceNumber: string
  riskBand: number | null
  document: PlanDocument | null
  documentHash: string | null
  linkExpiresAt: string | null
  signedAt: string | null
  planStatus: PlanStatus
  investorId: string
  investorName: string
  investorPhone: string | null
  investorEmail: string | null
  sid: string | null
  ifua: string | null
  rmId: string
  rmName: string | null
  rmPhone: string | null
  companyName: string
  companyIsActive: boolean
  brandColour: string | null
  logo: string | null
  letterhead: Pick<CompanyFacts, 'legalName' | 'licenceNumber' | 'address'>
  linkHours: number
  otpSeconds: number | null
  certifiedAbove: string | null
  bankAccount: string | null
  isAccountFit: boolean
}

const accountId = sql`(m.terms ->> 'bankAccountId')::uuid`
const documented = sql`m.*, p.status as plan_status, p.investor_id, i.display_name as investor_name, i.phone as investor_phone, i.email as investor_email, i.sid, i.ifua,
  p.rm_id, u.full_name as rm_name, u.phone as rm_phone, c.name as company_name, c.is_active as company_is_active,
  c.settings ->> 'brandColour' as brand_colour, c.settings ->> 'logo' as logo,
  jsonb_build_object('legalName', c.settings -> 'legalName', 'licenceNumber', c.settings -> 'licenceNumber', 'address', c.settings -> 'address') as letterhead,
  coalesce((c.settings ->> 'approvalLinkHours')::int, 72) as link_hours, (c.settings ->> 'otpSeconds')::int as otp_seconds,
  c.settings ->> 'certifiedSignatureAbove' as certified_above,
  ${accountText(accountId)} as bank_account, ${isFitAccount(accountId)} as is_account_fit`
const from = sql`plan_mandate m join plan p on p.id = m.plan_id join investor i on i.id = p.investor_id
  join known_company c on c.company_id = p.company_id left join known_user u on u.id = p.rm_id`

/** A mandate with its facts. */
export async function mandateById(db: Db, id: string): Promise<MandateRow | undefined> {
  return await db.one(sql<MandateRow>`select ${documented} from ${from} where m.id = ${id}`)
}

/** The mandate in force of a plan. */
export async function mandateInForce(db: Db, planId: string): Promise<MandateRow | undefined> {
  return await db.one(
    sql<MandateRow>`select ${documented} from ${from} where m.plan_id = ${planId} and 'signed' = m.status`,
  )
}

/** The latest mandate of a plan, whatever its status. */
export async function latestMandate(db: Db, planId: string): Promise<MandateRow | undefined> {
  return await db.one(
    sql<MandateRow>`select ${documented} from ${from} where m.plan_id = ${planId} order by m.id desc limit 1`,
  )
}

export type NewMandate = {
  planId: string
  terms: KeptTerms
  licenceNumber: string
  riskBand: number | null
}

/** Stores a mandate that waits for its signature. */
export async function insertMandate(db: Db, mandate: NewMandate): Promise<string> {
  const row = await db.one(sql<{ id: string }>`
    insert into plan_mandate (plan_id, terms, licence_number, risk_band)
    values (${mandate.planId}, ${JSON.stringify(mandate.terms)}::jsonb, ${mandate.licenceNumber}, ${mandate.riskBand}) returning id`)
  return row?.id ?? ''
}

type Move = { from: readonly MandateStatus[]; to: MandateStatus; linkExpiresAt?: string | null }

/** Changes the status of a mandate; false if it is in none of these any more. */
export async function moveMandate(
  db: Db,
  id: string,
  { from: before, to, linkExpiresAt = null }: Move,
): Promise<boolean> {
  const moved = await db.run(sql`
    update plan_mandate set status = ${to}, link_expires_at = coalesce(${linkExpiresAt}, link_expires_at)
    where id = ${id} and status = any(${before}::text[])`)
  return moved === 1
}

/** Ends the mandates of a plan that are in these states; returns their ids. */
export async function endMandates(
  db: Db,
  planId: string,
  { from: before, to }: Pick<Move, 'from' | 'to'>,
): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    update plan_mandate set status = ${to} where plan_id = ${planId} and status = any(${before}::text[]) returning id`)
  return rows.map(({ id }) => id)
}

/** Stores that a waiting mandate was signed; false if it does not wait any more. */
export async function signMandate(
  db: Db,
  id: string,
  signed: { document: PlanDocument; hash: string; at: string },
): Promise<boolean> {
  const moved = await db.run(sql`
    update plan_mandate set status = 'signed', document = ${JSON.stringify(signed.document)}::jsonb, document_hash = ${signed.hash}, signed_at = ${signed.at}
    where id = ${id} and status = 'waiting'`)
  return moved === 1
}
