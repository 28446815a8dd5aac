import type { RiskProfile } from '@rmtools/contracts/crm/risk-profiles'
import { requiredConsents, type Consent } from '@rmtools/contracts/crm/consents'
import { documentTypes, requiredDocuments, type Document, type DocumentType } from '@rmtools/contracts/crm/documents'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import type { KycFault } from '@rmtools/contracts/crm/kyc-rules'
import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { claimedByOther, seniorApprovalMissing } from '@rmtools/contracts/crm/investor-problems'
import { isReturnable } from '@rmtools/contracts/crm/investor-statuses'
import { staleVersion, wrongState, type ProblemKind } from '@rmtools/contracts/problem'
import type { Case } from './queries.ts'

/** How long a reviewer holds a case that was taken for review. */
export const CLAIM_MINUTES = 30

/** Who had a hand in a case may not decide on it: makers, and the RM whose book it is in. */
export function isMaker({ rmId, makers }: Pick<Case, 'rmId' | 'makers'>, userId: string): boolean {
  return rmId === userId || makers.includes(userId)
}

/** Whether another reviewer holds the case at `now`. */
export function isClaimedByOther({ claimedBy, claimedAt }: Pick<Case, 'claimedBy' | 'claimedAt'>, userId: string, now: Date): boolean {
  if (claimedBy === null || claimedBy === userId || claimedAt === null) return false
  return Date.parse(claimedAt) + CLAIM_MINUTES * 60_000 > now.getTime()
}

/** Claims made before this have run out at `now`. */
export function claimsSince(now: Date): string {
  return new Date(now.getTime() - CLAIM_MINUTES * 60_000).toISOString()
}

type Deciding = { decision: 'approve' | 'return' | 'reject'; version: number; userId: string; now: Date }

/** Why this user may not make this decision on this case; undefined when it may be made. */
export function refusalOf(investor: Case, { decision, version, userId, now }: Deciding): ProblemKind | undefined {
  if (isMaker(investor, userId)) return fourEyes
  if (!(decision === 'return' ? isReturnable(investor.status) : investor.status === 'submitted')) return wrongState
  if (investor.version !== version) return staleVersion
  if (isClaimedByOther(investor, userId, now)) return claimedByOther
  if (decision === 'approve' && investor.isPep && investor.seniorApprovedBy === null) return seniorApprovalMissing
  return undefined
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
