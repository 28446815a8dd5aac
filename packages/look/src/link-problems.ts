// Problems of the links that investors are sent, and of what they sign behind them, in words.
import { say, type Bilingual } from './words.ts'

export const linkProblemWords: Readonly<Record<string, Bilingual>> = {
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
  'link-account-unfit': say(
    'Rekening bank dalam dokumen ini tidak diterima lagi. Minta RM Anda memilih rekening lain.',
    'The bank account in this document is not accepted any more. Ask your relationship manager to choose another one.',
  ),
  'visit-ended': say(
    'Kunjungan sudah berakhir. Minta kode baru.',
    'The visit has ended. Ask for a new code.',
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
  'channel-not-offered': say(
    'Saluran ini tidak tersedia di sini. Pilih saluran lain.',
    'Messages are not sent by this channel here. Choose another one.',
  ),
  'link-ended': say(
    'Tautan ini sudah berakhir. Kirim tautan baru.',
    'This link has ended. Send a new one.',
  ),
  'link-not-shown': say(
    'Tautan ini tidak dapat ditampilkan. Kirim tautan baru, lalu salin atau bagikan.',
    'This link cannot be shown. Send a new one, then copy or share it.',
  ),
  'link-without-phone': say(
    'Tautan ini tidak meminta kode ke ponsel klien, sehingga hanya dikirim langsung kepadanya. Isi nomor ponselnya, lalu kirim tautan baru.',
    "This link does not ask for a code to the client's phone, so it only goes to the client directly. Add the phone number, then send a new link.",
  ),
  'otp-too-soon': say(
    'Kode baru saja dikirim. Tunggu sebentar sebelum meminta lagi.',
    'A code was just sent. Wait a moment before asking for another.',
  ),
  'codes-spent': say(
    'Terlalu banyak kode dikirim. Coba lagi dalam satu jam.',
    'Too many codes were sent. Try again in an hour.',
  ),
  'otp-wrong': say(
    'Kode salah atau kedaluwarsa. Periksa pesan terbaru atau minta kode baru.',
    'The code is wrong or expired. Check the latest message or ask for a new one.',
  ),
}
