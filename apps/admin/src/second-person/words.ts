import type { ChangeKind } from '@rmtools/contracts/second-person'
import { say, type Bilingual } from '@rmtools/look/words'

export const kindWords: Readonly<Record<ChangeKind, Bilingual>> = {
  'message-template': say('Templat pesan', 'Message template'),
  'risk-questionnaire': say('Kuesioner risiko', 'Risk questionnaire'),
  'risk-rise': say('Kenaikan profil risiko', 'Higher risk profile'),
  'user-invitation': say('Undangan pengguna', 'User invitation'),
  'user-role': say('Peran pengguna', 'User role'),
  'user-approval': say('Persetujuan pendaftaran', 'Registration approval'),
  'user-activation': say('Pengaktifan pengguna', 'User activation'),
  'membership-offer': say('Tawaran dari platform', 'Offer from the platform'),
  role: say('Izin peran', 'Role permissions'),
  'company-settings': say('Pengaturan perusahaan', 'Company settings'),
}

export const words = {
  title: say('Menunggu persetujuan kedua', 'Waiting for a second approval'),
  intro: say(
    'Pemohon tidak dapat ikut memutuskan. Sampai ada keputusan, tidak ada yang berubah.',
    'The requester cannot decide. Nothing changes until there is a decision.',
  ),
  nothing: say('Tidak ada yang menunggu.', 'Nothing is waiting.'),
  what: say('Perubahan', 'Change'),
  of: say('Perihal', 'About'),
  askedBy: say('Diminta oleh', 'Requested by'),
  askedAt: say('Diminta pada', 'Requested at'),
  decision: say('Keputusan', 'Decision'),
  until: say('Berlaku sampai', 'Valid until'),
  yours: say(
    'Ini permintaan Anda; orang lain harus memutuskan.',
    'This is your request, so somebody else must decide.',
  ),
  takeBack: say('Tarik kembali', 'Withdraw'),
  takeBackTitle: say('Tarik permintaan: {what}?', 'Withdraw: {what}?'),
  aboutYou: say(
    'Ini mengenai Anda; orang lain harus memutuskan.',
    'This concerns you, so somebody else must decide.',
  ),
  asked: say(
    'Menunggu persetujuan kedua. Berlaku setelah disetujui.',
    'Waiting for a second approval. It takes effect once approved.',
  ),
  who: say('Siapa', 'Who'),
  email: say('E-mail', 'E-mail'),
  role: say('Peran', 'Role'),
  powers: say('Wewenang peran ini', 'Rights of this role'),
  gains: say('Bertambah', 'Gains'),
  loses: say('Berkurang', 'Loses'),
  mayNot: say(
    'Peran Anda tidak dapat memutuskan perubahan ini.',
    'Your role cannot decide on this change.',
  ),
  approveTitle: say('Setujui: {what}?', 'Approve: {what}?'),
  rejectTitle: say('Tolak: {what}', 'Reject: {what}'),
  was: say('Sekarang', 'Now'),
  willBe: say('Baru', 'New'),
  questions: say('{count} pertanyaan', '{count} questions'),
} as const
