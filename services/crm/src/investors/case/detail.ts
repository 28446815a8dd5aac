// The whole case as screens show it: its parts side by side, missing items, and points to check.
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { kycFieldNames } from '@rmtools/contracts/crm/kyc'
import { kycWarnings, missingFields } from '@rmtools/contracts/crm/kyc-rules'
import type { KycFault } from '@rmtools/contracts/crm/kyc-faults'
import { missingParts } from '@rmtools/contracts/crm/submission'
import { jakarta } from '@rmtools/kit/clock'
import type { Db } from '@rmtools/kit/db'
import { waitingChanges } from '@rmtools/kit/second-person'
import type { CrmPorts } from '../../ports.ts'
import { sharesNumber, type AccountRow } from '../bank-accounts/queries.ts'
import { contactWarnings } from '../contacts/staff.ts'
import { kycRow } from '../kyc/queries.ts'
import { isIdentityKnown, type KycCase } from '../queries.ts'
import { openReasons } from '../review/queries.ts'
import { lastReturnOf } from '../review/returned.ts'
import { documentsNeeded } from '../rules.ts'
import { partsOf, type CaseParts } from './parts.ts'

type Ports = Pick<CrmPorts, 'clock' | 'sealer'>

/**
 * What prevents the submission of a case: form fields, documents, account, risk profile, consents,
 * verification.
 */
export function faultsOf(investor: KycCase, parts: CaseParts): KycFault[] {
  const { form, context, settings, bankAccounts, documents, riskProfile, consents } = parts
  const { kind, verificationMethod } = investor
  const identityType = typeof form['identityType'] === 'string' ? form['identityType'] : null
  const { today } = context
  const beside = missingParts({
    requiredDocuments: documentsNeeded(settings, kind, identityType),
    documents,
    accounts: bankAccounts.length,
    riskProfile,
    consents,
    verificationMethod,
    today,
  })
  return [...missingFields(kind, form, context), ...beside]
}

/** The form of a case for display: secrets masked, fields never saved null. */
export async function shownForm(
  db: Db,
  investor: KycCase,
): Promise<Pick<InvestorDetail, 'individual' | 'institutional'>> {
  const { id, kind, displayName: fullName, email, phone } = investor
  const row = await kycRow(db, kind, id)
  const form = {
    ...Object.fromEntries(kycFieldNames[kind].map((name) => [name, row?.[name] ?? null])),
    fullName,
    email,
    phone,
  }
  return { individual: null, institutional: null, [kind]: form }
}

/** A case with all its parts, from one snapshot. */
export async function detailOf(db: Db, investor: KycCase, ports: Ports): Promise<InvestorDetail> {
  const [parts, shown, returnReasons, waitingRisk] = await Promise.all([
    partsOf(db, investor, ports),
    shownForm(db, investor),
    openReasons(db, investor.id),
    waitingRiskOf(db, investor.id, ports),
  ])
  const [warnings, lastReturn] = await Promise.all([
    warningsOf(db, investor, parts, jakarta(ports.clock.now()).date),
    lastReturnOf(db, { investor, parts, shown }, ports),
  ])
  const { bankAccounts, documents, riskProfile, consents } = parts
  return {
    ...investor,
    ...shown,
    missing: faultsOf(investor, parts),
    warnings,
    openFields: returnReasons.length > 0 ? returnReasons.map(({ pointer }) => pointer) : null,
    returnReasons,
    lastReturn,
    bankAccounts,
    documents,
    riskProfile,
    waitingRisk,
    consents,
  }
}

async function waitingRiskOf(
  db: Db,
  id: string,
  { clock }: Ports,
): Promise<InvestorDetail['waitingRisk']> {
  const [change] = await waitingChanges(db, 'known_user', clock.now(), {
    kind: 'risk-rise',
    subject: id,
  })
  return change ? { band: Number(change.payload['band']), askedAt: change.askedAt } : null
}

async function warningsOf(
  db: Db,
  investor: KycCase,
  { form, context, bankAccounts }: CaseParts,
  today: string,
): Promise<KycFault[]> {
  const { kind, identityHash, isPep, rmLicenceExpiresOn } = investor
  const warn = (condition: boolean, pointer: string, code: string): KycFault[] =>
    condition ? [{ pointer, code }] : []
  const identity = kind === 'individual' ? '/individual/identityNumber' : '/institutional/npwp'
  const [ofContacts, isKnown, isShared] = await Promise.all([
    contactWarnings(db, investor, form),
    identityHash === null ? false : isIdentityKnown(db, investor),
    sharesNumber(db, investor.id),
  ])
  return [
    ...kycWarnings(kind, form, context),
    ...ofContacts,
    ...warn(isKnown, identity, 'identity-known'),
    ...bankAccounts.flatMap((account: AccountRow) =>
      warn(account.nameMatch === 'weak', `/bankAccounts/${account.id}`, 'name-differs'),
    ),
    ...warn(isShared, '/bankAccounts', 'account-shared'),
    ...warn(isPep, `/${kind}/isPep`, 'politically-exposed'),
    ...warn(
      rmLicenceExpiresOn !== null && rmLicenceExpiresOn < today,
      '/rmLicenceNumber',
      'licence-expired',
    ),
  ]
}
