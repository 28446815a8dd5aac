import { say } from '@rmtools/look/words'

export const words = {
  reasonHint: say('Apa yang harus diperbaiki?', 'What must be corrected?'),
  reasonMissing: say('Tulis atau pilih alasannya.', 'Enter or choose a reason.'),
  fieldReasons: [
    say('Tidak sesuai dokumen', 'Does not match the document'),
    say('Belum lengkap', 'Incomplete'),
    say('Salah ketik', 'Typing error'),
    say('Perlu penjelasan', 'Needs explanation'),
  ],
  documentReasons: [
    say('Buram atau tidak terbaca', 'Blurred or unreadable'),
    say('Terpotong', 'Cut off'),
    say('Sudah kedaluwarsa', 'Expired'),
    say('Bukan dokumen yang diminta', 'Not the requested document'),
  ],
  accountReasons: [
    say('Bukan atas nama investor', "Not in the investor's name"),
    say('Nomor rekening tidak sesuai buku tabungan', 'The number differs from the bank book'),
  ],
  riskReasons: [say('Isi ulang bersama investor', 'Fill in again with the investor')],
  consentReasons: [say('Persetujuan wajib belum lengkap', 'A required consent is missing')],
  returned: say('Dikembalikan: {reason}', 'Returned: {reason}'),
  changed: say('Sudah diganti', 'Replaced'),
  changedFrom: say('Diubah. Sebelumnya:', 'Changed. Previously:'),
  wasEmpty: say('kosong', 'empty'),
  unchanged: say('Belum diubah', 'Unchanged'),
  hideEmpty: say('Sembunyikan yang kosong', 'Hide empty fields'),
} as const
