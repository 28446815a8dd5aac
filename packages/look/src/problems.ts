// What happened and what to do, in that order, for every problem code in the contracts
// (dev/look.test.ts finds missing ones).
import { deviceProblemWords } from './device-problems.ts'
import { gatewayProblemWords } from './gateway-problems.ts'
import { fileProblemWords } from './file-problems.ts'
import { instructionProblemWords } from './instruction-problems.ts'
import { secondPersonProblemWords } from './second-person-problems.ts'
import { say, type Bilingual, type Language } from './words.ts'

export const problemWords: Readonly<Record<string, Bilingual>> = {
  // Anywhere
  'invalid-input': say(
    'Ada isian yang belum benar. Periksa isian yang ditandai.',
    'Some fields are not valid. Check the marked fields.',
  ),
  'idempotency-key-missing': say(
    'Permintaan tidak lengkap. Muat ulang halaman lalu coba lagi.',
    'The request was incomplete. Reload the page and try again.',
  ),
  'idempotency-key-reused': say(
    'Permintaan ini sudah dipakai untuk hal lain. Coba lagi.',
    'This request was already used for something else. Try again.',
  ),
  forbidden: say(
    'Anda tidak berwenang melakukan ini. Hubungi administrator perusahaan bila perlu.',
    'You do not have permission to do this. Ask your company administrator if you need it.',
  ),
  'csrf-refused': say(
    'Halaman ini terlalu lama terbuka. Muat ulang lalu coba lagi.',
    'This page was open too long. Reload it and try again.',
  ),
  'not-found': say(
    'Data tidak ditemukan. Mungkin sudah dihapus, atau Anda tidak berwenang melihatnya.',
    'Record not found. It may have been deleted, or you do not have access to it.',
  ),
  'method-not-allowed': say(
    'Permintaan ini tidak didukung. Muat ulang halaman.',
    'This request is not supported. Reload the page.',
  ),
  'stale-version': say(
    'Data ini sudah diubah orang lain. Periksa perubahannya lalu simpan lagi.',
    'Somebody else has changed this. Review the change, then save again.',
  ),
  'wrong-state': say(
    'Ini tidak dapat dilakukan pada status sekarang. Muat ulang untuk melihat status terbaru.',
    'This is not possible in the current status. Reload to see the latest status.',
  ),
  'payload-too-large': say(
    'Berkas atau isian terlalu besar. Perkecil lalu coba lagi.',
    'This is too large. Make it smaller and try again.',
  ),
  'unsupported-media-type': say(
    'Jenis berkas ini tidak diterima. Gunakan JPEG, PNG, WebP, HEIC, AVIF, atau PDF.',
    'This type of file is not accepted. Use JPEG, PNG, WebP, HEIC, AVIF or PDF.',
  ),
  'app-too-old': say(
    'Versi aplikasi ini tidak dilayani lagi. Perbarui aplikasi; yang belum terkirim tetap tersimpan.',
    'This version of the app is no longer served. Update the app; what has not been sent is kept.',
  ),
  'too-many-requests': say(
    'Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi.',
    'Too many requests. Wait a little and try again.',
  ),
  'internal-error': say(
    'Terjadi kesalahan di sisi kami. Coba lagi sebentar lagi.',
    'Something went wrong on our side. Try again in a moment.',
  ),
  'upstream-invalid': say(
    'Sistem eksternal memberi jawaban yang tidak sah. Coba lagi nanti.',
    'An external system gave an invalid response. Try again later.',
  ),
  unavailable: say(
    'Sebagian sistem sedang tidak tersedia. Coba lagi sebentar lagi.',
    'Part of the system is not available. Try again in a moment.',
  ),
  'broken-off': say(
    'Berkas terputus sebelum selesai. Unduh lagi.',
    'The download was incomplete. Download the file again.',
  ),

  // Signing in, accounts
  'wrong-credentials': say(
    'Nama masuk atau kata sandi salah. Periksa lalu coba lagi.',
    'The login or the password is wrong. Check both and try again.',
  ),
  'account-pending': say(
    'Pendaftaran Anda menunggu persetujuan perusahaan.',
    "Your registration is waiting for your company's approval.",
  ),
  'account-rejected': say(
    'Pendaftaran Anda ditolak. Hubungi perusahaan Anda.',
    'Your registration was rejected. Contact your company.',
  ),
  'account-inactive': say(
    'Akun Anda tidak aktif. Hubungi administrator perusahaan.',
    'Your account is not active. Contact your company administrator.',
  ),
  'company-bib-tenant-taken': say(
    'Kode di Bib ini milik perusahaan lain. Periksa kodenya.',
    'Another company has this code at Bib. Check the code.',
  ),
  'role-above-own': say(
    'Peran ini mengatur pengguna lebih luas daripada peran Anda. Minta administrator perusahaan.',
    'This role has more rights over users than yours. Ask your company administrator.',
  ),
  'bib-tenant-fixed': say(
    'Kode perusahaan di Bib hanya dapat diubah oleh administrator platform.',
    "Only a platform administrator can change the company's code at Bib.",
  ),
  'company-closed': say(
    'Perusahaan Anda sedang ditutup di RMTools; akun Anda sendiri tidak diubah. Tanyakan kepada perusahaan Anda.',
    'Your company is deactivated in RMTools; your own account was not changed. Contact your company.',
  ),
  'wrong-code': say(
    'Kode salah. Periksa pesan terbaru lalu coba lagi.',
    'The code is wrong. Check the latest message and try again.',
  ),
  'code-spent': say(
    'Kode sudah tidak berlaku. Minta kode baru.',
    'The code is no longer valid. Ask for a new one.',
  ),
  'otp-wrong': say(
    'Kode salah atau kedaluwarsa. Periksa SMS terbaru atau minta kode baru.',
    'The code is wrong or expired. Check the latest SMS or ask for a new one.',
  ),
  'otp-too-soon': say(
    'Kode baru saja dikirim. Tunggu sebentar sebelum meminta lagi.',
    'A code was just sent. Wait a moment before asking for another.',
  ),
  'codes-spent': say(
    'Terlalu banyak kode dikirim. Coba lagi dalam satu jam.',
    'Too many codes were sent. Try again in an hour.',
  ),
  'wrong-password': say(
    'Kata sandi sekarang salah. Coba lagi.',
    'The current password is wrong. Try again.',
  ),
  'password-too-short': say(
    'Kata sandi terlalu pendek. Gunakan sedikitnya 12 karakter.',
    'The password is too short. Use at least 12 characters.',
  ),
  'password-too-long': say(
    'Kata sandi terlalu panjang. Gunakan paling banyak 128 karakter.',
    'The password is too long. Use at most 128 characters.',
  ),
  'password-too-common': say(
    'Kata sandi ini terlalu umum. Pilih yang lebih sulit ditebak.',
    'This password is too common. Choose one that is harder to guess.',
  ),
  'password-personal': say(
    'Kata sandi memuat nama, e-mail, telepon, atau perusahaan Anda. Pilih yang lain.',
    'The password contains your name, e-mail, phone or company. Choose another.',
  ),
  'password-reused': say(
    'Kata sandi ini pernah dipakai. Pilih yang belum pernah dipakai.',
    'This password was used before. Choose a new one.',
  ),
  'user-email-taken': say(
    'Alamat e-mail ini sudah dipakai. Gunakan alamat lain.',
    'This e-mail address is in use. Use another one.',
  ),
  'user-phone-taken': say(
    'Nomor telepon ini sudah dipakai. Gunakan nomor lain.',
    'This phone number is in use. Use another one.',
  ),
  'phone-invalid': say(
    'Nomor telepon tidak dapat dihubungi. Periksa angkanya.',
    'This phone number cannot be called. Check the digits.',
  ),
  'own-account': say(
    'Anda tidak dapat memutuskan akun sendiri. Minta orang lain.',
    'You cannot decide on your own account. Ask somebody else to decide.',
  ),
  'own-work': say(
    'Yang membuat tidak dapat menyetujui. Minta orang lain.',
    'You cannot approve what you created. Ask somebody else.',
  ),
  'role-unknown': say(
    'Peran ini tidak dapat diberikan. Pilih peran lain.',
    'This role cannot be assigned. Choose another.',
  ),
  'role-code-taken': say(
    'Kode peran sudah dipakai. Gunakan kode lain.',
    'This role code is in use. Use another one.',
  ),
  'role-in-use': say(
    'Peran masih dipakai. Pindahkan penggunanya dahulu.',
    'Users still hold this role. Assign them another role first.',
  ),
  'permission-unknown': say(
    'Izin ini tidak dikenal. Muat ulang halaman.',
    'This permission is not known. Reload the page.',
  ),
  'system-role-fixed': say(
    'Peran bawaan tidak dapat diubah. Buat peran sendiri.',
    'Built-in roles cannot be changed. Create your own role.',
  ),
  'company-code-taken': say(
    'Kode perusahaan sudah dipakai. Gunakan kode lain.',
    'A company with this code exists. Use another one.',
  ),
  'member-already': say(
    'Pengguna ini sudah bekerja untuk perusahaan itu.',
    'This user works for that company already.',
  ),
  'colour-too-pale': say(
    'Warna terlalu pucat untuk teks putih. Pilih warna yang lebih gelap.',
    'The colour is too pale for white text. Choose a darker one.',
  ),

  'fact-sheet-missing': say(
    'Fund fact sheet produk ini belum tersedia di sini.',
    'The fact sheet of this product is not available here.',
  ),
  'preference-too-large': say(
    'Pengaturan tampilan ini terlalu besar untuk disimpan. Kurangi isinya.',
    'This view setting is too large to save. Reduce it.',
  ),
  'preferences-full': say(
    'Pengaturan tampilan yang tersimpan sudah terlalu banyak. Hapus beberapa dahulu.',
    'You have saved too many view settings. Delete some first.',
  ),
  // Links
  'link-expired': say(
    'Tautan ini sudah kedaluwarsa. Minta tautan baru kepada RM Anda.',
    'This link has expired. Ask your relationship manager for a new one.',
  ),
  'link-used': say(
    'Tautan ini sudah dipakai. Tidak ada lagi yang perlu Anda lakukan.',
    'This link was already used. There is nothing more for you to do.',
  ),
  'link-void': say(
    'Tautan ini diganti atau ditarik. Gunakan tautan terbaru atau hubungi RM Anda.',
    'This link was replaced or withdrawn. Use the latest one, or ask your relationship manager.',
  ),
  'document-changed': say(
    'Isi dokumen berubah sejak ditampilkan. Baca lagi sebelum menyetujui.',
    'The document changed since it was shown. Read it again before you approve.',
  ),
  'signature-invalid': say(
    'Tanda tangan tidak terbaca. Gambar ulang.',
    'The signature cannot be read. Draw it again.',
  ),
  'consent-missing': say(
    'Persetujuan belum diberikan. Centang pernyataan lalu lanjutkan.',
    'The consent is missing. Tick the statement and continue.',
  ),
  'contact-missing': say(
    'Investor belum memiliki e-mail atau telepon. Lengkapi dahulu.',
    'The investor has no e-mail or phone number. Add one first.',
  ),

  // Leads
  'lead-phone-taken': say(
    'Anda sudah punya prospek dengan nomor ini. Buka prospek itu.',
    'You already have a lead with this number. Open that one.',
  ),
  'lead-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'activity-id-taken': say(
    'Nomor catatan bentrok. Simpan lagi.',
    'The id of this record is already taken. Save it again.',
  ),
  'lost-reason-missing': say(
    'Alasan belum diisi. Tulis mengapa prospek tidak berlanjut.',
    'The reason is missing. Enter why the lead was lost.',
  ),
  'lead-converted': say(
    'Prospek ini sudah menjadi investor.',
    'This lead has already become an investor.',
  ),
  'export-too-large': say(
    'Data terlalu banyak untuk satu berkas. Persempit filter.',
    'This is too much for one file. Narrow the filter.',
  ),
  'sheet-unreadable': say(
    'Berkas ini bukan tabel yang dapat dibaca.',
    'This file is not a readable table.',
  ),
  'csv-malformed': say(
    'Isi ini tidak terbaca sebagai tabel. Periksa tanda kutip dan jumlah kolom, atau simpan ulang berkasnya.',
    'This cannot be read as a table. Check quotation marks and the number of columns, or save the file again.',
  ),
  'csv-columns-missing': say(
    'Kolom nama atau telepon tidak ada. Pilih kolomnya.',
    'There is no column for the name or the phone. Choose the columns.',
  ),
  'csv-too-large': say(
    'Berkas terlalu besar: paling banyak 5.000 prospek, 100 kolom, dan 1 MB teks. Bagi menjadi beberapa berkas.',
    'The file is too large: at most 5,000 leads, 100 columns and 1 MB of text. Split it.',
  ),
  'not-an-active-rm': say(
    'Penerima bukan RM aktif. Pilih RM lain.',
    'The receiver is not an active RM. Choose another.',
  ),
  'handover-selection-invalid': say(
    'Pilih dua RM yang berbeda dan data yang diserahkan.',
    'Choose two different RMs and what to hand over.',
  ),

  // Investors
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

  ...gatewayProblemWords,
  ...deviceProblemWords,
  ...fileProblemWords,
  ...instructionProblemWords,
  ...secondPersonProblemWords,
}

/** A problem in words; an unknown one reads as a fault on our side. */
export function problemText(code: string, language: Language): string {
  return (problemWords[code] ?? problemWords['internal-error'])?.[language] ?? code
}

/**
 * The request id, by which support finds a fault on our side; empty for refusals, which need no
 * investigation.
 */
export function requestText(
  { status, requestId }: { status: number; requestId?: string | undefined },
  language: Language,
): string | undefined {
  if (status < 500 || requestId === undefined) return undefined
  return language === 'id'
    ? `Bila berulang, sebutkan nomor permintaan ${requestId}.`
    : `If it happens again, tell us the request number ${requestId}.`
}
