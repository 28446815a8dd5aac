// Faults of a single field in words, by the codes in a problem's `errors`, and in a case's
// `missing` and `warnings`; warnings are questions.
import type { Bilingual, Language } from './words.ts'

const say = (id: string, en: string): Bilingual => ({ id, en })

export const faultWords: Readonly<Record<string, Bilingual>> = {
  required: say('Wajib diisi.', 'Required.'),
  format: say('Formatnya tidak sesuai.', 'The format is not valid.'),
  pattern: say('Formatnya tidak sesuai.', 'The format is not valid.'),
  'name-letters': say(
    'Tulis nama dengan huruf Latin, Mandarin atau Arab, angka dan tanda baca, tanpa spasi di awal dan akhir. Emoji dan huruf lain tidak dapat dicetak di dokumen; salin ejaan Latin dari KTP atau paspor.',
    'Write the name in Latin, Chinese or Arabic letters, digits and punctuation, without leading or trailing spaces. Emoji and other letters cannot be printed on documents; copy the Latin spelling from the KTP or passport.',
  ),
  minLength: say('Terlalu pendek.', 'This is too short.'),
  'saved-differently': say(
    'Berbeda dari yang sudah tersimpan.',
    'This differs from what is saved.',
  ),
  maxProperties: say('Terlalu banyak isian.', 'There are too many entries.'),
  maxItems: say('Terlalu banyak isian.', 'There are too many entries.'),
  maxLength: say('Terlalu panjang.', 'This is too long.'),
  minimum: say('Terlalu kecil.', 'This is too small.'),
  maximum: say('Terlalu besar.', 'This is too large.'),
  enum: say('Pilih salah satu dari daftar.', 'Choose one from the list.'),
  type: say('Formatnya tidak sesuai.', 'The format is not valid.'),
  unknown: say('Isian ini tidak dikenal.', 'This field is not known.'),
  'phone-of-rm': say(
    'Kode dikirim ke nomor yang dicatat RM Anda. Bila nomornya salah, minta RM mengubahnya.',
    'The code is sent to the number that your RM entered. If it is wrong, ask the RM to change it.',
  ),
  'not-open': say('Isian ini tidak dapat diubah.', 'This field cannot be changed.'),
  phone: say(
    'Ini bukan nomor telepon yang lengkap. Contoh: 0812 3456 7890.',
    'This phone number is not complete. Example: 0812 3456 7890.',
  ),
  'phone-extension': say(
    'Tulis nomor tanpa pesawat (ext.): pesan tidak sampai ke sana.',
    'Enter the number without its extension: messages cannot reach an extension.',
  ),
  'date-unreadable': say(
    'Ini bukan tanggal. Contoh: 31-12-2026.',
    'This is not a date. Example: 31-12-2026.',
  ),
  'date-ambiguous': say(
    'Hari atau bulan yang lebih dulu? Tulis 2026-12-31 atau 31 Des 2026.',
    'Does the day or the month come first? Write 2026-12-31 or 31 Dec 2026.',
  ),
  'instant-range': say(
    'Tahun ini tidak mungkin; pilih antara 1900 dan 2199.',
    'This year is impossible; choose between 1900 and 2199.',
  ),
  'too-many-columns': say(
    'Terlalu banyak kolom: paling banyak 100.',
    'There are too many columns: at most 100.',
  ),
  'cell-too-long': say(
    'Ada sel yang terlalu panjang: paling banyak 5.000 karakter.',
    'A cell is too long: at most 5,000 characters.',
  ),
  'quote-open': say('Ada tanda kutip yang tidak ditutup.', 'A quotation mark is not closed.'),
  'refused-by-database': say(
    'Baris ini tidak dapat disimpan. Periksa isinya.',
    'This row cannot be saved. Check its content.',
  ),
  locked: say(
    'Buka berkas ini tanpa kata sandi lalu simpan sebagai .xlsx atau CSV.',
    'Open this file without a password and save it as .xlsx or CSV.',
  ),
  unreadable: say(
    'Simpan lagi sebagai .xlsx atau CSV UTF-8.',
    'Save it again as .xlsx or CSV UTF-8.',
  ),
  'repeated-in-file': say(
    'Sudah ada di baris lain pada berkas ini.',
    'Another row of this file has this already.',
  ),
  'no-such-column': say('Kolom ini tidak ada di berkas.', 'The file has no such column.'),
  unavailable: say(
    'Tidak dapat diperiksa sekarang. Coba lagi.',
    'This cannot be checked now. Try again.',
  ),
  expired: say('Sudah kedaluwarsa.', 'This has expired.'),
  'nik-not-16-digits': say('NIK terdiri atas 16 angka.', 'A NIK has 16 digits.'),
  'nik-unknown-province': say(
    'Dua angka pertama bukan kode provinsi. Periksa NIK.',
    'The first two digits are not a province. Check the NIK.',
  ),
  'nik-impossible-date': say(
    'Tanggal lahir di dalam NIK tidak mungkin. Periksa NIK.',
    'The date of birth within the NIK is impossible. Check the NIK.',
  ),
  'nik-serial-0000': say(
    'Nomor urut NIK tidak boleh 0000.',
    'The serial number of a NIK cannot be 0000.',
  ),
  'nik-unknown-regency': say(
    'Kode wilayah tidak ada dalam daftar terkini. Pastikan NIK ini benar.',
    'The region is not in the current list. Check that the NIK is correct.',
  ),
  'nik-unknown-district': say(
    'Kode kecamatan tidak ada dalam daftar terkini. Pastikan NIK ini benar.',
    'The district is not in the current list. Check that the NIK is correct.',
  ),
  'nik-other-birth-date': say(
    'Tanggal lahir berbeda dari NIK. Mana yang benar?',
    'The date of birth differs from the NIK. Which is right?',
  ),
  'nik-other-sex': say(
    'Jenis kelamin berbeda dari NIK. Mana yang benar?',
    'The sex differs from the NIK. Which is right?',
  ),
  'nik-under-17': say(
    'Menurut NIK, usia di bawah 17 tahun. Pastikan tanggal lahirnya benar.',
    'According to the NIK, the age is under 17. Check the date of birth.',
  ),
  'npwp-invalid': say('NPWP terdiri atas 15 atau 16 angka.', 'An NPWP has 15 or 16 digits.'),
  'npwp-not-nik': say(
    'NPWP berbeda dari NIK. Pastikan keduanya benar.',
    'The NPWP differs from the NIK. Check that both are correct.',
  ),
  'date-past': say('Tanggal ini sudah lewat.', 'This date is in the past.'),
  'date-future': say('Tanggal ini di masa depan.', 'This date is in the future.'),
  'date-impossible': say('Tanggal ini tidak ada.', 'There is no such date.'),
  'passport-of-citizen': say(
    'WNI menggunakan KTP, bukan paspor.',
    'Indonesian citizens use their KTP, not a passport.',
  ),
  'tin-or-reason': say(
    'Isi TIN, atau alasan mengapa tidak ada.',
    'Enter the TIN, or the reason why there is none.',
  ),
  'share-impossible': say(
    'Porsi harus di atas 0 dan paling banyak 100 persen.',
    'A share must be above 0 and at most 100 percent.',
  ),
  'shares-above-100': say(
    'Jumlah porsi melebihi 100 persen.',
    'The shares add up to more than 100 percent.',
  ),
  repeated: say('Sudah ada di atas.', 'This is already entered above.'),
  'postal-code': say(
    'Kode pos Indonesia terdiri atas 5 angka.',
    'An Indonesian postal code has 5 digits.',
  ),
  'share-missing': say('Isi porsi kepemilikan.', 'Enter the share.'),
  'above-income': say(
    'Di atas penghasilan setahun yang dinyatakan investor. Tulis alasannya.',
    'Above the yearly income that the investor declared. Enter the reason.',
  ),
  'above-wealth': say(
    'Di atas kekayaan yang dinyatakan investor. Tulis alasannya.',
    'Above the wealth that the investor declared. Enter the reason.',
  ),
  'above-ceiling': say(
    'Di atas batas wajar perusahaan. Tulis alasannya.',
    "Above the company's usual limit. Enter the reason.",
  ),
  'very-large': say(
    'Jumlah ini sangat besar. Tulis alasannya.',
    'This amount is very large. Enter the reason.',
  ),
  'above-order-cap': say(
    'Di atas batas perusahaan untuk satu pembelian.',
    "Above the company's limit for one subscription.",
  ),
  'units-reserved': say(
    'Sudah dipesan oleh instruksi lain yang masih berjalan.',
    'Reserved by open instructions.',
  ),
  'duplicate-instruction': say(
    'Yang sama dipesan kurang dari satu menit yang lalu.',
    'The same order was placed less than a minute ago.',
  ),
  'name-differs': say(
    'Nama pemilik rekening berbeda dari nama di KTP. Pastikan rekening ini milik investor.',
    "The account holder differs from the name on the KTP. Check that it is the investor's own account.",
  ),
  'identity-known': say(
    'Nomor identitas ini dikenal pada investor lain. Orang yang sama?',
    'Another investor has this identity number. Is this the same person?',
  ),
  'band-unreachable': say(
    'Tidak ada jawaban yang mencapai profil ini.',
    'No answers lead to this profile.',
  ),
  'contact-of-staff': say(
    'Kontak ini milik seseorang yang bekerja di perusahaan Anda. Isi kontak investor sendiri.',
    "This contact belongs to somebody who works for your company. Give the investor's own.",
  ),
  'contact-shared': say(
    'Investor lain memakai kontak ini juga. Pastikan kontak ini milik investor ini.',
    "Another investor uses this contact too. Check that it is this investor's own.",
  ),
  'account-shared': say(
    'Investor lain memakai rekening ini juga. Pastikan rekening ini milik investor ini.',
    "Another investor uses this account too. Check that it is this investor's own.",
  ),
  'licence-expired': say('Izin RM sudah kedaluwarsa.', "The RM's licence has expired."),
  'politically-exposed': say(
    'Orang yang terekspos secara politik (PEP).',
    'Politically exposed person (PEP).',
  ),
}

/** A field's fault in words. */
export function faultText(code: string, language: Language): string {
  return (faultWords[code] ?? faultWords['format'])?.[language] ?? code
}
