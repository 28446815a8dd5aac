// Brings one case to its target state through the public API, as its RM and a reviewer would.
// Checks the current state first, so that an interrupted run can resume.
import { consentTexts, requiredConsents } from '@rmtools/contracts/crm/consents'
import { requiredDocuments } from '@rmtools/contracts/crm/documents'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { Problem } from '@rmtools/contracts/problem'
import type { Caller } from '../../caller.ts'
import { drawnDocument } from '../../tour/pictures.ts'
import { demoId } from '../people.ts'
import type { Callers } from './callers.ts'
import { holderOf, type DemoCase } from './cases.ts'
import { individualForm, institutionalForm, subjectOf } from './forms.ts'

/** Every second individual was a lead before. */
export const hasLead = ({ isInstitution, number }: DemoCase) => !isInstitution && number % 2 === 1
export const leadIdOf = ({ number }: DemoCase) => demoId('1ead', number)
export const accountIdOf = ({ number }: DemoCase) => demoId('acc0', number)

/** Brings a case to its target state, except for what Bib does with it. */
export async function bringForward(one: DemoCase, callers: Callers): Promise<void> {
  const rm = await callers(one.rm, one.company)
  const before = (await find(rm, one.id)) ?? (await open(rm, one))
  if (before.status === 'draft') await capture(rm, one, before)
  if (['draft', 'awaiting-investor', 'submitted'].includes(one.aim))
    return await finishQueue(one, callers)
  const now = await rm.api.investors.get({ id: one.id })
  if (now.status === 'submitted') await decide(one, callers, now)
}

async function find(rm: Caller, id: string): Promise<InvestorDetail | undefined> {
  try {
    return await rm.api.investors.get({ id })
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  }
}

async function open(rm: Caller, one: DemoCase): Promise<InvestorDetail> {
  const { fullName, email, phone, interest } = subjectOf(one)
  const isLead = hasLead(one)
  if (isLead) {
    const lead = {
      id: leadIdOf(one),
      fullName,
      email,
      phone,
      interest,
      source: 'Referensi nasabah',
      tags: ['prioritas'],
    }
    await rm.api.leads.create(lead)
    await rm.api.leadActivities.create(
      { id: lead.id, kind: 'meeting', text: `Bertemu di kantor: ${interest.toLowerCase()}` },
      { idempotencyKey: `demo-activity-${one.number}` },
    )
  }
  const kind = one.isInstitution ? 'institutional' : 'individual'
  await rm.api.investors.create({
    id: one.id,
    kind,
    ...(isLead ? { leadId: leadIdOf(one) } : {}),
    fullName,
    email,
    phone,
  })
  return await rm.api.investors.get({ id: one.id })
}

async function capture(rm: Caller, one: DemoCase, before: InvestorDetail): Promise<void> {
  const { id, aim, trait, number } = one
  if (trait === 'name') return
  const verificationMethod = number % 3 === 0 ? ('video' as const) : ('in-person' as const)
  const form = one.isInstitution
    ? { institutional: institutionalForm(one) }
    : { individual: individualForm(one) }
  const isSaved = (before.individual ?? before.institutional)?.npwp != null
  if (!isSaved)
    await rm.api.investors.saveKyc({ id, version: before.version, verificationMethod, ...form })
  if (aim === 'awaiting-investor') {
    const { version } = await rm.api.investors.get({ id })
    await rm.api.remoteRegistration.sendLink({ id, version, channel: 'email' })
    return
  }
  if (trait === 'form') return
  await addDocuments(rm, one, before)
  if (aim === 'draft') return
  await addTheRest(rm, one, before)
  const { version } = await rm.api.investors.get({ id })
  await rm.api.investors.submit({ id, version })
}

async function addDocuments(rm: Caller, one: DemoCase, before: InvestorDetail): Promise<void> {
  const { fullName } = subjectOf(one)
  const stored = new Set(
    before.documents.filter(({ status }) => status === 'stored').map(({ id }) => id),
  )
  for (const [index, type] of requiredDocuments(before.kind, 'ktp').entries()) {
    const documentId = demoId('d0c0', one.number * 100 + index)
    if (stored.has(documentId)) continue
    await rm.api.documents.declare({ id: one.id, documentId, type })
    await rm.api.documents.upload({
      id: one.id,
      documentId,
      bytes: await drawnDocument(type, fullName),
    })
  }
}

async function addTheRest(rm: Caller, one: DemoCase, before: InvestorDetail): Promise<void> {
  const { id } = one
  const { bankCode, accountNumber: number, holderName, riskOption } = subjectOf(one)
  await rm.api.bankAccounts.create({
    id,
    accountId: accountIdOf(one),
    bankCode,
    number,
    holderName,
  })
  const questionnaire = await rm.api.riskProfiles.questionnaire()
  const answers = questionnaire.questions.map(({ id: questionId, options }) => ({
    questionId,
    optionId: options[riskOption - 1]?.id ?? options[0]?.id ?? '',
  }))
  if (before.riskProfile === null)
    await rm.api.riskProfiles.create({ id, questionnaireVersion: questionnaire.version, answers })
  const given = new Set(before.consents.map(({ purpose }) => purpose))
  for (const purpose of [...requiredConsents, 'electronic-statement' as const].filter(
    (one) => !given.has(one),
  ))
    await rm.api.consents.give({
      id,
      purpose,
      textVersion: consentTexts[purpose].version,
      language: 'id',
    })
}

async function finishQueue({ id, trait, company }: DemoCase, callers: Callers): Promise<void> {
  if (trait === 'claimed')
    await (await callers(holderOf(company, 'reviewer'), company)).api.investors.claim({ id })
}

const decisions = {
  returned: {
    decision: 'return',
    reasons: [
      { pointer: '/documents/selfie', reason: 'Wajah tidak terlihat jelas, mohon foto ulang' },
      { pointer: '/individual/placeOfBirth', reason: 'Tidak sesuai dengan KTP' },
    ],
  },
  rejected: { decision: 'reject', note: 'Dokumen identitas tidak dapat diverifikasi' },
  approved: { decision: 'approve' },
} as const

const seniorNote = 'Sumber harta: gaji jabatan publik dan usaha keluarga; LHKPN terakhir dilihat'

async function decide(
  one: DemoCase,
  callers: Callers,
  { id, version, isPep, seniorApprovedAt }: InvestorDetail,
): Promise<void> {
  const { company, aim } = one
  const senior = await callers(holderOf(company, 'company-admin'), company)
  const current =
    isPep && seniorApprovedAt === null
      ? (await senior.api.investors.approvePep({ id, version, note: seniorNote })).version
      : version
  const verdict = decisions[aim === 'returned' || aim === 'rejected' ? aim : 'approved']
  const reviewer = await callers(holderOf(company, 'reviewer'), company)
  const { reasons, ...rest } = { reasons: undefined, ...verdict }
  const { results } = await reviewer.api.investors.review({
    items: [{ id, version: current }],
    ...rest,
    ...(reasons ? { reasons: [...reasons] } : {}),
  })
  if (results[0]?.problem) throw new Error(`review refused: ${results[0].problem.title}`)
}
