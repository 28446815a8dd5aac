// Chapter two: a lead becomes an investor with full KYC, is sent back for two fields, corrected, approved, and registered at Bib.
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-profiles'
import { eventually, type Caller } from '../caller.ts'
import { drawnDocument } from './pictures.ts'
import { demoUser, randomDigits, type Stage } from './stage.ts'

export type Registered = { id: string; fullName: string; email: string; phone: string; externalId: string; bankAccountId: string }

/** Walks the chapter with the RM; gives the registered investor. */
export async function kyc(stage: Stage, rm: Caller): Promise<Registered> {
  const { say, expect } = stage
  const digits = randomDigits(7)
  const person = {
    fullName: `Siti Rahmawati ${digits.slice(0, 3)}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
    email: `siti${digits}@mail.example`,
    phone: `+62812${digits}2`,
  }
  const { lead } = await rm.api.leads.create({ ...person, interest: 'Dana pendidikan anak', source: 'Seminar' })
  await rm.api.leadActivities.create({ id: lead.id, kind: 'meeting', text: 'Bertemu di kantor, ingin mulai dengan pasar uang' })
  const moved = await rm.api.leads.update({ id: lead.id, version: lead.version, status: 'qualified' })
  say(`a lead: ${moved.fullName}, ${moved.status}, with a note of the meeting`)

  const investor = await rm.api.investors.create({ kind: 'individual', leadId: lead.id, ...person })
  expect((await rm.api.leads.get({ id: lead.id })).status === 'converted', 'the lead is converted')
  const bankAccountId = await capture(rm, investor.id, person.fullName)
  const complete = await rm.api.investors.get({ id: investor.id })
  expect(complete.missing.length === 0, `nothing is missing (${JSON.stringify(complete.missing)})`)
  await rm.api.investors.submit({ id: investor.id, version: complete.version })
  say('the KYC is complete: form, documents, bank account, risk profile, consents; it is submitted')

  await review(stage, rm, investor.id)
  const registered = await eventually('the registration at Bib', async () => {
    const now = await rm.api.investors.get({ id: investor.id })
    return now.status === 'registered' && now.sid !== null && now
  })
  say(`Bib registered the investor: external id ${registered.externalId}, SID ${registered.sid}, IFUA ${registered.ifua}`)
  return { id: investor.id, ...person, externalId: registered.externalId ?? '', bankAccountId }
}

async function capture(rm: Caller, id: string, fullName: string): Promise<string> {
  const day = 41 + Math.floor(Math.random() * 28)
  const month = String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')
  const address = {
    line: 'Jl. Wijaya I No. 12',
    city: 'Kota Jakarta Selatan',
    cityCode: '31.74',
    province: 'DKI Jakarta',
    provinceCode: '31',
    postalCode: '12170',
    country: 'ID',
  }
  const draft = await rm.api.investors.get({ id })
  const half = await rm.api.investors.saveKyc({
    id,
    version: draft.version,
    verificationMethod: 'in-person',
    individual: {
      identityType: 'ktp',
      // Region, day of birth + 40 for women, month, year, serial.
      identityNumber: `317407${day}${month}90${randomDigits(3)}1`,
      placeOfBirth: 'Jakarta',
      dateOfBirth: `1990-${month}-${String(day - 40).padStart(2, '0')}`,
      nationality: 'ID',
      sex: 'female',
      maritalStatus: 'single',
      motherMaidenName: 'Kartini Suryani',
      identityAddress: address,
    },
  })
  await rm.api.investors.saveKyc({
    id,
    version: half.version,
    individual: {
      occupation: 'housewife',
      yearlyIncome: '100m-500m',
      sourceOfFunds: 'salary',
      objective: 'long-term',
      purpose: 'Investasi jangka panjang',
      assetOwner: 'self',
      isPep: false,
      isUsPerson: false,
      taxResidences: [{ country: 'ID', tin: `31740757059${randomDigits(5)}` }],
    },
  })
  for (const type of ['ktp', 'selfie', 'signature'] as const) {
    const { document } = await rm.api.documents.declare({ id, type })
    await rm.api.documents.upload({ id, documentId: document.id, bytes: await drawnDocument(type, fullName) })
  }
  const account = await rm.api.bankAccounts.create({ id, bankCode: '014', number: `52${randomDigits(8)}`, holderName: fullName })
  const answers = defaultQuestionnaire.questions.map(({ id: questionId, options }) => ({ questionId, optionId: options[2]?.id ?? '' }))
  await rm.api.riskProfiles.create({ id, questionnaireVersion: defaultQuestionnaire.version, answers })
  for (const purpose of requiredConsents)
    await rm.api.consents.give({ id, purpose, textVersion: consentTexts[purpose].version, language: 'id' })
  return account.id
}

async function review(stage: Stage, rm: Caller, id: string): Promise<void> {
  const { say, expect } = stage
  const maya = await demoUser(stage, 'maya')
  const claimed = await maya.api.investors.claim({ id })
  const reasons = [
    { pointer: '/individual/placeOfBirth', reason: 'Tidak sesuai KTP' },
    { pointer: '/individual/purpose', reason: 'Mohon lebih rinci' },
  ]
  const { results: returned } = await maya.api.investors.review({ items: [{ id, version: claimed.version }], decision: 'return', reasons })
  expect(returned[0]?.status === 'returned', `the case goes back (${JSON.stringify(returned[0])})`)
  say('Maya reviews and sends it back for two fields')

  const open = await rm.api.investors.get({ id })
  const elsewhere = await rm.api.investors.saveKyc({ id, version: open.version, individual: { motherMaidenName: 'Dewi' } }).then(
    () => 'changed',
    (problem: { code: string }) => problem.code,
  )
  expect(elsewhere === 'field-not-open', 'only the returned fields may be changed')
  const corrected = await rm.api.investors.saveKyc({
    id,
    version: open.version,
    individual: { placeOfBirth: 'Bandung', purpose: 'Dana pendidikan anak, 10 tahun' },
  })
  const again = await rm.api.investors.submit({ id, version: corrected.version })
  say('the RM corrects the two fields, no others, and submits again')

  const { results } = await maya.api.investors.review({ items: [{ id, version: again.version }], decision: 'approve' })
  expect(results[0]?.problem === null, `the case is approved (${JSON.stringify(results[0])})`)
  say('Maya approves')
}
