// Pure decisions about cases on the device: merges outbox entries with the server's data.
import { bankAccountDetails } from '@rmtools/contracts/crm/bank-account-fields'
import { consentTexts, type Consent, type ConsentPurpose } from '@rmtools/contracts/crm/consents'
import {
  requiredDocuments,
  type Document,
  type DocumentType,
} from '@rmtools/contracts/crm/documents'
import type { Investor, InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { kycFieldNames, type InvestorKind } from '@rmtools/contracts/crm/kyc'
import { missingFields } from '@rmtools/contracts/crm/kyc-rules'
import type { KycContext } from '@rmtools/contracts/crm/kyc-faults'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import {
  assess,
  type RiskAnswer,
  type RiskQuestionnaireContent,
} from '@rmtools/contracts/crm/risk-questionnaires'
import { missingParts } from '@rmtools/contracts/crm/submission'
import type { Entry } from '../sync/entries.ts'

export type Sync = 'waiting' | 'refused'
/** A case as the RM sees it; `sync` when part of it has not reached the server. */
export type SeenCase = InvestorDetail & { sync?: Sync; isUnsent?: boolean }
export type SeenInvestor = Investor & { sync?: Sync }

export const investorRecord = (id: string) => `investor/${id}`

type Who = { userId: string; companyId: string }
type Values = Readonly<Record<string, unknown>>
export type CaseContext = KycContext & {
  questionnaire: RiskQuestionnaireContent
  bankNames: ReadonlyMap<string, string>
}

/** The server's investors preceded by those in the outbox. */
export function withWaitingCases(
  investors: readonly Investor[],
  entries: readonly Entry[],
  who: Who,
): SeenInvestor[] {
  const known = new Set(investors.map(({ id }) => id))
  const made = entries
    .filter(
      ({ operation, input }) => operation === 'investors.create' && !known.has(String(input['id'])),
    )
    .map((entry): SeenInvestor => ({
      ...summaryOf(emptyCase(entry, who)),
      sync: entry.refusal ? 'refused' : 'waiting',
    }))
  const syncOf = (id: string): Sync | undefined =>
    syncState(entries.filter(({ record }) => record === investorRecord(id)))
  const seen = investors.map((investor): SeenInvestor => {
    const sync = syncOf(investor.id)
    return sync ? { ...investor, sync } : investor
  })
  return [...made.toReversed(), ...seen]
}

/** Whether entries wait, or were refused. */
export function syncState(entries: readonly Entry[]): Sync | undefined {
  if (entries.length === 0) return undefined
  return entries.some(({ refusal }) => refusal) ? 'refused' : 'waiting'
}

/** One case merged with its outbox entries; undefined if the device knows nothing about it. */
export function caseWithWaiting(
  detail: InvestorDetail | undefined,
  entries: readonly Entry[],
  { who, context }: { who: Who; context: CaseContext },
): SeenCase | undefined {
  const created = entries.find(({ operation }) => operation === 'investors.create')
  const start = detail ?? (created && emptyCase(created, who))
  const sync = syncState(entries)
  if (!start || !sync) return start
  const seen = entries.reduce((now: InvestorDetail, entry) => laidOver(now, entry, context), start)
  return {
    ...seen,
    missing: missingOf(seen, start, context),
    sync,
    ...(detail ? {} : { isUnsent: true }),
  }
}

function laidOver(seen: InvestorDetail, entry: Entry, context: CaseContext): InvestorDetail {
  const { operation, input, at } = entry
  if (operation === 'investors.saveKyc') return withAnswers(seen, input)
  if (operation === 'documents.add')
    return {
      ...seen,
      documents: [...without(seen.documents, input), documentOf(seen.id, input, at)],
    }
  if (operation === 'documents.remove')
    return { ...seen, documents: without(seen.documents, input) }
  if (operation === 'bankAccounts.add')
    return { ...seen, bankAccounts: [...seen.bankAccounts, accountOf(seen, entry, context)] }
  if (operation === 'riskProfiles.add')
    return { ...seen, riskProfile: profileOf(entry, context) ?? seen.riskProfile }
  if (operation === 'consents.give')
    return { ...seen, consents: [...seen.consents, consentOf(entry)] }
  if (operation === 'consents.withdraw')
    return { ...seen, consents: seen.consents.map((one) => withdrawn(one, entry)) }
  if (operation === 'investors.submit' && !entry.refusal)
    return { ...seen, status: 'submitted', submittedAt: at }
  return seen
}

function withAnswers(seen: InvestorDetail, input: Values): InvestorDetail {
  const { individual, institutional, verificationMethod } = input
  const answers = (seen.kind === 'individual' ? individual : institutional) ?? {}
  const form = {
    ...(seen.kind === 'individual' ? seen.individual : seen.institutional),
    ...answers,
  }
  const name = (form as { fullName?: string }).fullName
  return {
    ...seen,
    [seen.kind]: form,
    ...(name ? { displayName: name } : {}),
    ...(verificationMethod
      ? { verificationMethod: verificationMethod as InvestorDetail['verificationMethod'] }
      : {}),
  }
}

const without = (documents: readonly Document[], { documentId }: Values) =>
  documents.filter(({ id }) => id !== documentId)

function documentOf(investorId: string, input: Values, at: string): Document {
  const empty = { mediaType: null, sizeBytes: null, width: null, height: null }
  return {
    id: String(input['documentId']),
    investorId,
    type: input['type'] as DocumentType,
    status: 'stored',
    ...empty,
    storedAt: at,
    createdAt: at,
  }
}

function accountOf(
  { id, displayName }: InvestorDetail,
  { input, at }: Entry,
  { bankNames }: CaseContext,
): InvestorDetail['bankAccounts'][number] {
  const number = String(input['number'])
  const bankCode = String(input['bankCode'])
  const holderName = String(input['holderName'])
  const nameMatch = matchNames(holderName, displayName)
  return {
    id: String(input['accountId']),
    investorId: id,
    ...bankAccountDetails({ ...input, bankCode, number, holderName }),
    bankName: bankNames.get(bankCode) ?? bankCode,
    bic: null,
    number: `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`,
    nameMatch,
    review: nameMatch === 'weak' ? 'needed' : 'not-needed',
    bibStatus: null,
    bibReason: null,
    version: 1,
    createdAt: at,
  }
}

function profileOf(
  { id, input, at }: Entry,
  { questionnaire, today }: CaseContext,
): InvestorDetail['riskProfile'] {
  const result = assess(questionnaire, input['answers'] as RiskAnswer[])
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  const version = Number(input['questionnaireVersion'])
  return result
    ? {
        id,
        questionnaireVersion: version,
        ...result,
        by: 'user',
        profiledOn: today,
        expiresOn: nextYear,
        createdAt: at,
      }
    : null
}

function consentOf({ id, input, at }: Entry): Consent {
  const purpose = input['purpose'] as ConsentPurpose
  const language = input['language'] as Consent['language']
  const words = consentTexts[purpose][language]
  return {
    id,
    purpose,
    textVersion: String(input['textVersion']),
    language,
    words,
    by: 'user',
    givenAt: at,
    withdrawnAt: null,
  }
}

const withdrawn = (consent: Consent, { input, at }: Entry): Consent =>
  consent.id === input['consentId'] ? { ...consent, withdrawnAt: at } : consent

/** What is missing by the contract's rules. The server adds the documents that a company requires. */
function missingOf(
  seen: InvestorDetail,
  before: InvestorDetail,
  context: CaseContext,
): InvestorDetail['missing'] {
  const { kind, documents, bankAccounts, riskProfile, consents, verificationMethod } = seen
  const form = (kind === 'individual' ? seen.individual : seen.institutional) ?? {}
  const asked = before.missing.flatMap(({ pointer }) =>
    pointer.startsWith('/documents/') ? [pointer.slice(11) as DocumentType] : [],
  )
  const usual = requiredDocuments(kind, seen.individual?.identityType)
  const beside = missingParts({
    requiredDocuments: [...new Set([...usual, ...asked])],
    documents,
    accounts: bankAccounts.length,
    riskProfile,
    consents,
    verificationMethod,
    today: context.today,
  })
  return [...missingFields(kind, form, context), ...beside]
}

/** A case that was started on this device and has not reached the server. */
function emptyCase({ at, input, title }: Entry, { userId, companyId }: Who): InvestorDetail {
  const kind = input['kind'] as InvestorKind
  const contact = { email: text(input['email']), phone: text(input['phone']) }
  const form = {
    ...Object.fromEntries(kycFieldNames[kind].map((name) => [name, null])),
    fullName: title,
    ...contact,
  }
  return {
    ...nothingYet,
    ...contact,
    id: String(input['id']),
    companyId,
    rmId: userId,
    kind,
    leadId: text(input['leadId']),
    displayName: title,
    createdAt: at,
    updatedAt: at,
    individual: null,
    institutional: null,
    [kind]: form,
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const nothingYet = {
  rmName: null,
  rmLicenceNumber: null,
  status: 'draft',
  version: 1,
  isPep: false,
  externalId: null,
  sid: null,
  ifua: null,
  syncError: null,
  riskBand: null,
  riskExpiresOn: null,
  claimedBy: null,
  claimedByName: null,
  claimedAt: null,
  makers: [],
  seniorApprovedBy: null,
  seniorApprovedAt: null,
  seniorApprovalNote: null,
  waitingRisk: null,
  submittedAt: null,
  submittedBy: null,
  reviewedAt: null,
  reviewedBy: null,
  isLinked: false,
  verificationMethod: null,
  verifiedBy: null,
  verifiedAt: null,
  missing: [],
  warnings: [],
  openFields: null,
  returnReasons: [],
  lastReturn: [],
  bankAccounts: [],
  documents: [],
  riskProfile: null,
  consents: [],
} satisfies Partial<InvestorDetail>

function summaryOf(seen: InvestorDetail): Investor {
  return seen
}
