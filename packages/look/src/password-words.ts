// Setting a password by a link: the console and the RM's app share these words.
import type { Bilingual } from './words.ts'

export const passwordWords = {
  setTitle: { id: 'Buat kata sandi', en: 'Set a password' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  ruleLength: {
    id: '{min} sampai {max} karakter, bebas',
    en: '{min} to {max} characters of any kind',
  },
  characters: { id: 'sekarang {count}', en: '{count} now' },
  ruleCommon: { id: 'Bukan kata sandi yang umum dipakai', en: 'Not a commonly used password' },
  rulePersonal: {
    id: 'Tanpa nama, e-mail, telepon, atau perusahaan Anda',
    en: 'Without your name, e-mail, phone or company',
  },
  ruleReused: { id: 'Bukan salah satu dari lima yang terakhir', en: 'Not one of your last five' },
  setPassword: { id: 'Simpan kata sandi', en: 'Save the password' },
  setEndsSessions: {
    id: 'Semua sesi lain berakhir. Anda masuk lagi dengan kata sandi baru.',
    en: 'All other sessions end. You sign in again with the new password.',
  },
  setDoneTitle: { id: 'Kata sandi tersimpan', en: 'Password saved' },
  setDone: {
    id: 'Masuklah dengan kata sandi baru, di konsol ini atau di aplikasi RM.',
    en: 'Sign in with the new password, here or in the RM app.',
  },
  linkEndedTitle: { id: 'Tautan tidak dapat dipakai', en: 'This link cannot be used' },
  linkExpired: {
    id: 'Tautan sudah kedaluwarsa atau digantikan yang lebih baru. Minta tautan baru; untuk undangan, hubungi administrator perusahaan.',
    en: 'The link has expired, or a newer one replaced it. Ask for a new one; for an invitation, ask your company administrator.',
  },
  linkUsed: {
    id: 'Tautan sudah dipakai untuk membuat kata sandi. Masuklah dengan kata sandi itu, atau minta tautan baru.',
    en: 'A password was set with this link already. Sign in with it, or ask for a new link.',
  },
  linkUnknown: {
    id: 'Tautan tidak lengkap atau tidak dikenal. Buka lagi dari pesan yang Anda terima, atau minta tautan baru.',
    en: 'The link is incomplete or not known. Open it again from the message, or ask for a new one.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>
