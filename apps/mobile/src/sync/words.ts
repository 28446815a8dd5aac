// The names of outbox entries: operations and fields.
import { bankAccountDescription } from '@rmtools/contracts/crm/bank-account-fields'
import { askedOf, leadFieldNames } from '@rmtools/contracts/crm/lead-fields'
import { individualLabels, institutionalLabels } from '@rmtools/look/kyc-words'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { say } from '../base/preferences.ts'

export const operationWords: Readonly<Record<string, Bilingual>> = {
  'leads.create': say('Prospek baru', 'New lead'),
  'leads.update': say('Perubahan prospek', 'Lead change'),
  'leadActivities.create': say('Catatan', 'Note'),
  'investors.saveKyc': say('Isian KYC', 'KYC answers'),
  'investors.submit': say('Pengajuan KYC', 'KYC submission'),
  'documents.add': say('Foto atau dokumen', 'Photo or document'),
  'documents.remove': say('Penghapusan dokumen', 'Document removal'),
  'bankAccounts.add': nouns.bankAccount,
  'riskProfiles.add': nouns.riskProfile,
  'consents.give': nouns.consent,
  'consents.withdraw': say('Penarikan persetujuan', 'Consent withdrawal'),
  'instructions.create': nouns.instruction,
  'investors.create': say('Berkas investor baru', 'New investor case'),
}

const { names: accountFields, askedOf: askedOfAccount } = bankAccountDescription
const fields: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(accountFields.map((name) => [name, askedOfAccount(name)])),
  ...Object.fromEntries(leadFieldNames.map((name) => [name, askedOf(name)])),
  status: say('Tahap', 'Stage'),
  lostReason: say('Alasan tidak berlanjut', 'Why it was lost'),
  text: say('Catatan', 'Note'),
  amount: nouns.amount,
  reason: say('Alasan', 'Reason'),
}

/** A field's label; `individual.religion` and `individual/religion` are fields of the KYC form. */
export function fieldWord(field: string): Bilingual {
  const [part = '', name = part] = field.split(/[./]/)
  const known =
    new Map<string, Readonly<Record<string, Bilingual>>>([
      ['institutional', institutionalLabels],
      ['individual', individualLabels],
    ]).get(part) ?? fields
  return known[name] ?? say(name, name)
}
