// Problems of leads, of importing them and of handing them over, in words.
import { say, type Bilingual } from './words.ts'

export const leadProblemWords: Readonly<Record<string, Bilingual>> = {
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
}
