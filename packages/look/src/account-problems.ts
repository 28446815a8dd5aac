// Problems of signing in, of accounts, and of the roles and companies behind them, in words.
import { say, type Bilingual } from './words.ts'

export const accountProblemWords: Readonly<Record<string, Bilingual>> = {
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
}
