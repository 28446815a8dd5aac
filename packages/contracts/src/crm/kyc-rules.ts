// What a KYC form must contain before it may be submitted. Screens and server share the rules.
import { compare, total } from '../decimals.ts'
import { documentTypes } from './documents.ts'
import {
  isMasked,
  kycFieldNames,
  type BeneficialOwner,
  type IndividualKyc,
  type InstitutionalKyc,
  type InvestorKind,
} from './kyc.ts'
import { readNik } from './nik.ts'
import { normaliseNpwp } from './npwp.ts'
import {
  required,
  absent,
  isEmpty,
  ownerFaults,
  addressFaults,
  taxFaults,
  notFuture,
  notPast,
  type KycFault,
  type KycContext,
} from './kyc-faults.ts'

type Form = { individual: Partial<IndividualKyc>; institutional: Partial<InstitutionalKyc> }

/** POJK 8/2023 art. 25(1), and what Bib requires. */
const requiredOfIndividual = [
  'fullName',
  'email',
  'phone',
  'identityType',
  'identityNumber',
  'identityAddress',
  'placeOfBirth',
  'dateOfBirth',
  'nationality',
  'sex',
  'maritalStatus',
  'motherMaidenName',
  'occupation',
  'yearlyIncome',
  'sourceOfFunds',
  'purpose',
  'assetOwner',
  'isPep',
  'isUsPerson',
  'taxResidences',
] as const satisfies (keyof IndividualKyc)[]

/** POJK 8/2023 art. 25 for institutions, and what Bib requires. */
const requiredOfInstitution = [
  'fullName',
  'email',
  'phone',
  'countryOfDomicile',
  'legalForm',
  'companyType',
  'characteristic',
  'lineOfBusiness',
  'npwp',
  'placeOfEstablishment',
  'dateOfEstablishment',
  'deedNumber',
  'deedDate',
  'incomeLevel',
  'sourceOfFunds',
  'purpose',
  'isPep',
  'address',
  'contactPerson',
  'authorisedPersons',
  'beneficialOwners',
  'entityClass',
  'isUsPerson',
  'taxResidences',
] as const satisfies (keyof InstitutionalKyc)[]

const worksForSomebody = ['entrepreneur', 'civil-servant', 'military-police', 'employee']

/**
 * The missing and invalid fields; empty if the form can be submitted. A masked value counts as
 * present and valid.
 */
export function missingFields<K extends InvestorKind>(
  kind: K,
  kyc: Form[K],
  context: KycContext,
): KycFault[] {
  const faults =
    kind === 'individual'
      ? individualFaults(kyc as Form['individual'], context)
      : institutionalFaults(kyc as Form['institutional'], context)
  return faults.map(({ pointer, code }) => ({ pointer: `/${kind}${pointer}`, code }))
}

/** Warnings for the reviewer, which do not prevent submission. */
export function kycWarnings<K extends InvestorKind>(
  kind: K,
  kyc: Form[K],
  context: KycContext,
): KycFault[] {
  if (kind === 'institutional') return []
  const form = kyc as Form['individual']
  const number = ownNik(form)
  if (number === undefined) return []
  const { dateOfBirth = null, sex = null } = form
  const { warnings } = readNik(number, { ...context, dateOfBirth, sex })
  const faults: KycFault[] = warnings.map((code) => ({
    pointer: '/individual/identityNumber',
    code,
  }))
  // PMK 112/2022: a resident individual's tax number is the NIK; old numbers still circulate.
  const npwp = form.npwp
  if (npwp && !isMasked(npwp) && normaliseNpwp(npwp) !== number)
    faults.push({ pointer: '/individual/npwp', code: 'npwp-not-nik' })
  return faults
}

/** Faults of the given values, whatever is still missing: saving a part refuses these. */
export function invalidFields<K extends InvestorKind>(
  kind: K,
  kyc: Form[K],
  context: KycContext,
): KycFault[] {
  return missingFields(kind, kyc, context).filter(
    ({ code }) => code !== 'required' && !isCompleteness(code),
  )
}

const isCompleteness = (code: string) =>
  ['passport-of-citizen', 'tin-or-reason', 'share-missing'].includes(code)

function ownNik(form: Partial<IndividualKyc>): string | undefined {
  const { identityType, identityNumber } = form
  return identityType === 'ktp' && identityNumber && !isMasked(identityNumber)
    ? identityNumber
    : undefined
}

function individualFaults(form: Partial<IndividualKyc>, context: KycContext): KycFault[] {
  const faults = absent(form, requiredOfIndividual)
  const nik = ownNik(form)
  if (nik !== undefined)
    faults.push(
      ...readNik(nik, context).blocks.map((code) => ({ pointer: '/identityNumber', code })),
    )
  if (form.identityType === 'passport') {
    if (form.nationality === 'ID')
      faults.push({ pointer: '/identityType', code: 'passport-of-citizen' })
    if (!form.identityExpiresOn) faults.push(required('/identityExpiresOn'))
    else faults.push(...notPast('/identityExpiresOn', form.identityExpiresOn, context))
  }
  faults.push(...notFuture('/dateOfBirth', form.dateOfBirth, context))
  if (form.occupation && worksForSomebody.includes(form.occupation))
    faults.push(...workplaceFaults(form))
  if (form.assetOwner === 'other' && isEmpty(form.beneficialOwners))
    faults.push(required('/beneficialOwners'))
  faults.push(...ownerFaults(form.beneficialOwners ?? [], context))
  if (form.isPep && !form.pepPosition) faults.push(required('/pepPosition'))
  for (const name of ['identityAddress', 'domicileAddress', 'correspondenceAddress'] as const)
    faults.push(...addressFaults(`/${name}`, form[name]))
  return [...faults, ...taxFaults(form, context)]
}

/** POJK 8/2023 art. 25(1): address and phone of the workplace. */
function workplaceFaults({ employer }: Partial<IndividualKyc>): KycFault[] {
  if (!employer) return [required('/employer')]
  const faults = absent(employer, ['phone', 'address']).map(({ pointer }) =>
    required(`/employer${pointer}`),
  )
  return [...faults, ...addressFaults('/employer/address', employer.address)]
}

function institutionalFaults(form: Partial<InstitutionalKyc>, context: KycContext): KycFault[] {
  const faults = absent(form, requiredOfInstitution)
  if (isEmpty(form.nib) && isEmpty(form.siupNumber) && isEmpty(form.licenceNumber))
    faults.push(required('/licenceNumber'))
  for (const name of ['dateOfEstablishment', 'deedDate'] as const)
    faults.push(...notFuture(`/${name}`, form[name], context))
  for (const name of ['siupExpiresOn', 'skdExpiresOn'] as const)
    faults.push(...notPast(`/${name}`, form[name], context))
  if (form.isPep && !form.pepPosition) faults.push(required('/pepPosition'))
  if (form.entityClass === 'financial-institution' && !form.giin) faults.push(required('/giin'))
  if (form.entityClass === 'passive-nfe' && isEmpty(form.controllingPersons))
    faults.push(required('/controllingPersons'))
  faults.push(
    ...(form.authorisedPersons ?? []).flatMap((person, index) =>
      personFaults(`/authorisedPersons/${index}`, person, context),
    ),
  )
  const owners = form.beneficialOwners ?? []
  return [
    ...faults,
    ...shareFaults(owners),
    ...ownerFaults(owners, context),
    ...figureFaults(form.figures ?? [], context),
    ...addressFaults('/address', form.address),
    ...taxFaults(form, context),
  ]
}

function shareFaults(owners: readonly BeneficialOwner[]): KycFault[] {
  const faults = owners.flatMap(({ share }, index): KycFault[] => {
    const code = shareFault(share)
    return code ? [{ pointer: `/beneficialOwners/${index}/share`, code }] : []
  })
  const isAbove = compare(total(owners.map(({ share }) => share ?? '0')), '100') > 0
  return isAbove ? [...faults, { pointer: '/beneficialOwners', code: 'shares-above-100' }] : faults
}

function shareFault(share: BeneficialOwner['share']): KycFault['code'] | undefined {
  if (!share) return 'share-missing'
  const isPossible = compare(share, '0') !== 0 && compare(share, '100') <= 0
  return isPossible ? undefined : 'share-impossible'
}

type Person = NonNullable<InstitutionalKyc['authorisedPersons']>[number]

function personFaults(pointer: string, person: Person, context: KycContext): KycFault[] {
  const faults = [
    ...notPast(`${pointer}/ktpExpiresOn`, person.ktpExpiresOn, context),
    ...notPast(`${pointer}/passportExpiresOn`, person.passportExpiresOn, context),
  ]
  if (!person.ktpNumber && !person.passportNumber) faults.push(required(`${pointer}/ktpNumber`))
  if (!person.mobile) faults.push(required(`${pointer}/mobile`))
  if (person.npwp && !isMasked(person.npwp) && normaliseNpwp(person.npwp) === undefined)
    faults.push({ pointer: `${pointer}/npwp`, code: 'npwp-invalid' })
  if (person.ktpNumber && !isMasked(person.ktpNumber))
    faults.push(
      ...readNik(person.ktpNumber, context).blocks.map((code) => ({
        pointer: `${pointer}/ktpNumber`,
        code,
      })),
    )
  return faults
}

/** Only past or current years, each once. */
function figureFaults(
  figures: NonNullable<InstitutionalKyc['figures']>,
  { today }: KycContext,
): KycFault[] {
  const years = figures.map(({ year }) => year)
  return years.flatMap((year, index) => {
    const pointer = `/figures/${index}/year`
    if (year > Number(today.slice(0, 4))) return [{ pointer, code: 'date-future' }]
    return years.indexOf(year) < index ? [{ pointer, code: 'repeated' }] : []
  })
}

/**
 * The parts of a case that a reviewer can return: every form field, each document type, and the
 * items beside the form.
 */
export function returnablePointers(kind: InvestorKind): string[] {
  return [
    ...kycFieldNames[kind].map((name) => `/${kind}/${name}`),
    ...documentTypes.map((type) => `/documents/${type}`),
    '/bankAccounts',
    '/riskProfile',
    '/consents',
  ]
}
