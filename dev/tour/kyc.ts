// Chapter two: a lead becomes an investor with full KYC; the case is returned for two fields,
// corrected, approved, and registered at Bib.
import type { Caller } from '../caller.ts'
import { addPapers, submit, untilRegistered, whatFor, whoIs, type Registered } from './papers.ts'
import { demoUser, newPerson, refusalOf, type Stage } from './stage.ts'

export type { Registered }

/** Runs the chapter with the RM; returns the registered investor. */
export async function kyc(stage: Stage, rm: Caller): Promise<Registered> {
  const { say, expect } = stage
  const person = newPerson('Siti Rahmawati')
  const { lead } = await rm.api.leads.create({
    ...person,
    interest: 'Dana pendidikan anak',
    source: 'Seminar',
  })
  await rm.api.leadActivities.create({
    id: lead.id,
    kind: 'meeting',
    text: 'Bertemu di kantor, ingin mulai dengan pasar uang',
  })
  const moved = await rm.api.leads.update({
    id: lead.id,
    version: lead.version,
    status: 'qualified',
  })
  say(`a lead: ${moved.fullName}, ${moved.status}, with a note of the meeting`)

  const { id, version } = await rm.api.investors.create({
    kind: 'individual',
    leadId: lead.id,
    ...person,
  })
  expect((await rm.api.leads.get({ id: lead.id })).status === 'converted', 'the lead is converted')
  const half = await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: whoIs(true),
  })
  await rm.api.investors.saveKyc({ id, version: half.version, individual: whatFor() })
  const bankAccountId = await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  await submit(stage, rm, id)
  say('the KYC is complete: form, documents, bank account, risk profile, consents; it is submitted')

  await review(stage, rm, id)
  const { externalId, sid, ifua } = await untilRegistered(rm, id)
  say(`Bib registered the investor: external id ${externalId}, SID ${sid}, IFUA ${ifua}`)
  return { id, ...person, externalId: externalId ?? '', bankAccountId }
}

async function review(stage: Stage, rm: Caller, id: string): Promise<void> {
  const { say, expect } = stage
  const maya = await demoUser(stage, 'maya')
  const claimed = await maya.api.investors.claim({ id })
  const reasons = [
    { pointer: '/individual/placeOfBirth', reason: 'Tidak sesuai KTP' },
    { pointer: '/individual/purpose', reason: 'Mohon lebih rinci' },
  ]
  const { results: returned } = await maya.api.investors.review({
    items: [{ id, version: claimed.version }],
    decision: 'return',
    reasons,
  })
  expect(returned[0]?.status === 'returned', `the case goes back (${JSON.stringify(returned[0])})`)
  say('Maya reviews and sends it back for two fields')

  const { version } = await rm.api.investors.get({ id })
  const elsewhere = await refusalOf(
    rm.api.investors.saveKyc({ id, version, individual: { motherMaidenName: 'Dewi' } }),
  )
  expect(elsewhere === 'field-not-open', 'only the returned fields may be changed')
  const corrected = await rm.api.investors.saveKyc({
    id,
    version,
    individual: { placeOfBirth: 'Bandung', purpose: 'Dana pendidikan anak, 10 tahun' },
  })
  const again = await rm.api.investors.submit({ id, version: corrected.version })
  say('the RM corrects the two fields, no others, and submits again')

  const { results } = await maya.api.investors.review({
    items: [{ id, version: again.version }],
    decision: 'approve',
  })
  expect(results[0]?.problem === null, `the case is approved (${JSON.stringify(results[0])})`)
  say('Maya approves')
}
