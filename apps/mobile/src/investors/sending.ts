// Operations on a case that need several calls, or whose refusal means that they were already
// carried out: a retry must be harmless.
import type { CallOptions } from '@rmtools/contracts/client'
import { consentInForce, consentWithdrawn } from '@rmtools/contracts/crm/consents'
import { isEditable } from '@rmtools/contracts/crm/investor-statuses'
import type { Input } from '@rmtools/contracts/endpoint'
import type { bankAccounts } from '@rmtools/contracts/crm/bank-accounts'
import type { consents } from '@rmtools/contracts/crm/consents'
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import type { riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { api } from '../base/api.ts'

/** Announces a document and uploads its content; the phone made the id. */
export async function addDocument(
  {
    id,
    documentId,
    type,
    bytes,
  }: { id: string; documentId: string; type: DocumentType; bytes?: Uint8Array },
  options?: CallOptions,
): Promise<void> {
  const { document } = await api.documents.declare({ id, documentId, type }, options)
  if (document.status === 'declared' && bytes) await api.documents.upload({ id, documentId, bytes })
}

/** Removes a document; a missing one counts as removed. */
export async function removeDocument(input: { id: string; documentId: string }): Promise<void> {
  await doneWhen(notFound.code, api.documents.remove(input))
}

export async function addBankAccount(
  input: Input<typeof bankAccounts.create>,
  options?: CallOptions,
): Promise<void> {
  await api.bankAccounts.create(input, options)
}

export async function assessRisk(
  input: Input<typeof riskProfiles.create>,
  options?: CallOptions,
): Promise<void> {
  await api.riskProfiles.create(input, options)
}

/** Records a consent; one that is already in force counts as recorded. */
export async function giveConsent(
  input: Input<typeof consents.give>,
  options?: CallOptions,
): Promise<void> {
  await doneWhen(consentInForce.code, api.consents.give(input, options))
}

/** Records the withdrawal of a consent; one that is already withdrawn counts as recorded. */
export async function withdrawConsent(input: Input<typeof consents.withdraw>): Promise<void> {
  await doneWhen(consentWithdrawn.code, api.consents.withdraw(input))
}

/**
 * Submits the case once all earlier changes have arrived; a case that is already submitted stays
 * so.
 */
export async function submit({ id }: { id: string }): Promise<void> {
  const { version, status } = await api.investors.get({ id })
  if (isEditable(status)) await api.investors.submit({ id, version })
}

async function doneWhen(code: string, call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === code)) throw error
  })
}
