import type { ChangeKind } from '@rmtools/contracts/second-person'
import { say, type Bilingual } from '@rmtools/look/words'

export const kindWords: Readonly<Record<ChangeKind, Bilingual>> = {
  'message-template': say('Templat pesan', 'Message template'),
  'risk-questionnaire': say('Kuesioner risiko', 'Risk questionnaire'),
  'risk-rise': say('Kenaikan profil risiko', 'Rise of a risk profile'),
  'user-invitation': say('Undangan pengguna', 'Invitation of a person'),
  'user-role': say('Peran pengguna', 'Role of a person'),
  'user-approval': say('Persetujuan pendaftaran', 'Approval of a registration'),
  'user-activation': say('Pengaktifan pengguna', 'Activation of a person'),
  'membership-offer': say('Ajakan dari platform', 'Offer by the platform'),
  role: say('Izin peran', 'Permissions of a role'),
  'company-settings': say('Pengaturan perusahaan', 'Settings of the company'),
}

export const words = {
  title: say('Menunggu orang kedua', 'Waiting for a second person'),
  intro: say(
    'Yang meminta tidak ikut memutuskan. Sampai diputuskan, yang lama tetap berlaku.',
    'The person who asks cannot also decide. Until the decision, nothing changes.',
  ),
  nothing: say('Tidak ada yang menunggu.', 'Nothing is waiting.'),
  what: say('Perubahan', 'Change'),
  of: say('Mengenai', 'About'),
  askedBy: say('Diminta oleh', 'Asked by'),
  askedAt: say('Diminta pada', 'Asked at'),
  decision: say('Keputusan', 'Decision'),
  until: say('Berlaku sampai', 'Until'),
  yours: say(
    'Permintaan Anda: orang lain yang memutuskan.',
    'This is your request, so somebody else decides.',
  ),
  takeBack: say('Tarik kembali', 'Take back'),
  takeBackTitle: say('Tarik kembali: {what}?', 'Take back: {what}?'),
  aboutYou: say(
    'Mengenai Anda: orang lain yang memutuskan.',
    'This concerns you, so somebody else decides.',
  ),
  asked: say(
    'Menunggu orang kedua. Berlaku setelah disetujui.',
    'Waits for a second person. It counts once approved.',
  ),
  who: say('Siapa', 'Who'),
  email: say('E-mail', 'E-mail'),
  role: say('Peran', 'Role'),
  powers: say('Kuasa peran ini', 'Powers of this role'),
  gains: say('Mendapat', 'Gains'),
  loses: say('Kehilangan', 'Loses'),
  mayNot: say(
    'Peran Anda tidak dapat memutuskan perubahan ini.',
    'Your role may not decide on this change.',
  ),
  approveTitle: say('Setujui: {what}?', 'Approve: {what}?'),
  rejectTitle: say('Tolak: {what}', 'Reject: {what}'),
  was: say('Sekarang', 'Now'),
  willBe: say('Menjadi', 'Becomes'),
  questions: say('{count} pertanyaan', '{count} questions'),
} as const
