// What the screens of the audit trail say beside the shared vocabulary.
import { userDescription } from '@rmtools/contracts/auth/user-fields'
import { bankAccountDescription } from '@rmtools/contracts/crm/bank-account-fields'
import { leadDescription } from '@rmtools/contracts/crm/lead-fields'
import { labelOf, type Words } from '@rmtools/contracts/described'
import { actionWord, entityWords } from '@rmtools/look/audit-words'
import { say } from '@rmtools/look/words'
import type { Say } from '../base/language.ts'

/** What was changed, and what was done, in words where there are some. */
export const entityText = (speak: Say, entity: string) =>
  entityWords[entity] ? speak(entityWords[entity]) : entity
export function actionText(speak: Say, entry: Parameters<typeof actionWord>[0]): string {
  const word = actionWord(entry)
  return word ? speak(word) : entry.action
}

const descriptions: Readonly<Record<string, (name: string) => Words | undefined>> = {
  lead: (name) => labelOf(leadDescription, name),
  investor_bank_account: (name) => labelOf(bankAccountDescription, name),
  auth_user: (name) => labelOf(userDescription, name),
}

/** What the screens call a field of a record as the trail keeps it; undefined where they do not show it. */
export function fieldText(speak: Say, entity: string, column: string): string | undefined {
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const label = descriptions[entity]?.(name)
  return label && speak(label)
}

export const words = {
  actor: say('Pelaku', 'Actor'),
  anyActor: say('Semua pelaku', 'Anybody'),
  entity: say('Yang diubah', 'What'),
  anyEntity: say('Semua jenis data', 'Anything'),
  entityId: say('ID data', 'Id of the record'),
  action: say('Tindakan', 'Action'),
  anyAction: say('Semua tindakan', 'Any action'),
  ip: say('Alamat IP', 'IP address'),
  at: say('Waktu', 'Time'),
  fields: say('Isian', 'Fields'),
  more: say('{first} dan {n} lagi', '{first} and {n} more'),
  open: say('Buka perubahan {entity} pada {at}', 'Open the change of {entity} at {at}'),
  empty: say('Tidak ada catatan yang cocok', 'No entry matches'),
  emptyHint: say('Perpanjang waktu atau lepas saringan.', 'Take a longer time or fewer filters.'),
  sealed: say('{n} catatan tersegel', '{n} entries sealed'),
  signed: say('ditandatangani sampai catatan {n}, {at}', 'signed up to entry {n}, {at}'),
  unsigned: say('kepala rantai belum ditandatangani', 'the head of the chain is not signed yet'),
  head: say('kepala rantai', 'head of the chain'),
  device: say('Perangkat', 'Device'),
  requestId: say('ID permintaan', 'Request id'),
  record: say('Data', 'Record'),
  openRecord: say('Buka data', 'Open the record'),
  allOfRecord: say('Semua catatan data ini', 'All entries of this record'),
  allOfActor: say('Semua tindakan pelaku ini', 'Everything this person did'),
  field: say('Isian', 'Field'),
  before: say('Sebelum', 'Before'),
  after: say('Sesudah', 'After'),
  added: say('Ditambah', 'Added'),
  removed: say('Dihapus', 'Removed'),
  changed: say('Diubah', 'Changed'),
  kept: say('Tetap', 'Same'),
  masked: say('disamarkan', 'masked'),
  nothing: say('Tidak ada isian yang dicatat.', 'No fields were recorded.'),
  entry: say('Catatan audit', 'Audit entry'),
  noEntry: say('Catatan ini tidak ada', 'There is no such entry'),
  noEntryHint: say('Mungkin catatan perusahaan lain.', 'It may be of another company.'),
  copyLink: say('Salin tautan catatan ini', 'Copy the link to this entry'),
  linkCopied: say('Tautan disalin.', 'The link is copied.'),
  nobody: say('kosong', 'empty'),
} as const
