// A case in Bib's form: secrets are opened, and our codes replaced by the ones agreed with Bib.
import type { InvestorUpdate } from '@rmtools/bib/internal'
import type {
  BankAccount,
  IndividualKyc as BibIndividual,
  InstitutionalKyc as BibInstitution,
} from '@rmtools/bib/kyc'
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import { isPayable } from '@rmtools/contracts/crm/bank-accounts'
import type { Address, IndividualKyc, InstitutionalKyc } from '@rmtools/contracts/crm/kyc'
import type { CodeListName } from '@rmtools/contracts/crm/code-lists'
import type { Db } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { openNumber } from '../bank-accounts/capture.ts'
import { overridesOf } from '../code-lists/queries.ts'
import { merged } from '../code-lists/rules.ts'
import { partsOf, type CaseParts } from '../case/parts.ts'
import { kseiCityCodes } from './queries.ts'
import type { KycCase } from '../queries.ts'
import { userName } from '../company/queries.ts'

/** Bib queues submissions and fetches the documents when it processes them. */
const FETCH_SECONDS = 3600

type Translate = {
  code: (list: CodeListName, value: string | null) => string
  codeOrNull: (list: CodeListName, value: string | null) => string | null
  address: (address: Address | null) => BibIndividual['identityAddress'] | null
}
type Verification = BibIndividual['verification']

/**
 * Throws if a case that passed the checks lacks what Bib needs: an operator then sees the failed
 * job.
 */
function required<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw new Error(`the case lacks ${field}`)
  return value
}

/** All data of a case that Bib receives, without its ids. */
export async function snapshotOf(
  db: Db,
  investor: KycCase,
  tenant: string,
  ports: CrmPorts,
): Promise<InvestorUpdate> {
  const parts = await partsOf(db, investor, ports)
  const translate = await translation(db, investor.companyId, parts)
  const verification = await verificationOf(db, investor)
  const kyc =
    investor.kind === 'individual'
      ? individual(parts, translate, verification)
      : institution(parts, translate, verification)
  return {
    tenant,
    rmId: investor.rmId,
    kyc,
    bankAccounts: accounts(parts, ports),
    documents: documents(parts, ports),
  }
}

async function translation(db: Db, companyId: string, { form }: CaseParts): Promise<Translate> {
  const entries = new Map(
    merged(await overridesOf(db, companyId)).map((entry) => [
      `${entry.list}/${entry.code}`,
      entry.sinvestCode,
    ]),
  )
  const addresses = Object.values(form).filter(
    (value): value is Address => typeof value === 'object' && value !== null && 'cityCode' in value,
  )
  const cities = await kseiCityCodes(
    db,
    addresses.flatMap(({ cityCode }) => (cityCode ? [cityCode] : [])),
  )
  const codeOrNull: Translate['codeOrNull'] = (list, value) =>
    value === null ? null : (entries.get(`${list}/${value}`) ?? null)
  return {
    codeOrNull,
    code: (list, value) => required(codeOrNull(list, value), list),
    address: (address) => {
      if (address === null) return null
      const { districtCode: _, provinceCode: __, ...rest } = address
      return { ...rest, kseiCityCode: cities.get(address.cityCode ?? '') ?? null }
    },
  }
}

async function verificationOf(
  db: Db,
  { verificationMethod, verifiedBy, verifiedAt }: KycCase,
): Promise<Verification> {
  const methods = {
    'in-person': 'IN_PERSON',
    video: 'VIDEO',
    'non-face-to-face': 'NON_FACE_TO_FACE',
  } as const
  const by = required(verifiedBy, 'verifiedBy')
  return {
    method: methods[required(verificationMethod, 'verificationMethod')],
    verifiedBy: (await userName(db, by)) ?? by,
    verifiedAt: required(verifiedAt, 'verifiedAt'),
  }
}

function individual(
  { form, riskProfile }: CaseParts,
  { code, codeOrNull, address }: Translate,
  verification: Verification,
): BibIndividual {
  const kyc = form as IndividualKyc
  const { employer } = kyc
  const owners = (kyc.beneficialOwners ?? []).map(({ name }) => name).join(', ')
  return {
    kind: 'INDIVIDUAL',
    fullName: kyc.fullName,
    alias: kyc.alias,
    identityType: kyc.identityType === 'passport' ? 'PASSPORT' : 'KTP',
    identityNumber: required(kyc.identityNumber, 'identityNumber'),
    identityExpiry: kyc.identityExpiresOn,
    npwp: kyc.npwp,
    npwpRegistered: kyc.npwpRegisteredOn,
    placeOfBirth: required(kyc.placeOfBirth, 'placeOfBirth'),
    dateOfBirth: required(kyc.dateOfBirth, 'dateOfBirth'),
    countryOfBirth: kyc.countryOfBirth,
    nationality: required(kyc.nationality, 'nationality'),
    sex: required(kyc.sex, 'sex') === 'female' ? 'FEMALE' : 'MALE',
    maritalStatus: code('maritalStatus', kyc.maritalStatus),
    spouseName: kyc.spouseName,
    motherMaidenName: required(kyc.motherMaidenName, 'motherMaidenName'),
    religion: codeOrNull('religion', kyc.religion),
    education: codeOrNull('education', kyc.education),
    occupation: code('occupation', kyc.occupation),
    jobTitle: kyc.jobTitle,
    employer: employer?.name ?? null,
    employerBusiness: employer?.lineOfBusiness ?? null,
    employerPhone: employer?.phone ?? null,
    employerAddress: address(employer?.address ?? null),
    yearlyIncome: code('yearlyIncome', kyc.yearlyIncome),
    netWorth: codeOrNull('netWorth', kyc.netWorth),
    assetOwner: kyc.assetOwner === 'other' ? 'OTHER' : 'SELF',
    beneficialOwner: owners === '' ? null : owners.slice(0, 150),
    identityAddress: required(address(kyc.identityAddress), 'identityAddress'),
    domicileAddress: address(kyc.domicileAddress),
    correspondenceAddress: address(kyc.correspondenceAddress),
    mobile: required(kyc.phone, 'phone'),
    homePhone: kyc.homePhone,
    ...common(kyc, { riskProfile, codeOrNull, code }),
    verification,
  }
}

function institution(
  { form, riskProfile }: CaseParts,
  { code, codeOrNull, address }: Translate,
  verification: Verification,
): BibInstitution {
  const kyc = form as InstitutionalKyc
  const { statementType: _, pep: __, ...shared } = common(kyc, { riskProfile, codeOrNull, code })
  return {
    kind: 'INSTITUTIONAL',
    name: kyc.fullName,
    countryOfDomicile: required(kyc.countryOfDomicile, 'countryOfDomicile'),
    legalForm: code('legalForm', kyc.legalForm),
    companyType: code('companyType', kyc.companyType),
    characteristic: code('characteristic', kyc.characteristic),
    lineOfBusiness: required(kyc.lineOfBusiness, 'lineOfBusiness'),
    licenceNumber: kyc.licenceNumber,
    siup: kyc.siupNumber,
    siupExpiry: kyc.siupExpiresOn,
    nib: kyc.nib,
    skd: kyc.skdNumber,
    skdExpiry: kyc.skdExpiresOn,
    npwp: required(kyc.npwp, 'npwp'),
    npwpRegistered: kyc.npwpRegisteredOn,
    placeOfEstablishment: required(kyc.placeOfEstablishment, 'placeOfEstablishment'),
    dateOfEstablishment: required(kyc.dateOfEstablishment, 'dateOfEstablishment'),
    deedNumber: required(kyc.deedNumber, 'deedNumber'),
    deedDate: required(kyc.deedDate, 'deedDate'),
    deedNotary: kyc.deedNotary,
    incomeLevel: code('institutionIncome', kyc.incomeLevel),
    address: required(address(kyc.address), 'address'),
    phone: required(kyc.phone, 'phone'),
    website: kyc.website,
    contactPerson: required(kyc.contactPerson, 'contactPerson'),
    authorisedPersons: (kyc.authorisedPersons ?? []).map(
      ({ ktpExpiresOn = null, passportExpiresOn = null, ...person }) => ({
        ...person,
        ktpExpiry: ktpExpiresOn,
        passportExpiry: passportExpiresOn,
      }),
    ),
    beneficialOwners: (kyc.beneficialOwners ?? []).map(({ relationship: ___, ...owner }) => ({
      ...owner,
      share: required(owner.share, 'share'),
    })),
    ...(kyc.figures ? { figures: kyc.figures } : {}),
    entityClass: codeOrNull('entityClass', kyc.entityClass),
    giin: kyc.giin,
    ...(kyc.hasSubstantialUsOwner === null
      ? {}
      : { substantialUsOwner: kyc.hasSubstantialUsOwner }),
    ...(kyc.controllingPersons ? { controllingPersons: kyc.controllingPersons } : {}),
    ...shared,
    verification,
  }
}

type Common = Pick<Translate, 'code' | 'codeOrNull'> & Pick<CaseParts, 'riskProfile'>

function common(kyc: IndividualKyc | InstitutionalKyc, { riskProfile, code, codeOrNull }: Common) {
  const profile = required(riskProfile, 'riskProfile')
  return {
    email: required(kyc.email, 'email'),
    fax: kyc.fax,
    sourceOfFunds: code('sourceOfFunds', kyc.sourceOfFunds),
    objective: codeOrNull('objective', kyc.objective),
    purpose: required(kyc.purpose, 'purpose'),
    riskProfile: profile.band,
    riskProfiledOn: profile.profiledOn,
    pep: kyc.isPep === true,
    statementType: kyc.statementType === 'paper' ? ('PAPER' as const) : ('ELECTRONIC' as const),
    fatcaStatus: codeOrNull('fatcaStatus', kyc.fatcaStatus),
    usPerson: kyc.isUsPerson === true,
    taxResidences: (kyc.taxResidences ?? []).map(({ country, tin = null, noTinReason = null }) => ({
      country,
      tin,
      noTinReason: codeOrNull('noTinReason', noTinReason),
    })),
  }
}

/** Bib does not get accounts that await review or were refused. */
function accounts({ bankAccounts }: CaseParts, ports: CrmPorts): BankAccount[] {
  return bankAccounts
    .filter((account) => isPayable({ ...account, bibStatus: null }))
    .map((account) => {
      const { id, bankCode, bic, bankName, branch, country, currency, holderName } = account
      return {
        sourceId: id,
        bankCode,
        bic,
        bankName,
        branch,
        country,
        currency,
        holderName,
        number: openNumber(account, ports),
      }
    })
}

const documentKinds = {
  ktp: 'KTP',
  passport: 'PASSPORT',
  selfie: 'SELFIE',
  npwp: 'NPWP',
  signature: 'SIGNATURE',
  'bank-book': 'BANK_BOOK',
  deed: 'DEED',
  'deed-amendment': 'DEED',
  decree: 'DECREE',
  nib: 'BUSINESS_LICENCE',
  siup: 'BUSINESS_LICENCE',
  skd: 'DOMICILE',
  'authorised-identity': 'KTP',
  'owner-identity': 'KTP',
  'board-resolution': 'BOARD_RESOLUTION',
  'specimen-signatures': 'SIGNATURE',
  other: 'OTHER',
} as const satisfies Record<DocumentType, string>

function documents(
  { documents: stored }: CaseParts,
  { files, publicUrl }: CrmPorts,
): InvestorUpdate['documents'] {
  return stored.flatMap(({ id, companyId, type, mediaType, sha256, storageKey }) =>
    mediaType !== null && sha256 !== null && storageKey !== null
      ? [
          {
            sourceId: id,
            kind: documentKinds[type],
            mediaType,
            sha256,
            url: `${publicUrl}/crm/files/${files.signRead(storageKey, { companyId, userId: null }, FETCH_SECONDS)}`,
          },
        ]
      : [],
  )
}
