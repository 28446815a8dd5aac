// Notifications in words: the server sends the kind and its parameters, and the apps render them in
// the reader's language.
import { reasonText } from './bib-words.ts'
import { instructionStates } from './states.ts'
import type { Bilingual, Language } from './words.ts'

export type Words = { readonly title: Bilingual; readonly text: Bilingual }
type Pair = readonly [id: string, en: string]
const say = ([id, en]: Pair): Bilingual => ({ id, en })
const words = (title: Pair, text: Pair): Words => ({ title: say(title), text: say(text) })

const onInstruction = words(
  ['Status instruksi berubah', 'Instruction updated'],
  ['{investorName}: {stateWord}', '{investorName}: {stateWord}'],
)

/** The words of each kind; dev/look.test.ts compares them with the contract's kinds. */
export const notificationWords = {
  'lead.follow-up': words(
    ['Tindak lanjut', 'Follow-up'],
    ['Saatnya menindaklanjuti {leadName}.', 'It is time to follow up with {leadName}.'],
  ),
  'lead.assigned': words(
    ['Prospek untuk Anda', 'New lead for you'],
    ['{leadName} diberikan kepada Anda.', '{leadName} was given to you.'],
  ),
  'book.received': words(
    ['Buku diterima', 'Book received'],
    [
      'Dari {fromName}: {leads} prospek, {investors} investor.',
      'From {fromName}: {leads} leads, {investors} investors.',
    ],
  ),
  'book.given': words(
    ['Buku diserahkan', 'Book handed over'],
    [
      'Kepada {toName}: {leads} prospek, {investors} investor.',
      'To {toName}: {leads} leads, {investors} investors.',
    ],
  ),
  'user.added-by-platform': words(
    ['Anggota baru dari platform', 'New member from the platform'],
    [
      '{name} ditambahkan ke perusahaan Anda oleh administrator platform.',
      "{name} was added to your company by the platform's administrator.",
    ],
  ),
  'user.offered': words(
    ['Tawaran keanggotaan perusahaan lain', 'Membership offer from another company'],
    [
      '{company} menawarkan keanggotaan kepada Anda. Terima atau tolak di layar Akun.',
      '{company} offers you a membership. Accept or decline it on the Account screen.',
    ],
  ),
  'user.offered-by-platform': words(
    ['Tawaran keanggotaan dari platform', 'Membership offer from the platform'],
    [
      '{name} ditawari keanggotaan di perusahaan Anda.',
      '{name} was offered a membership in your company.',
    ],
  ),
  'user.offer-declined': words(
    ['Tawaran ditolak', 'Declined'],
    ['{name} menolak tawaran perusahaan Anda.', "{name} declined your company's offer."],
  ),
  'security.platform-access-opened': words(
    ['Akses platform dibuka', 'Platform access opened'],
    [
      '{name} dapat membaca data {company} sampai {until}: {reason}',
      '{name} can read {company} until {until}: {reason}',
    ],
  ),
  'security.platform-access-agreed': words(
    ['Akses platform diperluas', 'Platform access extended'],
    [
      '{name} boleh mengubah data {company} sampai {until}.',
      '{name} may change data of {company} until {until}.',
    ],
  ),
  'security.platform-access-ended': words(
    ['Akses platform berakhir', 'Platform access ended'],
    ['Akses {name} ke {company} sudah berakhir.', 'The access of {name} to {company} has ended.'],
  ),
  'change.waiting': words(
    ['Menunggu keputusan Anda', 'Waiting for your decision'],
    ['Sebuah perubahan menunggu orang kedua.', 'A change is waiting for a second person.'],
  ),
  'change.approved': words(
    ['Perubahan disetujui', 'Change approved'],
    ['Perubahan yang Anda minta disetujui.', 'The change you requested was approved.'],
  ),
  'change.rejected': words(
    ['Perubahan ditolak', 'Change rejected'],
    [
      'Perubahan yang Anda minta ditolak: {reason}',
      'The change you requested was rejected: {reason}',
    ],
  ),
  'investor.risk-raised': words(
    ['Profil risiko dinaikkan', 'Risk profile raised'],
    [
      'Profil risiko {investorName} yang lebih tinggi disetujui.',
      'The higher risk profile of {investorName} was approved.',
    ],
  ),
  'investor.submitted': words(
    ['KYC menunggu tinjauan', 'KYC waiting for review'],
    ['Berkas {investorName} diajukan.', 'The case of {investorName} was submitted.'],
  ),
  'investor.resubmitted': words(
    ['KYC diajukan lagi', 'KYC submitted again'],
    [
      'Berkas {investorName} yang Anda kembalikan diajukan lagi.',
      'The case of {investorName} that you returned was submitted again.',
    ],
  ),
  'investor.approved': words(
    ['KYC disetujui', 'KYC approved'],
    ['Berkas {investorName} disetujui.', 'The case of {investorName} was approved.'],
  ),
  'investor.returned': words(
    ['KYC dikembalikan', 'KYC returned'],
    ['Berkas {investorName} perlu diperbaiki.', 'The case of {investorName} needs corrections.'],
  ),
  'investor.consent-withdrawn': words(
    ['Persetujuan ditarik', 'Consent withdrawn'],
    [
      '{investorName} menarik persetujuan. Tindak lanjuti dalam 3x24 jam (UU PDP).',
      '{investorName} withdrew a consent. Act on it within 3 × 24 hours (personal data protection law).',
    ],
  ),
  'investor.rejected': words(
    ['KYC ditolak', 'KYC rejected'],
    ['Berkas {investorName} ditolak.', 'The case of {investorName} was rejected.'],
  ),
  'investor.registered': words(
    ['Investor terdaftar', 'Investor registered'],
    [
      '{investorName} terdaftar dan dapat bertransaksi.',
      '{investorName} is registered and can invest.',
    ],
  ),
  'investor.sync-failed': words(
    ['Pendaftaran di Bib gagal', 'Registration at Bib failed'],
    [
      'Berkas {investorName} belum diterima Bib. {reason}',
      'Bib did not accept the case of {investorName}. {reason}',
    ],
  ),
  'investor.bank-account-accepted': words(
    ['Rekening bank diterima', 'Bank account accepted'],
    [
      'Rekening {number} milik {investorName} dapat dipakai.',
      'Account {number} of {investorName} can be used.',
    ],
  ),
  'investor.bank-account-refused': words(
    ['Rekening bank ditolak', 'Bank account refused'],
    [
      'Rekening {number} milik {investorName} tidak dapat dipakai.',
      'Account {number} of {investorName} cannot be used.',
    ],
  ),
  'instruction.approved': words(
    ['Instruksi disetujui', 'Instruction approved'],
    ['{investorName} menandatangani instruksi.', '{investorName} signed the instruction.'],
  ),
  'instruction.declined': words(
    ['Instruksi ditolak', 'Instruction declined'],
    ['{investorName} menolak instruksi.', '{investorName} declined the instruction.'],
  ),
  'instruction.expired': words(
    ['Tautan kedaluwarsa', 'Link expired'],
    [
      '{investorName} belum menyetujui instruksi.',
      '{investorName} has not approved the instruction.',
    ],
  ),
  'instruction.rejected': words(
    ['Instruksi ditolak Bib', 'Instruction rejected by Bib'],
    [
      'Instruksi {investorName} tidak dapat dijalankan. {reason}',
      'The instruction of {investorName} cannot be carried out. {reason}',
    ],
  ),
  'instruction.cancelled': words(
    ['Instruksi dibatalkan', 'Instruction cancelled'],
    ['Instruksi {investorName} dibatalkan.', 'The instruction of {investorName} was cancelled.'],
  ),
  'instruction.cancel-refused': words(
    ['Instruksi tidak dapat dibatalkan lagi', 'Instruction could not be cancelled'],
    [
      'Instruksi {investorName} sudah diproses Bib dan tidak dapat dibatalkan lagi. Instruksi tetap dijalankan.',
      'The instruction of {investorName} has reached Bib and can no longer be cancelled. It will be carried out.',
    ],
  ),
  'instruction.unusual': words(
    ['Jumlah pembelian tidak biasa', 'Unusual amount'],
    [
      '{rmName} memesan {productName} untuk {investorName} di atas penghasilan yang dinyatakan atau batas wajar; alasannya ada pada instruksi.',
      '{rmName} ordered {productName} for {investorName} above the declared income or the usual limit; the reason is on the instruction.',
    ],
  ),
  'instruction.corrected': words(
    ['Alokasi dikoreksi', 'Allocation corrected'],
    [
      'Alokasi {productName} milik {investorName} dikoreksi Bib.',
      'Bib corrected the allocation of {productName} for {investorName}.',
    ],
  ),
  'instruction.refund-pending': words(
    ['Dana akan dikembalikan', 'Refund on its way'],
    [
      'Dana {investorName} untuk {productName} sedang dikembalikan.',
      'The money of {investorName} for {productName} is being refunded.',
    ],
  ),
  'instruction.refunded': words(
    ['Dana sudah dikembalikan', 'Refund paid'],
    [
      'Dana {investorName} untuk {productName} sudah dikembalikan.',
      'The money of {investorName} for {productName} was refunded.',
    ],
  ),
  'instruction.payment-pending': onInstruction,
  'instruction.paid': words(
    ['Pembayaran diterima', 'Payment received'],
    ['{investorName} sudah membayar {productName}.', '{investorName} has paid for {productName}.'],
  ),
  'instruction.unpaid': words(
    ['Belum dibayar', 'Not paid in time'],
    [
      '{investorName} belum membayar {productName} sampai batas waktu. Ulangi untuk NAB berikutnya.',
      '{investorName} did not pay for {productName} in time. Repeat it for the next NAV.',
    ],
  ),
  'instruction.payment-short': words(
    ['Pembayaran kurang', 'Payment is short'],
    [
      'Dana dari {investorName} untuk {productName} kurang dari nilai instruksi.',
      'The money from {investorName} for {productName} is less than the order.',
    ],
  ),
  'instruction.payment-excess': words(
    ['Pembayaran lebih', 'Paid too much'],
    [
      '{investorName} membayar lebih untuk {productName}; kelebihannya dikembalikan.',
      '{investorName} paid too much for {productName}; the rest is returned.',
    ],
  ),
  'instruction.payment-late': words(
    ['Pembayaran terlambat', 'Payment came late'],
    [
      'Dana dari {investorName} untuk {productName} datang setelah batas waktu.',
      'The money from {investorName} for {productName} came after the due time.',
    ],
  ),
  'instruction.payment-held': words(
    ['Pembayar lain, dana ditahan', 'Held: another payer'],
    [
      'Dana untuk {productName} milik {investorName} datang dari nama lain. Kantor memutuskan.',
      'The money for {productName} of {investorName} came from another name. The office decides.',
    ],
  ),
  'instruction.payment-unclear': words(
    ['Cara pembayaran perlu diperiksa', 'How to pay needs checking'],
    [
      'Keterangan pembayaran {productName} milik {investorName} tidak terbaca. Tanyakan ke kantor.',
      'What Bib said of paying for {productName} of {investorName} cannot be read. Ask the office.',
    ],
  ),
  'instruction.payer-accepted': words(
    ['Pembayar diterima', 'Payer accepted'],
    [
      'Kantor menerima dana untuk {productName} milik {investorName}.',
      'The office took the money for {productName} of {investorName}.',
    ],
  ),
  'instruction.payer-returned': words(
    ['Dana pembayar lain dikembalikan', "Another payer's money goes back"],
    [
      'Dana untuk {productName} milik {investorName} dikembalikan; minta bayar dari rekening sendiri.',
      'The money for {productName} of {investorName} goes back; ask for payment from the own account.',
    ],
  ),
  'instruction.allocated': onInstruction,
  'instruction.settled': words(
    ['Instruksi selesai', 'Instruction settled'],
    ['Instruksi {investorName} selesai.', 'The instruction of {investorName} is settled.'],
  ),
  'licence.expiring': words(
    ['Izin akan berakhir', 'Licence ends soon'],
    ['Izin Anda berakhir dalam {daysLeft} hari.', 'Your licence ends in {daysLeft} days.'],
  ),
  'licence.expiring-of-rm': words(
    ['Izin RM akan berakhir', "An RM's licence ends soon"],
    [
      'Izin {rmName} berakhir dalam {daysLeft} hari.',
      'The licence of {rmName} ends in {daysLeft} days.',
    ],
  ),
  'user.registered': words(
    ['Pendaftaran RM baru', 'New RM registration'],
    ['{name} menunggu persetujuan.', '{name} awaits approval.'],
  ),
  'user.approved': words(
    ['Pendaftaran disetujui', 'Registration approved'],
    ['Anda dapat masuk ke {company}.', 'You can sign in to {company}.'],
  ),
  'user.rejected': words(
    ['Pendaftaran ditolak', 'Registration rejected'],
    ['{company}: {reason}', '{company}: {reason}'],
  ),
  'user.added': words(
    ['Perusahaan baru', 'New company'],
    ['Anda kini juga dapat bekerja untuk {company}.', 'You can now work for {company} too.'],
  ),
  'security.password-changed': words(
    ['Kata sandi diganti', 'Password changed'],
    [
      'Bila bukan Anda, segera hubungi administrator perusahaan.',
      'If this was not you, contact your company administrator at once.',
    ],
  ),
  'security.new-device': words(
    ['Perangkat baru', 'New device'],
    ['Akun Anda masuk dari {device}.', 'Your account signed in on {device}.'],
  ),
  'security.codes-stopped': words(
    ['Kode dihentikan', 'Codes stopped'],
    [
      'Terlalu banyak kode salah. Buat kata sandi baru.',
      'Too many wrong codes. Set a new password.',
    ],
  ),
  'security.messages-spent': words(
    ['Batas pesan harian tercapai', 'Daily message limit reached'],
    [
      'Mungkin ada serangan: periksa log layanan auth.',
      'This may be an attack: check the log of the auth service.',
    ],
  ),
  'security.many-reveals': words(
    ['Banyak data tersamar dibuka', 'Large amount of masked data revealed'],
    [
      '{name} membuka {count} data tersamar hari ini. Periksa jejak audit.',
      '{name} revealed {count} masked values today. Check the audit trail.',
    ],
  ),
  'security.many-exports': words(
    ['Banyak berkas diekspor', 'Many files exported'],
    [
      '{name} mengekspor {count} berkas hari ini. Periksa jejak audit.',
      '{name} exported {count} files today. Check the audit trail.',
    ],
  ),
  'security.session-stolen': words(
    ['Sesi diakhiri', 'Session ended'],
    [
      'Tokennya dipakai dua kali. Ganti kata sandi bila Anda ragu.',
      'Its token was used twice. Change your password if in doubt.',
    ],
  ),
  'security.access-ended': words(
    ['Akses diakhiri', 'Access ended'],
    [
      'Administrator mengakhiri sesi atau perangkat Anda.',
      'An administrator ended one of your sessions or devices.',
    ],
  ),
  'security.email-changed': words(
    ['E-mail diganti', 'E-mail changed'],
    ['Alamat e-mail akun Anda diganti.', 'The e-mail address of your account was changed.'],
  ),
  'security.phone-changed': words(
    ['Telepon diganti', 'Phone changed'],
    ['Nomor telepon akun Anda diganti.', 'The phone number of your account was changed.'],
  ),
  'security.change-asked': words(
    ['Permintaan perubahan akun', 'Account change requested'],
    ['Bila bukan Anda, segera ganti kata sandi.', 'If this was not you, change your password now.'],
  ),
}
const other = words(
  ['Pemberitahuan', 'Notification'],
  ['Buka untuk melihatnya.', 'Open it to see.'],
)

const byKind: Readonly<Partial<Record<string, Words>>> = notificationWords

/** Kinds whose reason is a code of Bib's, which is shown in words. */
const saysReason: ReadonlySet<string> = new Set(['instruction.rejected', 'investor.sync-failed'])
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** Fills a sentence with its values; undefined if one is missing. Null values are left out. */
function filled(text: string, values: Record<string, unknown>): string | undefined {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  if (names.some((name) => values[name] === undefined)) return undefined
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).trim()
}

/**
 * A notification as text. Kinds that this version does not know are still shown, and states of
 * instructions by their word.
 */
export function notificationText(
  kind: string,
  params: object,
  language: Language,
): { title: string; text: string } {
  const state = Object.entries(instructionStates).find(
    ([status]) => kind === `instruction.${status}`,
  )?.[1]
  const { title, text } = byKind[kind] ?? (state ? onInstruction : other)
  const given: Record<string, unknown> = { ...params }
  const reason = saysReason.has(kind)
    ? reasonText(textOf(given['reason']), language)
    : given['reason']
  const values: Record<string, unknown> = { ...given, reason, stateWord: state?.word[language] }
  return { title: title[language], text: filled(text[language], values) ?? other.text[language] }
}
