// What every case needs besides its form, and its way from the submission on.
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import { requiredDocuments } from '@rmtools/contracts/crm/documents'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import type { IndividualChanges, InvestorKind } from '@rmtools/contracts/crm/kyc'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import { eventually, type Caller } from '../caller.ts'
import { drawnDocument } from './pictures.ts'
import { demoUser, uniqueDigits, type Stage } from './stage.ts'

export type Registered = {
  id: string
  fullName: string
  email: string
  phone: string
  externalId: string
  bankAccountId: string
}
export type Person = Pick<Registered, 'fullName' | 'email' | 'phone'>

export const address = {
  line: 'Jl. Wijaya I No. 12',
  city: 'Kota Jakarta Selatan',
  cityCode: '31.74',
  province: 'DKI Jakarta',
  provinceCode: '31',
  postalCode: '12170',
  country: 'ID',
}

/** The middle answer to each question. */
export const riskAnswers = defaultQuestionnaire.questions.map(({ id, options }) => ({
  questionId: id,
  optionId: options[2]?.id ?? '',
}))

/**
 * The identity: a form's first part. The NIK is region, day of birth + 40 for women, month, year,
 * serial.
 */
export function whoIs(isWoman: boolean): IndividualChanges {
  const day = 1 + Math.floor(Math.random() * 28)
  const month = String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')
  const year = String(70 + Math.floor(Math.random() * 30))
  const serial = `${uniqueDigits(3)}${1 + Math.floor(Math.random() * 9)}`
  return {
    identityType: 'ktp',
    identityNumber: `317407${String(day + (isWoman ? 40 : 0)).padStart(2, '0')}${month}${year}${serial}`,
    placeOfBirth: 'Jakarta',
    dateOfBirth: `19${year}-${month}-${String(day).padStart(2, '0')}`,
    nationality: 'ID',
    sex: isWoman ? 'female' : 'male',
    maritalStatus: 'single',
    motherMaidenName: 'Kartini Suryani',
    identityAddress: address,
  }
}

/** Occupation and investment goals: the form's second part. */
export function whatFor(): IndividualChanges {
  return {
    occupation: 'housewife',
    yearlyIncome: '100m-500m',
    sourceOfFunds: 'salary',
    objective: 'long-term',
    purpose: 'Investasi jangka panjang',
    assetOwner: 'self',
    isPep: false,
    isUsPerson: false,
    taxResidences: [{ country: 'ID', tin: `31740757059${uniqueDigits(5)}` }],
  }
}

/** Adds documents, a bank account, the risk profile and the consents; returns the account's id. */
export async function addPapers(
  rm: Caller,
  id: string,
  { kind, fullName }: { kind: InvestorKind; fullName: string },
): Promise<string> {
  for (const type of requiredDocuments(kind, 'ktp')) {
    const { document } = await rm.api.documents.declare({ id, type })
    await rm.api.documents.upload({
      id,
      documentId: document.id,
      bytes: await drawnDocument(type, fullName),
    })
  }
  const account = await rm.api.bankAccounts.create({
    id,
    bankCode: '014',
    number: `52${uniqueDigits(8)}`,
    holderName: fullName,
  })
  await rm.api.riskProfiles.create({
    id,
    questionnaireVersion: defaultQuestionnaire.version,
    answers: riskAnswers,
  })
  for (const purpose of requiredConsents)
    await rm.api.consents.give({
      id,
      purpose,
      textVersion: consentTexts[purpose].version,
      language: 'id',
    })
  return account.id
}

/** Submits a complete case. */
export async function submit({ expect }: Stage, rm: Caller, id: string): Promise<void> {
  const { missing, version } = await rm.api.investors.get({ id })
  expect(missing.length === 0, `nothing is missing (${JSON.stringify(missing)})`)
  await rm.api.investors.submit({ id, version })
}

/** Maya approves a case. */
export async function approveCase(stage: Stage, id: string): Promise<void> {
  const maya = await demoUser(stage, 'maya')
  const { version } = await maya.api.investors.claim({ id })
  const { results } = await maya.api.investors.review({
    items: [{ id, version }],
    decision: 'approve',
  })
  stage.expect(results[0]?.problem === null, `the case is approved (${JSON.stringify(results[0])})`)
}

/** Waits for the investor's external id and SID from Bib. */
export async function untilRegistered(rm: Caller, id: string): Promise<InvestorDetail> {
  return await eventually('the registration at Bib', async () => {
    const now = await rm.api.investors.get({ id })
    return now.status === 'registered' && now.sid !== null && now
  })
}
