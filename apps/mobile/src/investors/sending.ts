// Operations on a case that need more than one call, or that are done already when the server says so: a retry must be harmless.
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

/** Announces a document and sends its content; the id was made on the phone. */
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

/** Takes a document away; one that is gone is gone. */
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

/** Records a consent; one that is in force was recorded before. */
export async function giveConsent(
  input: Input<typeof consents.give>,
  options?: CallOptions,
): Promise<void> {
  await doneWhen(consentInForce.code, api.consents.give(input, options))
}

/** Records that a consent was withdrawn; one that was is. */
export async function withdrawConsent(input: Input<typeof consents.withdraw>): Promise<void> {
  await doneWhen(consentWithdrawn.code, api.consents.withdraw(input))
}

/** Submits what there is once everything before it has arrived; a case that is submitted already stays so. */
export async function submit({ id }: { id: string }): Promise<void> {
  const { version, status } = await api.investors.get({ id })
  if (isEditable(status)) await api.investors.submit({ id, version })
}

async function doneWhen(code: string, call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === code)) throw error
  })
}
