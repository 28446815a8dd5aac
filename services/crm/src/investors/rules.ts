import type { RiskProfile } from '@rmtools/contracts/crm/risk-profiles'
import { requiredConsents, type Consent } from '@rmtools/contracts/crm/consents'
import { documentTypes, requiredDocuments, type Document, type DocumentType } from '@rmtools/contracts/crm/documents'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import type { KycFault } from '@rmtools/contracts/crm/kyc-rules'
import { CLAIM_MINUTES } from '@rmtools/contracts/crm/investor-review'

/** Claims made before this have run out at `now`. */
export function claimsSince(now: Date): string {
  return new Date(now.getTime() - CLAIM_MINUTES * 60_000).toISOString()
}

type Parts = {
  kind: InvestorKind
  identityType: string | null
  documents: readonly Pick<Document, 'type' | 'status'>[]
  accounts: number
  riskProfile: Pick<RiskProfile, 'expiresOn'> | null
  consents: readonly Pick<Consent, 'purpose' | 'withdrawnAt'>[]
  settings: Record<string, unknown>
  verificationMethod: string | null
  today: string
}

const missing = (pointer: string): KycFault => ({ pointer, code: 'required' })

/** What a case lacks beside its form before it may be submitted. */
export function missingParts(parts: Parts): KycFault[] {
  const { kind, identityType, documents, accounts, riskProfile, consents, settings, verificationMethod, today } = parts
  const required = companyDocuments(settings, kind) ?? requiredDocuments(kind, identityType)
  const stored = new Set(documents.filter(({ status }) => status === 'stored').map(({ type }) => type))
  const given = new Set(consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose))
  return [
    ...required.filter((type) => !stored.has(type)).map((type) => missing(`/documents/${type}`)),
    ...(accounts === 0 ? [missing('/bankAccounts')] : []),
    ...(riskProfile === null
      ? [missing('/riskProfile')]
      : riskProfile.expiresOn <= today
        ? [{ pointer: '/riskProfile', code: 'expired' }]
        : []),
    ...requiredConsents.filter((purpose) => !given.has(purpose)).map((purpose) => missing(`/consents/${purpose}`)),
    ...(verificationMethod === null ? [missing('/verificationMethod')] : []),
  ]
}

/** A company's own list of documents: setting `requiredDocuments`, by kind of investor. */
function companyDocuments(settings: Record<string, unknown>, kind: InvestorKind): DocumentType[] | undefined {
  const own: unknown = (settings['requiredDocuments'] as Record<string, unknown> | undefined)?.[kind]
  return Array.isArray(own) ? documentTypes.filter((type) => own.includes(type)) : undefined
}
