import { both } from '../base/language.tsx'
import type { View } from './api.ts'

export const words = {
  asks: (rm: string) =>
    both(`${rm} menyiapkan rencana untuk Anda`, `${rm} prepared a plan for you`),
  title: both('Investasi berkala', 'Recurring investment'),
  changeTitle: both('Perubahan investasi berkala', 'Change of a recurring investment'),
  isChange: both(
    'Rencana Anda yang sekarang tetap berjalan sampai Anda menandatangani perubahan ini.',
    'Your present plan goes on until you sign this change.',
  ),
  eachMonth: both('Setiap bulan', 'Each month'),
  on: (name: string) => both(`Atas nama ${name}`, `On behalf of ${name}`),
  funds: both('Yang dibeli', 'What is bought'),
  when: both('Kapan dan bagaimana', 'When and how'),
  dayOf: (day: number) => both(`Tanggal ${day}`, `Day ${day}`),
  dayHint: both('Hari bursa berikutnya bila libur', 'The next exchange day on a holiday'),
  retry: both(
    'Bila dana tidak datang, dicoba lagi pada dua hari bursa berikutnya, lalu bulan itu dilewati.',
    'If the money does not come, it is tried again on the next two exchange days; then the month is skipped.',
  ),
  revocable: both(
    'Anda dapat menjeda atau mencabut rencana ini kapan saja dari tautan yang kami kirim setelah Anda menandatangani.',
    'You can pause or revoke this plan at any time with the link that we send once you have signed.',
  ),
  above: both('di atas profil risiko Anda', 'above your risk profile'),
  fee: (percent: string) => both(`biaya ${percent}`, `fee ${percent}`),
  riskLevel: (level: number) => both(`Tingkat risiko ${level} dari 5`, `Risk level ${level} of 5`),
  document: both('Dokumen', 'Document'),
  pdf: both('Buka mandat (PDF)', 'Open the mandate (PDF)'),
  copy: both('Buka salinan yang ditandatangani (PDF)', 'Open the signed copy (PDF)'),
  proceed: both('Lanjut menandatangani', 'Continue to sign'),
  decline: both('Tolak', 'Decline'),
  sign: both('Tandatangani mandat', 'Sign the mandate'),
  declineTitle: both('Tolak rencana ini?', 'Decline this plan?'),
  declineText: both(
    'Tidak ada yang dibeli. RM Anda membaca alasan Anda.',
    'Nothing is bought. Your relationship manager reads your reason.',
  ),
  declineNow: both('Tolak rencana', 'Decline the plan'),
  declineChangeTitle: both('Tolak perubahan ini?', 'Decline this change?'),
  declineChangeText: both(
    'Rencana Anda tetap seperti sebelumnya. RM Anda membaca alasan Anda.',
    'Your plan stays as it was. Your relationship manager reads your reason.',
  ),
  declineChangeNow: both('Tolak perubahan', 'Decline the change'),
  signed: both('Mandat Anda ditandatangani', 'You signed the mandate'),
  declined: both('Rencana ditolak', 'The plan was declined'),
  declinedChange: both('Perubahan ditolak', 'The change was declined'),
  signedText: both(
    'Kami mengirim tautan untuk melihat, menjeda, atau mencabut rencana ini. Simpan pesan itu.',
    'We send you a link to see, pause or revoke this plan. Keep that message.',
  ),
  close: both('Anda dapat menutup halaman ini.', 'You may close this page.'),
  validUntil: (when: string) =>
    both(`Tautan ini berlaku sampai ${when}.`, `This link is valid until ${when}.`),
  certifiedTitle: both(
    'Perlu tanda tangan elektronik tersertifikasi',
    'A certified electronic signature is required',
  ),
  certifiedText: both(
    'Nilai ini tidak dapat disetujui dengan tanda tangan di layar. Hubungi RM Anda. Anda tetap dapat menolaknya di sini.',
    'This amount cannot be approved with a signature on the screen. Ask your relationship manager. You can still decline it here.',
  ),
} as const

/** The words for declining a new plan or a change of one. */
export function decliningWords(isChange: boolean) {
  return isChange
    ? {
        title: words.declineChangeTitle,
        text: words.declineChangeText,
        act: words.declineChangeNow,
      }
    : { title: words.declineTitle, text: words.declineText, act: words.declineNow }
}

export const managedWords = {
  title: both('Investasi berkala Anda', 'Your recurring investment'),
  status: both('Status', 'Status'),
  runs: (count: number) => both(`${count} kali`, `${count} times`),
  pause: both('Jeda rencana', 'Pause the plan'),
  resume: both('Lanjutkan rencana', 'Resume the plan'),
  revoke: both('Cabut mandat', 'Revoke the mandate'),
  pausedByRm: both(
    'RM Anda menjeda rencana ini. Anda dapat melanjutkannya.',
    'Your relationship manager paused this plan. You can resume it.',
  ),
  pausedByYou: both(
    'Anda menjeda rencana ini. Tidak ada yang dibeli sampai Anda melanjutkannya.',
    'You paused this plan. Nothing is bought until you resume it.',
  ),
  revokeTitle: both('Cabut mandat ini?', 'Revoke this mandate?'),
  revokeText: both(
    'Rencana berakhir untuk seterusnya dan tidak ada lagi yang dibeli. Instruksi yang sudah diterima Bib tetap berjalan. Unit yang sudah Anda miliki tidak berubah.',
    'The plan ends for good and nothing more is bought. Instructions that Bib has received already go on. The units you hold do not change.',
  ),
  revokeNow: both('Ya, cabut mandat', 'Yes, revoke the mandate'),
  back: both('Kembali', 'Back'),
  ended: (when: string) => both(`Berakhir ${when}`, `Ended ${when}`),
  revokedText: both(
    'Mandat Anda dicabut. Tidak ada lagi yang dibeli dari rencana ini.',
    'You revoked the mandate. Nothing more is bought by this plan.',
  ),
} as const

/** What the Indonesian statement that is signed says, for readers of English. */
export function meaningOf({ way, lines }: View['document']): string {
  return [
    meanings.plain,
    ...(way === 'direct-debit' ? [meanings.debit] : []),
    ...(lines.some(({ aboveRiskProfile }) => aboveRiskProfile) ? [meanings.aboveProfile] : []),
  ].join(' ')
}

const meanings = {
  plain:
    'I give a mandate to buy the products above each month, at most for the amounts shown and from the account shown, without a new signature. I have received and understood the prospectus or fund fact sheet, and know that past performance does not guarantee future results. A purchase is skipped if my risk profile is not valid or does not fit, if the relationship manager has no licence, or if the product is not offered. I can pause or revoke this mandate at any time with the link sent to me; instructions that Bib has received already go on.',
  debit: 'I agree that Bib debits that account for each purchase.',
  aboveProfile:
    'I have been told which products have a risk level above my risk profile, and want them all the same with every consequence.',
} as const
