// Notifications in words: the server says what kind it is and of whom.
import { instructionStates } from '@rmtools/look/states'
import type { Bilingual, Language } from '@rmtools/look/words'
import { fill, say } from '../app/preferences.ts'
import type { IconName } from '../ui/Icon.tsx'

type Words = { icon: IconName; title: Bilingual; text: Bilingual }
const words = (icon: IconName, title: Bilingual, text: Bilingual): Words => ({ icon, title, text })

const kinds: Readonly<Record<string, Words>> = {
  'lead.follow-up': words(
    'clock',
    say('Tindak lanjut', 'Follow-up'),
    say('Saatnya menindaklanjuti {leadName}.', 'It is time to follow up with {leadName}.'),
  ),
  'lead.assigned': words(
    'leads',
    say('Prospek untuk Anda', 'A lead for you'),
    say('{leadName} diberikan kepada Anda.', '{leadName} was given to you.'),
  ),
  'book.received': words(
    'leads',
    say('Buku diterima', 'Book received'),
    say('Anda menerima buku {fromName}.', 'You received the book of {fromName}.'),
  ),
  'book.given': words(
    'leads',
    say('Buku diserahkan', 'Book handed over'),
    say('Buku Anda diserahkan kepada {toName}.', 'Your book was handed over to {toName}.'),
  ),
  'investor.approved': words(
    'check',
    say('KYC disetujui', 'KYC approved'),
    say('Berkas {investorName} disetujui.', 'The case of {investorName} was approved.'),
  ),
  'investor.returned': words(
    'returned',
    say('KYC dikembalikan', 'KYC returned'),
    say('Berkas {investorName} perlu diperbaiki.', 'The case of {investorName} needs mending.'),
  ),
  'investor.rejected': words(
    'warning',
    say('KYC ditolak', 'KYC rejected'),
    say('Berkas {investorName} ditolak.', 'The case of {investorName} was rejected.'),
  ),
  'investor.submitted': words(
    'document',
    say('KYC lengkap', 'KYC complete'),
    say('{investorName} melengkapi datanya.', '{investorName} completed the data.'),
  ),
  'investor.resubmitted': words(
    'document',
    say('KYC diajukan lagi', 'KYC submitted again'),
    say('Berkas {investorName} diajukan lagi.', 'The case of {investorName} was submitted again.'),
  ),
  'investor.registered': words(
    'check',
    say('Investor terdaftar', 'Investor registered'),
    say('{investorName} terdaftar dan dapat bertransaksi.', '{investorName} is registered and can invest.'),
  ),
  'investor.sync-failed': words(
    'warning',
    say('Pendaftaran di Bib gagal', 'Registration at Bib failed'),
    say('Berkas {investorName} belum diterima Bib.', 'Bib did not take the case of {investorName}.'),
  ),
  'instruction.approved': words(
    'check',
    say('Instruksi disetujui', 'Instruction approved'),
    say('{investorName} menandatangani instruksi.', '{investorName} signed the instruction.'),
  ),
  'instruction.declined': words(
    'warning',
    say('Instruksi ditolak', 'Instruction declined'),
    say('{investorName} menolak instruksi.', '{investorName} declined the instruction.'),
  ),
  'instruction.expired': words(
    'clock',
    say('Tautan kedaluwarsa', 'Link expired'),
    say('{investorName} belum menyetujui instruksi.', '{investorName} has not approved the instruction.'),
  ),
  'instruction.rejected': words(
    'warning',
    say('Instruksi ditolak Bib', 'Instruction refused'),
    say('Instruksi {investorName} tidak dapat dijalankan.', 'The instruction of {investorName} cannot be carried out.'),
  ),
  'instruction.cancelled': words(
    'close',
    say('Instruksi dibatalkan', 'Instruction cancelled'),
    say('Instruksi {investorName} dibatalkan.', 'The instruction of {investorName} was cancelled.'),
  ),
  'instruction.settled': words(
    'check',
    say('Instruksi selesai', 'Instruction settled'),
    say('Instruksi {investorName} selesai.', 'The instruction of {investorName} is settled.'),
  ),
  'licence.expiring': words(
    'licence',
    say('Izin akan berakhir', 'Licence ends soon'),
    say('Izin Anda berakhir dalam {daysLeft} hari.', 'Your licence ends in {daysLeft} days.'),
  ),
  'user.approved': words(
    'check',
    say('Pendaftaran disetujui', 'Registration approved'),
    say('Selamat datang di RMTools.', 'Welcome to RMTools.'),
  ),
  'user.added': words(
    'company',
    say('Perusahaan baru', 'Another company'),
    say('Anda kini juga dapat bekerja untuk {company}.', 'You can now work for {company} too.'),
  ),
  'security.password-changed': words(
    'lock',
    say('Kata sandi diganti', 'Password changed'),
    say('Bila bukan Anda, segera hubungi administrator perusahaan.', 'If that was not you, tell your administrator at once.'),
  ),
  'security.new-device': words(
    'device',
    say('Perangkat baru', 'New device'),
    say('Akun Anda masuk dari {device}.', 'Your account signed in on {device}.'),
  ),
  'security.session-stolen': words(
    'lock',
    say('Sesi diakhiri', 'Session ended'),
    say('Tokennya dipakai dua kali. Ganti kata sandi bila Anda ragu.', 'Its token was used twice. Change your password if in doubt.'),
  ),
  'security.email-changed': words(
    'lock',
    say('E-mail diganti', 'E-mail changed'),
    say('Alamat e-mail akun Anda diganti.', 'The e-mail address of your account was changed.'),
  ),
  'security.phone-changed': words(
    'lock',
    say('Telepon diganti', 'Phone changed'),
    say('Nomor telepon akun Anda diganti.', 'The phone number of your account was changed.'),
  ),
  'security.change-asked': words(
    'lock',
    say('Permintaan perubahan akun', 'Change of your account'),
    say('Bila bukan Anda, segera ganti kata sandi.', 'If that was not you, change your password now.'),
  ),
}
const other = words('bell', say('Pemberitahuan', 'Notification'), say('Buka untuk melihatnya.', 'Open it to see.'))

const onInstruction = words(
  'switch',
  say('Instruksi berlanjut', 'Instruction moved on'),
  say('{investorName}: {stateWord}', '{investorName}: {stateWord}'),
)
const onBankAccount = words(
  'company',
  say('Rekening bank ditinjau', 'Bank account reviewed'),
  say('Rekening {investorName} sudah ditinjau.', 'An account of {investorName} was reviewed.'),
)

/** A notification as it is read. Kinds that this version does not know are still shown. */
export function notificationText(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): { icon: IconName; title: string; text: string } {
  const [noun, what = ''] = kind.split('.')
  const state = Object.entries(instructionStates).find(([status]) => noun === 'instruction' && status === what)?.[1]
  const general = state ? onInstruction : what.startsWith('bank-account') ? onBankAccount : other
  const { icon, title, text } = kinds[kind] ?? general
  const values = Object.entries({ ...params, stateWord: state?.word[language] }).map(([name, value]) => [name, String(value ?? '')])
  return { icon, title: title[language], text: fill(text[language], Object.fromEntries(values)) }
}
