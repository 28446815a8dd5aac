// The gateway's problems in words: not signed in, too large, too many requests, unsupported type.
import { say, type Bilingual } from './words.ts'

export const gatewayProblemWords: Readonly<Record<string, Bilingual>> = {
  unauthenticated: say(
    'Sesi Anda berakhir. Masuk lagi untuk melanjutkan.',
    'Your session has ended. Sign in again to continue.',
  ),
  'session-ended': say(
    'Sesi Anda berakhir. Masuk lagi untuk melanjutkan.',
    'Your session has ended. Sign in again to continue.',
  ),
  'payload-too-large': say(
    'Berkas atau isian terlalu besar. Perkecil lalu coba lagi.',
    'This is too large. Make it smaller and try again.',
  ),
  'unsupported-media-type': say(
    'Jenis berkas ini tidak diterima. Gunakan JPEG, PNG, WebP, atau PDF.',
    'This type of file is not accepted. Use JPEG, PNG, WebP or PDF.',
  ),
  'request-timeout': say(
    'Permintaan tidak selesai terkirim. Periksa koneksi lalu coba lagi.',
    'The request was not sent completely. Check the connection and try again.',
  ),
  'headers-too-large': say(
    'Peramban mengirim terlalu banyak data sampingan. Hapus kuki situs ini lalu coba lagi.',
    'The browser sent too much data with the request. Clear the cookies for this site and try again.',
  ),
  'too-many-messages': say(
    'Terlalu banyak kode atau tautan sudah dikirim ke tujuan ini hari ini. Coba lagi besok, atau hubungi administrator perusahaan.',
    'Too many codes or links were sent there today. Try again tomorrow, or contact your company administrator.',
  ),
  'too-many-reveals': say(
    'Anda sudah membuka terlalu banyak data tersamar hari ini. Coba lagi besok (setelah tengah malam WIB), atau hubungi administrator perusahaan.',
    'You have revealed too much masked data today. Try again tomorrow (after midnight WIB), or contact your company administrator.',
  ),
  'too-many-exports': say(
    'Anda sudah mengekspor terlalu banyak berkas hari ini. Coba lagi besok (setelah tengah malam WIB), atau hubungi administrator perusahaan.',
    'You have exported too many files today. Try again tomorrow (after midnight WIB), or contact your company administrator.',
  ),
  'codes-stopped': say(
    'Terlalu banyak kode salah berturut-turut. Buat kata sandi baru lewat tautan untuk masuk lagi.',
    'Too many wrong codes in a row. Set a new password with a link to sign in again.',
  ),
  'step-up-required': say(
    'Masukkan kata sandi Anda sekali lagi untuk melanjutkan.',
    'Enter your password again to continue.',
  ),
  'too-many-requests': say(
    'Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi.',
    'Too many requests. Wait a little and try again.',
  ),
}
