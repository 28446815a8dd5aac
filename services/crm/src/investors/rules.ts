import {
  documentTypes,
  requiredDocuments,
  type DocumentType,
} from '@rmtools/contracts/crm/documents'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { CLAIM_MINUTES } from '@rmtools/contracts/crm/investor-review'

/** Claims older than this have expired at `now`. */
export function claimsSince(now: Date): string {
  return new Date(now.getTime() - CLAIM_MINUTES * 60_000).toISOString()
}

/** The documents that a case needs: the company's own list, else the defaults. */
export function documentsNeeded(
  settings: Record<string, unknown>,
  kind: InvestorKind,
  identityType: string | null,
): DocumentType[] {
  return companyDocuments(settings, kind) ?? requiredDocuments(kind, identityType)
}

/** A company's own list of documents: setting `requiredDocuments`, by kind of investor. */
function companyDocuments(
  settings: Record<string, unknown>,
  kind: InvestorKind,
): DocumentType[] | undefined {
  const own: unknown = (settings['requiredDocuments'] as Record<string, unknown> | undefined)?.[
    kind
  ]
  return Array.isArray(own) ? documentTypes.filter((type) => own.includes(type)) : undefined
}
