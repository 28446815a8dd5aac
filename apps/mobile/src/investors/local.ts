// The RM's work on a case, written to the outbox first. None of it needs a network.
import type { GivenBankAccount } from '@rmtools/contracts/crm/bank-account-fields'
import { consentTexts, type ConsentPurpose } from '@rmtools/contracts/crm/consents'
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import type { RiskAnswer } from '@rmtools/contracts/crm/risk-questionnaires'
import type { Language } from '@rmtools/look/words'
import { internationalPhone } from '../leads/rules.ts'
import { queue } from '../sync/engine.ts'
import { engine } from '../sync/engine.ts'
import { investorRecord, type SeenCase } from './rules.ts'

type NewCase = { id: string; kind: InvestorKind; fullName: string; phone?: string; email?: string }
type Of = Pick<SeenCase, 'id' | 'displayName'>

const of = ({ id, displayName }: Of) => ({ record: investorRecord(id), title: displayName })

/** Starts a case without a lead, under the id of its form. */
export async function beginCase({ phone, email, ...given }: NewCase): Promise<void> {
  const input = {
    ...given,
    ...(email ? { email } : {}),
    ...(phone ? { phone: internationalPhone(phone) } : {}),
  }
  await queue('investors.create', {
    record: investorRecord(given.id),
    title: given.fullName,
    input,
  })
}

/**
 * Saves answers of the form, with their previous values, so that a concurrent change is detected.
 */
export async function saveAnswers(
  seen: SeenCase,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id, version, kind } = seen
  const form: Readonly<Record<string, unknown>> =
    (kind === 'individual' ? seen.individual : seen.institutional) ?? {}
  const base = Object.fromEntries(Object.keys(answers).map((name) => [name, form[name] ?? null]))
  await queue('investors.saveKyc', {
    ...of(seen),
    input: { id, version, [kind]: answers },
    base: { [kind]: base },
  })
}

/** Records how the identity was verified. */
export async function noteVerification(
  seen: SeenCase,
  verificationMethod: 'in-person' | 'video',
): Promise<void> {
  const { id, version } = seen
  await queue('investors.saveKyc', { ...of(seen), input: { id, version, verificationMethod } })
}

/**
 * Adds a photo or file. It replaces the earlier one if a case has only one document of this type.
 */
type NewDocument = { documentId: string; type: DocumentType; bytes: Uint8Array }
export async function addDocument(
  seen: SeenCase,
  { documentId, type, bytes }: NewDocument,
): Promise<void> {
  const before = single.has(type)
    ? seen.documents.filter((document) => document.type === type && document.id !== documentId)
    : []
  await queue('documents.add', { ...of(seen), input: { id: seen.id, documentId, type }, bytes })
  for (const { id } of before) await removeDocument(seen, id)
}

const single: ReadonlySet<DocumentType> = new Set([
  'ktp',
  'passport',
  'selfie',
  'signature',
  'npwp',
  'deed',
  'decree',
  'nib',
  'siup',
  'skd',
])

/** Removes a document; an unsent one leaves the outbox. */
export async function removeDocument(seen: Of, documentId: string): Promise<void> {
  const running = engine.get()
  const unsent = running?.outbox
    .entries()
    .find(
      ({ operation, input }) => operation === 'documents.add' && input['documentId'] === documentId,
    )
  if (unsent && running) await running.outbox.discard(unsent.id)
  // Also for an unsent one, whose upload may be in progress. Removing a document that never arrived
  // is harmless.
  await queue('documents.remove', { ...of(seen), input: { id: seen.id, documentId } })
}

type Account = { accountId: string } & GivenBankAccount

/** Adds a bank account. */
export async function addAccount(seen: Of, account: Account): Promise<void> {
  const input = { id: seen.id, ...account }
  await queue('bankAccounts.add', { ...of(seen), input })
}

/** Assesses the risk profile; the server computes the same result from the same answers. */
export async function assessRisk(
  seen: Of,
  questionnaireVersion: number,
  answers: RiskAnswer[],
): Promise<void> {
  await queue('riskProfiles.add', {
    ...of(seen),
    input: { id: seen.id, questionnaireVersion, answers },
  })
}

/** Records the investor's consent to the wording on the screen. */
export async function giveConsent(
  seen: Of,
  purpose: ConsentPurpose,
  language: Language,
): Promise<void> {
  const input = { id: seen.id, purpose, textVersion: consentTexts[purpose].version, language }
  await queue('consents.give', { ...of(seen), input })
}

/** Records that the investor withdrew a consent; the law requires no reason. */
export async function withdrawConsent(seen: Of, consentId: string, reason: string): Promise<void> {
  const input = { id: seen.id, consentId, ...(reason ? { reason } : {}) }
  await queue('consents.withdraw', { ...of(seen), input })
}

/** Submits the case for review, after all earlier changes to it. */
export async function submitCase(seen: Of): Promise<void> {
  await queue('investors.submit', { ...of(seen), input: { id: seen.id } })
}
