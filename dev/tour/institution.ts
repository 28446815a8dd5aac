// Chapter three: an institution with authorised persons, owners and its own documents, up to the
// registration.
import type { InstitutionalChanges } from '@rmtools/contracts/crm/kyc'
import type { Caller } from '../caller.ts'
import { addPapers, address, approveCase, submit, untilRegistered, whoIs } from './papers.ts'
import { newPerson, uniqueDigits, refusalOf, type Stage } from './stage.ts'

/** Runs the chapter with the RM. */
export async function institution(stage: Stage, rm: Caller): Promise<void> {
  const { say, expect } = stage
  const { fullName: person, phone } = newPerson('Hartono Wibisono')
  const fullName = `PT Sinar ${person.split(' ').at(-1)} Sentosa`
  const email = `keuangan${uniqueDigits(7)}@perusahaan.example`
  const { id, version } = await rm.api.investors.create({
    kind: 'institutional',
    fullName,
    email,
    phone,
  })
  const saved = await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'video',
    institutional: formOf(person, phone),
  })
  const early = await refusalOf(rm.api.investors.submit({ id, version: saved.version }))
  expect(early === 'kyc-incomplete', 'a form without documents is not submitted')
  say(
    `${fullName}: form with an authorised person and a beneficial owner; ${saved.missing.length} things are still missing, so it cannot be submitted`,
  )

  await addPapers(rm, id, { kind: 'institutional', fullName })
  await submit(stage, rm, id)
  say(
    'deed, decree, NIB, NPWP, identity card of the director and specimen signatures are there; it is submitted',
  )
  await approveCase(stage, id)
  const { sid } = await untilRegistered(rm, id)
  expect(sid?.startsWith('CP') ?? false, 'an institution has a corporate SID')
  say(`Maya approves; Bib registers it with SID ${sid}`)
}

function formOf(director: string, mobile: string): InstitutionalChanges {
  const ktpNumber = whoIs(false).identityNumber ?? ''
  const npwp = `0${uniqueDigits(15)}`
  return {
    countryOfDomicile: 'ID',
    legalForm: 'pt',
    companyType: 'corporate',
    characteristic: 'private',
    lineOfBusiness: 'Perdagangan',
    nib: `12${uniqueDigits(11)}`,
    npwp,
    placeOfEstablishment: 'Jakarta',
    dateOfEstablishment: '2011-03-01',
    deedNumber: '27',
    deedDate: '2011-03-01',
    deedNotary: 'Notaris Endang Purwati, S.H.',
    incomeLevel: '10bn-50bn',
    sourceOfFunds: 'business-profit',
    purpose: 'Penempatan dana cadangan',
    isPep: false,
    isUsPerson: false,
    address,
    contactPerson: 'Endah Pratiwi',
    entityClass: 'active-nfe',
    authorisedPersons: [{ name: director, position: 'Direktur Utama', mobile, ktpNumber }],
    beneficialOwners: [
      { name: director, nationality: 'ID', identityNumber: ktpNumber, share: '60.00' },
    ],
    taxResidences: [{ country: 'ID', tin: npwp }],
  }
}
