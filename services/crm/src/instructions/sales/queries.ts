// What decides on a sale: the company's settings, the seller, the buyer and the account.
import { lacksConsent, type Consent } from '@rmtools/contracts/crm/consents'
import { sql, type Db } from '@rmtools/kit/db'
import { isFit } from '../accounts/queries.ts'
import type { Account, Buyer, Seller } from '../rules.ts'

export type SaleFacts = {
  companyId: string
  tenant: string
  /** The number of product changes received. */
  edition: number
  cutOffDefault: string | null
  linkHours: number
  certifiedAbove: string | null
  orderCap: string | null
  orderQuestionAbove: string | null
  seller: Seller
  buyer: Buyer & { id: string; displayName: string; phone: string | null; email: string | null }
  account: (Account & { id: string }) | undefined
}

export type Sold = {
  investorId: string
  bankAccountId?: string | null | undefined
  sellerId: string
}

/**
 * The facts that decide on a sale, for an investor visible to the caller; undefined if there is
 * none.
 */
export async function saleFacts(
  db: Db,
  { investorId, bankAccountId, sellerId }: Sold,
): Promise<SaleFacts | undefined> {
  const row = await db.one(sql<
    Omit<SaleFacts, 'account'> & { consents: Pick<Consent, 'purpose' | 'withdrawnAt'>[] }
  >`
    select i.company_id, coalesce(c.settings ->> 'bibTenant', c.code) as tenant, coalesce((select last_value::float8 from product_edition), 0) as edition,
      c.settings ->> 'cutOffDefault' as cut_off_default,
      coalesce((c.settings ->> 'approvalLinkHours')::int, 72) as link_hours, c.settings ->> 'certifiedSignatureAbove' as certified_above,
      c.settings ->> 'orderCap' as order_cap, c.settings ->> 'orderQuestionAbove' as order_question_above,
      jsonb_build_object('licenceNumber', u.licence_number, 'licenceExpiresOn', u.licence_expires_on) as seller,
      jsonb_build_object('id', i.id, 'displayName', i.display_name, 'phone', i.phone, 'email', i.email, 'status', i.status,
        'externalId', i.external_id, 'riskBand', i.risk_band, 'riskExpiresOn', i.risk_expires_on,
          'sharesSellersContact', coalesce(u.phone = i.phone, false) or coalesce(mailbox(u.email) = mailbox(i.email), false)) as buyer,
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', w.purpose, 'withdrawnAt', w.withdrawn_at)), '[]') from consent w
        where w.investor_id = i.id) as consents
    from investor i join known_company c on c.company_id = i.company_id
    left join known_user u on u.id = ${sellerId}
    where i.id = ${investorId}`)
  if (!row) return undefined
  const account = bankAccountId
    ? await db.one(sql<Account & { id: string }>`
        select b.id, ${isFit} as is_fit from investor_bank_account b
        where b.id = ${bankAccountId} and b.investor_id = ${investorId} and b.removed_at is null`)
    : undefined
  const { consents, ...facts } = row
  return { ...facts, buyer: { ...facts.buyer, lacksConsent: lacksConsent(consents) }, account }
}
