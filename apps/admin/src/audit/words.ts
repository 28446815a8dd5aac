// Words of the audit trail's screens besides the shared vocabulary.
import { userDescription } from '@rmtools/contracts/auth/user-fields'
import { bankAccountDescription } from '@rmtools/contracts/crm/bank-account-fields'
import { leadDescription } from '@rmtools/contracts/crm/lead-fields'
import { labelOf, type Words } from '@rmtools/contracts/described'
import { actionWord, entityWords } from '@rmtools/look/audit-words'
import { say } from '@rmtools/look/words'
import type { Say } from '../base/language.ts'

/** The label for the record type and the action, if there is one. */
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

/** A field's label on the screens; undefined for fields that no screen shows. */
export function fieldText(speak: Say, entity: string, column: string): string | undefined {
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const label = descriptions[entity]?.(name)
  return label && speak(label)
}

export const words = {
  actor: say('Pelaku', 'Actor'),
  anyActor: say('Semua pelaku', 'All actors'),
  entity: say('Objek', 'Object'),
  anyEntity: say('Semua jenis data', 'All record types'),
  entityId: say('ID data', 'Record ID'),
  action: say('Tindakan', 'Action'),
  anyAction: say('Semua tindakan', 'All actions'),
  ip: say('Alamat IP', 'IP address'),
  at: say('Waktu', 'Time'),
  fields: say('Isian', 'Fields'),
  more: say('{first} dan {n} lagi', '{first} and {n} more'),
  open: say('Buka perubahan {entity} pada {at}', 'Open the change to {entity} at {at}'),
  empty: say('Tidak ada catatan yang cocok', 'No entry matches'),
  emptyHint: say(
    'Perpanjang periode atau hapus filter.',
    'Choose a longer period or remove filters.',
  ),
  sealed: say('{n} catatan tersegel', '{n} entries sealed'),
  signed: say('ditandatangani sampai catatan {n}, {at}', 'signed up to entry {n}, {at}'),
  unsigned: say('catatan terakhir belum ditandatangani', 'the latest entry is not signed yet'),
  head: say('hash terakhir', 'latest hash'),
  device: say('Perangkat', 'Device'),
  requestId: say('ID permintaan', 'Request ID'),
  record: say('Data', 'Record'),
  openRecord: say('Buka data', 'Open the record'),
  allOfRecord: say('Semua catatan untuk data ini', 'All entries for this record'),
  allOfActor: say('Semua tindakan pelaku ini', 'All actions of this actor'),
  field: say('Isian', 'Field'),
  before: say('Sebelum', 'Before'),
  after: say('Sesudah', 'After'),
  added: say('Ditambah', 'Added'),
  removed: say('Dihapus', 'Removed'),
  changed: say('Diubah', 'Changed'),
  kept: say('Tidak berubah', 'Unchanged'),
  masked: say('disamarkan', 'masked'),
  nothing: say('Tidak ada isian yang tercatat.', 'No fields were recorded.'),
  entry: say('Catatan audit', 'Audit entry'),
  noEntry: say('Catatan tidak ditemukan', 'Entry not found'),
  noEntryHint: say(
    'Catatan ini mungkin milik perusahaan lain.',
    'It may belong to another company.',
  ),
  copyLink: say('Salin tautan catatan ini', 'Copy the link to this entry'),
  linkCopied: say('Tautan disalin.', 'Link copied.'),
  nobody: say('kosong', 'empty'),
} as const
