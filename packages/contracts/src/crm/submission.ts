// What a case lacks, besides its form, before it may be submitted. Used by the server and the
// screens.
import { requiredConsents, type Consent } from './consents.ts'
import type { Document, DocumentType } from './documents.ts'
import type { KycFault } from './kyc-faults.ts'
import type { RiskProfile } from './risk-profiles.ts'

export type CaseParts = {
  requiredDocuments: readonly DocumentType[]
  documents: readonly Pick<Document, 'type' | 'status'>[]
  accounts: number
  riskProfile: Pick<RiskProfile, 'expiresOn'> | null
  consents: readonly Pick<Consent, 'purpose' | 'withdrawnAt'>[]
  verificationMethod: string | null
  /** Today in WIB, yyyy-mm-dd. */
  today: string
}

const missing = (pointer: string): KycFault => ({ pointer, code: 'required' })

function riskProfileFaults(profile: CaseParts['riskProfile'], today: string): KycFault[] {
  if (profile === null) return [missing('/riskProfile')]
  return profile.expiresOn <= today ? [{ pointer: '/riskProfile', code: 'expired' }] : []
}

/** The missing documents, accounts, answers and consents. */
export function missingParts(parts: CaseParts): KycFault[] {
  const {
    requiredDocuments,
    documents,
    accounts,
    riskProfile,
    consents,
    verificationMethod,
    today,
  } = parts
  const stored = new Set(
    documents.filter(({ status }) => status === 'stored').map(({ type }) => type),
  )
  const given = new Set(
    consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose),
  )
  return [
    ...requiredDocuments
      .filter((type) => !stored.has(type))
      .map((type) => missing(`/documents/${type}`)),
    ...(accounts === 0 ? [missing('/bankAccounts')] : []),
    ...riskProfileFaults(riskProfile, today),
    ...requiredConsents
      .filter((purpose) => !given.has(purpose))
      .map((purpose) => missing(`/consents/${purpose}`)),
    ...(verificationMethod === null ? [missing('/verificationMethod')] : []),
  ]
}
