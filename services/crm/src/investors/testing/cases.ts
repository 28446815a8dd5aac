// Cases in the states that tests start from.
import type { InvestorRecord } from '@rmtools/bib/internal'
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import type { Investor } from '@rmtools/contracts/crm/investor-cases'
import type { IndividualChanges, InstitutionalChanges } from '@rmtools/contracts/crm/kyc'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import type { PayloadOf } from '@rmtools/kit/job-registry'
import { companyScope } from '@rmtools/kit/scope'
import { crmJobs } from '../../jobs.ts'
import { applyInvestorStatus } from '../from-bib.ts'
import { companyA, people, picture, type Person, type World } from './world.ts'

/** From Tebet, female, born on 1 July 1990. */
export const NIK = '3174014107900001'
export const ACCOUNT_NUMBER = '5270123456789'
export const MOTHER = 'Kartini Wulandari'

export const address = {
  line: 'Jl. Tebet Barat 1',
  rt: '001',
  rw: '002',
  city: 'Jakarta Selatan',
  cityCode: '31.74',
  province: 'DKI Jakarta',
  postalCode: '12810',
  country: 'ID',
}

/** A complete form; the serial number in the NIK varies. */
export function individualForm(nik = NIK): IndividualChanges {
  return {
    fullName: 'Siti Rahmawati',
    email: 'siti@example.co.id',
    phone: '081200000001',
    identityType: 'ktp',
    identityNumber: nik,
    npwp: nik,
    identityAddress: address,
    placeOfBirth: 'Jakarta',
    dateOfBirth: '1990-07-01',
    nationality: 'ID',
    sex: 'female',
    maritalStatus: 'married',
    spouseName: 'Budi',
    motherMaidenName: MOTHER,
    religion: 'islam',
    education: 'bachelor',
    occupation: 'employee',
    employer: { name: 'PT Maju', lineOfBusiness: 'Dagang', phone: '0215551234', address },
    yearlyIncome: '100m-500m',
    sourceOfFunds: 'salary',
    objective: 'long-term',
    purpose: 'Dana pendidikan anak',
    assetOwner: 'self',
    isPep: false,
    isUsPerson: false,
    statementType: 'electronic',
    taxResidences: [{ country: 'ID', tin: nik }],
  }
}

export const institutionalForm: InstitutionalChanges = {
  fullName: 'PT Sumber Makmur',
  email: 'finance@sumber.co.id',
  phone: '0215550000',
  countryOfDomicile: 'ID',
  legalForm: 'pt',
  companyType: 'corporate',
  characteristic: 'private',
  lineOfBusiness: 'Perdagangan',
  nib: '1234567890123',
  npwp: '01.234.567.8-912.000',
  placeOfEstablishment: 'Jakarta',
  dateOfEstablishment: '2010-03-01',
  deedNumber: '12',
  deedDate: '2010-03-01',
  deedNotary: 'Notaris X',
  incomeLevel: '10bn-50bn',
  sourceOfFunds: 'business-profit',
  purpose: 'Penempatan dana',
  isPep: false,
  isUsPerson: false,
  address,
  contactPerson: 'Dewi',
  entityClass: 'active-nfe',
  authorisedPersons: [
    {
      name: 'Dewi Lestari',
      position: 'Direktur',
      mobile: '081300000002',
      ktpNumber: '3174014107800002',
    },
  ],
  beneficialOwners: [
    { name: 'Hendra', nationality: 'ID', identityNumber: '3174010107700003', share: '60.00' },
  ],
  taxResidences: [{ country: 'ID', tin: '0012345678912000' }],
  figures: [{ year: 2025, assets: 1, profit: 1 }],
}

/** The middle answer to each question. */
export const answers = defaultQuestionnaire.questions.map(({ id }) => ({
  questionId: id,
  optionId: 'o3',
}))

export async function addDocument(
  world: World,
  person: Person,
  id: string,
  type: DocumentType,
): Promise<string> {
  const api = world.as(person)
  const { document } = await api.documents.declare({ id, type })
  await api.documents.upload({ id, documentId: document.id, bytes: await picture() })
  return document.id
}

export type Wish = {
  nik?: string
  person?: Person
  isPep?: boolean
  holderName?: string
  phone?: string
}

/** A complete case of an individual, not submitted. */
export async function readyCase(
  world: World,
  { nik = NIK, person = 'rm', isPep = false, holderName = 'SITI RAHMAWATI' }: Wish = {},
): Promise<Investor> {
  const api = world.as(person)
  const { id, version } = await api.investors.create({
    kind: 'individual',
    fullName: 'Siti Rahmawati',
  })
  const individual = { ...individualForm(nik), ...(isPep ? { isPep, pepPosition: 'Bupati' } : {}) }
  await api.investors.saveKyc({ id, version, individual, verificationMethod: 'in-person' })
  await besides(world, person, id, ['ktp', 'selfie', 'signature'])
  await api.bankAccounts.create({ id, bankCode: '014', number: ACCOUNT_NUMBER, holderName })
  return await api.investors.get({ id })
}

/** A complete case of an institution, not submitted. */
export async function readyInstitution(world: World): Promise<Investor> {
  const api = world.as('rm')
  const { id, version } = await api.investors.create({
    kind: 'institutional',
    fullName: 'PT Sumber Makmur',
  })
  await api.investors.saveKyc({
    id,
    version,
    institutional: institutionalForm,
    verificationMethod: 'video',
  })
  await besides(world, 'rm', id, [
    'deed',
    'decree',
    'nib',
    'npwp',
    'authorised-identity',
    'specimen-signatures',
  ])
  await api.bankAccounts.create({
    id,
    bankCode: '008',
    number: '1370099998888',
    holderName: 'Sumber Makmur PT',
  })
  return await api.investors.get({ id })
}

async function besides(
  world: World,
  person: Person,
  id: string,
  documents: readonly DocumentType[],
): Promise<void> {
  const api = world.as(person)
  for (const type of documents) await addDocument(world, person, id, type)
  await api.riskProfiles.create({ id, questionnaireVersion: 1, answers })
  for (const purpose of requiredConsents)
    await api.consents.give({
      id,
      purpose,
      textVersion: consentTexts[purpose].version,
      language: 'id',
    })
}

export async function submittedCase(world: World, wish: Wish = {}): Promise<Investor> {
  const { id, version } = await readyCase(world, wish)
  return await world.as(wish.person ?? 'rm').investors.submit({ id, version })
}

/** A NIK for each serial number. */
export const nikOf = (serial: number) => NIK.slice(0, 12) + String(serial).padStart(4, '0')

export async function approvedCase(world: World, wish: Wish = {}): Promise<Investor> {
  const { id, version } = await submittedCase(world, wish)
  await world.as('reviewer').investors.review({ items: [{ id, version }], decision: 'approve' })
  return await world.as('reviewer').investors.get({ id })
}

/** Runs the waiting hand-over of a case as the worker would. */
export async function handOver(world: World, investorId: string): Promise<void> {
  const [job] = (
    await world.jobs<PayloadOf<typeof crmJobs.bibInvestor>>(crmJobs.bibInvestor.name)
  ).filter((one) => one.investorId === investorId)
  const run = world.handlers.bibInvestor
  if (!job) throw new Error('no hand-over waits')
  await run(job, { attempt: 1, maxAttempts: 25, jobId: '1', log: world.ports.log })
}

/** Takes an event as Bib sends it; returns whether it changed anything. */
export async function hear(
  world: World,
  sourceId: string,
  sequence: number,
  { company = companyA, ...data }: Partial<InvestorRecord> & { company?: string },
) {
  const none = {
    externalId: null,
    previousExternalId: null,
    sid: null,
    ifua: null,
    linked: false,
    reasons: [],
    bankAccounts: [],
  }
  const blank: Omit<InvestorRecord, 'sequence' | 'updatedAt'> = {
    sourceId,
    rmId: people.rm.id,
    status: 'REGISTERED',
    ...none,
  }
  const origin = { requestId: 'event', ip: null, device: null }
  return await world.database.transaction(
    companyScope(company),
    origin,
    async (db) => await applyInvestorStatus(db, { sequence, data: { ...blank, ...data } }),
  )
}
