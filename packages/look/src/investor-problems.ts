// Problems of an investor's case in words: its fields, papers, review and registration at Bib.
import { say, type Bilingual } from './words.ts'

export const investorProblemWords: Readonly<Record<string, Bilingual>> = {
  'investor-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'investor-identity-taken': say(
    'Nomor identitas ini sudah terdaftar pada investor lain. Periksa investor itu.',
    'Another investor already has this identity number. Check that investor.',
  ),
  'investor-external-id-taken': say(
    'ID Bib ini milik investor lain. Periksa kembali.',
    'Another investor has this Bib ID. Check it.',
  ),
  'external-id-changed': say(
    'ID Bib sudah berubah. Muat ulang, lalu periksa.',
    'The Bib ID has changed. Reload and check it.',
  ),
  'investor-merged': say(
    'Investor ini digabung dengan investor lain di Bib.',
    'This investor was merged into another one at Bib.',
  ),
  'investor-not-registered': say(
    'Investor belum terdaftar di Bib. Tunggu pendaftarannya selesai.',
    'The investor is not registered at Bib yet. Wait until it is.',
  ),
  'kyc-invalid': say(
    'Ada isian yang tidak mungkin benar. Perbaiki isian yang ditandai.',
    'Some values cannot be right. Correct the marked fields.',
  ),
  'contact-of-staff': say(
    'Kontak ini milik seseorang yang bekerja di perusahaan Anda. Isi kontak investor sendiri pada isian yang ditandai.',
    "This contact belongs to somebody who works for your company. Give the investor's own in the marked field.",
  ),
  'kyc-incomplete': say(
    'Data belum lengkap. Lengkapi isian yang ditandai.',
    'The data is incomplete. Complete the marked fields.',
  ),
  'field-not-open': say('Isian ini tidak dapat diubah.', 'This field cannot be changed.'),
  'document-not-open': say(
    'Dokumen ini tidak diminta untuk diganti.',
    'This document was not returned for change.',
  ),
  'bank-accounts-not-open': say(
    'Rekening bank tidak dapat diubah.',
    'The bank accounts cannot be changed.',
  ),
  'risk-profile-not-open': say(
    'Profil risiko tidak dapat diubah.',
    'The risk profile cannot be changed.',
  ),
  'no-such-field': say(
    'Isian ini tidak ada. Muat ulang halaman.',
    'There is no such field. Reload the page.',
  ),
  'four-eyes': say(
    'Prinsip empat mata: orang lain yang harus memutuskan.',
    'Four-eyes rule: somebody other than the maker decides.',
  ),
  'claimed-by-other': say(
    'Orang lain sedang meninjau kasus ini. Ambil kasus lain.',
    'Somebody else is reviewing this case. Take another one.',
  ),
  'senior-approval-missing': say(
    'Investor PEP memerlukan persetujuan pejabat senior dahulu.',
    'A politically exposed person needs a senior approval first.',
  ),
  'reasons-missing': say(
    'Alasan belum diisi. Tulis apa yang harus diperbaiki.',
    'The reason is missing. Enter what must be corrected.',
  ),
  'not-in-review': say(
    'Rekening ini tidak menunggu tinjauan.',
    'This account is not waiting for review.',
  ),
  'too-many-documents': say(
    'Paling banyak 20 dokumen. Hapus yang tidak perlu.',
    'At most 20 documents. Remove one that is not needed.',
  ),
  'document-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'too-many-bank-accounts': say(
    'Paling banyak tiga rekening. Hapus salah satu.',
    'At most three accounts. Remove one.',
  ),
  'investor-bank-account-taken': say(
    'Rekening ini sudah tercatat pada investor ini.',
    'The investor has this account already.',
  ),
  'bank-unknown': say(
    'Bank tidak dikenal. Pilih dari daftar.',
    'There is no such bank. Choose one from the list.',
  ),
  'bank-account-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'consent-in-force': say('Persetujuan ini sudah diberikan.', 'This consent was already given.'),
  'consent-text-changed': say(
    'Teks persetujuan berubah. Baca dan setujui lagi.',
    'The text of the consent has changed. Read and agree again.',
  ),
  'consent-withdrawn': say('Persetujuan ini sudah ditarik.', 'This consent was already withdrawn.'),
  'answers-invalid': say(
    'Belum semua pertanyaan dijawab. Jawab setiap pertanyaan.',
    'Not every question is answered. Answer each one.',
  ),
  'questionnaire-changed': say(
    'Kuesioner diperbarui. Jawab versi yang baru.',
    'There is a newer questionnaire. Answer that one.',
  ),
  'questionnaire-invalid': say(
    'Kuesioner belum benar. Kode harus berbeda dan rentang skor naik.',
    'The questionnaire is not valid. Ids must differ and the bands must rise.',
  ),
  'questionnaire-version-taken': say(
    'Orang lain baru saja menerbitkan kuesioner. Muat ulang.',
    'Somebody has just published a new questionnaire. Reload.',
  ),
}
