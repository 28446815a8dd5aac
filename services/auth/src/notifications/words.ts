// The messages of auth, in the reader's language. They contain no personal data that the reader does not already know.
import type { KindsOf } from '@rmtools/contracts/auth/notification-kinds'

export type Language = 'id' | 'en'
export type Params = object
/** The messages that auth itself words: those of sign-in, and its own notifications. */
export type WordsKind =
  | 'code'
  | 'reset'
  | 'invitation'
  | 'news'
  | KindsOf<'security' | 'user' | 'change'>
type Words = { title: (params: Params) => string; text: (params: Params) => string }

const message = (title: string, text: string): Words => ({ title: fill(title), text: fill(text) })
const fill = (template: string) => (params: Params) => {
  const values = new Map<string, unknown>(Object.entries(params))
  // A null value is left out; a missing one stays visible, so that a test finds it before a reader
  // does.
  return template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    values.has(name) ? String(values.get(name) ?? '') : hole,
  )
}

const indonesian = {
  code: message(
    'Kode verifikasi RMTools',
    'Kode verifikasi RMTools Anda: {code}. Berlaku {minutes} menit. Jangan berikan kepada siapa pun.',
  ),
  reset: message(
    'Atur ulang kata sandi',
    'Buka tautan ini untuk membuat kata sandi baru (berlaku {minutes} menit, satu kali): {link}\nAbaikan pesan ini bila Anda tidak memintanya.',
  ),
  invitation: message(
    'Undangan ke RMTools',
    '{name}, Anda diundang ke RMTools oleh {company}. Buat kata sandi Anda di tautan ini (berlaku {hours} jam): {link}',
  ),
  'security.password-changed': message(
    'Kata sandi diganti',
    'Kata sandi akun RMTools Anda baru saja diganti. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.email-changed': message(
    'Alamat e-mail diganti',
    'Alamat e-mail akun RMTools Anda diganti menjadi {to}. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.phone-changed': message(
    'Nomor telepon diganti',
    'Nomor telepon akun RMTools Anda diganti menjadi {to}. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.change-asked': message(
    'Permintaan perubahan akun',
    'Ada permintaan mengganti kontak akun RMTools Anda menjadi {to}. Bila bukan Anda, segera ganti kata sandi.',
  ),
  'security.new-device': message(
    'Perangkat baru',
    'Akun RMTools Anda masuk dari perangkat baru: {device}. Bila bukan Anda, segera ganti kata sandi.',
  ),
  'security.codes-stopped': message(
    'Kode dihentikan',
    'Terlalu banyak kode salah dimasukkan untuk akun RMTools Anda. Seseorang mungkin mengetahui kata sandi Anda: buat kata sandi baru lewat "Lupa kata sandi" untuk masuk lagi.',
  ),
  'security.messages-spent': message(
    'Batas pesan harian tercapai',
    'Kode dan tautan ({channel}) untuk hari ini sudah habis. Mungkin ada serangan: periksa log layanan auth.',
  ),
  'security.many-reveals': message(
    'Banyak data tersamar dibuka',
    '{name} membuka {count} data tersamar hari ini. Bila tidak wajar, periksa jejak audit dan akhiri aksesnya di layar Pengguna.',
  ),
  'security.many-exports': message(
    'Banyak berkas diekspor',
    '{name} mengekspor {count} berkas hari ini. Bila tidak wajar, periksa jejak audit dan akhiri aksesnya di layar Pengguna.',
  ),
  'security.session-stolen': message(
    'Sesi diakhiri',
    'Sebuah sesi akun RMTools Anda diakhiri karena tokennya dipakai dua kali. Ganti kata sandi bila Anda ragu.',
  ),
  'security.access-ended': message(
    'Akses diakhiri',
    'Administrator perusahaan mengakhiri sesi atau perangkat akun RMTools Anda. Hubungi administrator bila Anda tidak mengetahui sebabnya.',
  ),
  'user.registered': message(
    'Pendaftaran RM baru',
    '{name} mendaftar sebagai RM dan menunggu persetujuan.',
  ),
  'user.approved': message(
    'Pendaftaran disetujui',
    'Pendaftaran Anda di {company} disetujui. Anda dapat masuk sekarang.',
  ),
  'user.rejected': message(
    'Pendaftaran ditolak',
    'Pendaftaran Anda di {company} ditolak. {reason}',
  ),
  'user.added-by-platform': message(
    'Anggota baru dari platform',
    '{name} ditambahkan ke perusahaan Anda oleh administrator platform sebagai {role}. Bila Anda tidak mengetahui sebabnya, cabut aksesnya di layar Pengguna.',
  ),
  'user.offered': message(
    'Tawaran keanggotaan perusahaan lain',
    '{company} menawarkan keanggotaan kepada Anda. Terima atau tolak di layar Akun. Tidak ada yang berubah sebelum Anda menerima.',
  ),
  'user.offered-by-platform': message(
    'Tawaran keanggotaan dari platform',
    'Administrator platform menawarkan keanggotaan di perusahaan Anda kepada {name}, dengan peran {role}. Berlaku setelah yang bersangkutan menerima.',
  ),
  'user.offer-declined': message('Tawaran ditolak', '{name} menolak tawaran perusahaan Anda.'),
  'security.platform-access-opened': message(
    'Akses platform dibuka',
    '{name} dari platform membuka akses baca ke {company} sampai {until}. Alasan: {reason}. Administrator perusahaan dapat mengakhirinya di layar Pengguna.',
  ),
  'security.platform-access-agreed': message(
    'Akses platform diperluas',
    'Administrator {company} menyetujui {name} dari platform mengubah data sampai {until}.',
  ),
  'security.platform-access-ended': message(
    'Akses platform berakhir',
    'Akses {name} dari platform ke {company} sudah berakhir.',
  ),
  'change.waiting': message(
    'Menunggu keputusan Anda',
    'Sebuah perubahan pengguna, peran, atau pengaturan menunggu persetujuan kedua. Buka layar "Persetujuan kedua" untuk memutuskan.',
  ),
  'change.approved': message('Perubahan disetujui', 'Perubahan yang Anda minta disetujui.'),
  'change.rejected': message('Perubahan ditolak', 'Perubahan yang Anda minta ditolak: {reason}'),
  news: message('RMTools', 'Ada pemberitahuan baru.'),
} satisfies Record<WordsKind, Words>

const english: Record<WordsKind, Words> = {
  code: message(
    'Your RMTools code',
    'Your RMTools code: {code}. Valid for {minutes} minutes. Do not share it with anyone.',
  ),
  reset: message(
    'Reset your password',
    'Open this link to set a new password (valid for {minutes} minutes, once): {link}\nIgnore this message if you did not request it.',
  ),
  invitation: message(
    'Invitation to RMTools',
    '{name}, {company} invites you to RMTools. Set your password with this link (valid for {hours} hours): {link}',
  ),
  'security.password-changed': message(
    'Password changed',
    'The password of your RMTools account was changed. If this was not you, contact your company administrator at once.',
  ),
  'security.email-changed': message(
    'E-mail address changed',
    'The e-mail address of your RMTools account was changed to {to}. If this was not you, contact your company administrator at once.',
  ),
  'security.phone-changed': message(
    'Phone number changed',
    'The phone number of your RMTools account was changed to {to}. If this was not you, contact your company administrator at once.',
  ),
  'security.change-asked': message(
    'Account change requested',
    'Somebody asked to change a contact of your RMTools account to {to}. If this was not you, change your password now.',
  ),
  'security.new-device': message(
    'New device',
    'Your RMTools account signed in on a new device: {device}. If this was not you, change your password now.',
  ),
  'security.codes-stopped': message(
    'Codes stopped',
    'Too many wrong codes were entered for your RMTools account. Somebody may know your password: use “Forgot password” to set a new one and sign in again.',
  ),
  'security.messages-spent': message(
    'Daily message limit reached',
    'The codes and links ({channel}) for today are used up. This may be an attack: check the log of the auth service.',
  ),
  'security.many-reveals': message(
    'Large amount of masked data revealed',
    '{name} revealed {count} masked values today. If that is unusual, check the audit trail and end their access on the People screen.',
  ),
  'security.many-exports': message(
    'Many files exported',
    '{name} exported {count} files today. If that is unusual, check the audit trail and end their access on the People screen.',
  ),
  'security.session-stolen': message(
    'Session ended',
    'A session of your RMTools account was ended because its token was used twice. Change your password if in doubt.',
  ),
  'security.access-ended': message(
    'Access ended',
    'Your company administrator ended a session or a device of your RMTools account. Contact the administrator if you do not know why.',
  ),
  'user.registered': message(
    'New RM registration',
    '{name} registered as an RM and is waiting for approval.',
  ),
  'user.approved': message(
    'Registration approved',
    'Your registration at {company} was approved. You can sign in now.',
  ),
  'user.rejected': message(
    'Registration rejected',
    'Your registration at {company} was rejected. {reason}',
  ),
  'user.added-by-platform': message(
    'New member from the platform',
    '{name} was added to your company by the platform administrator as {role}. If you do not know why, end their access on the People screen.',
  ),
  'user.offered': message(
    'Membership offer from another company',
    '{company} offers you a membership. Accept or decline it on the Account screen. Nothing changes until you accept.',
  ),
  'user.offered-by-platform': message(
    'Membership offer from the platform',
    'The platform administrator offered {name} a membership in your company as {role}. It starts when they accept.',
  ),
  'user.offer-declined': message('Declined', "{name} declined your company's offer."),
  'security.platform-access-opened': message(
    'Platform access opened',
    '{name} (platform) opened read access to {company} until {until}. Reason: {reason}. An administrator of the company can end it on the People screen.',
  ),
  'security.platform-access-agreed': message(
    'Platform access extended',
    'An administrator of {company} allowed {name} (platform) to change data until {until}.',
  ),
  'security.platform-access-ended': message(
    'Platform access ended',
    'The access of {name} (platform) to {company} has ended.',
  ),
  'change.waiting': message(
    'Waiting for your decision',
    'A change of users, roles or settings is waiting for a second approval. Open the screen “Second approval” to decide.',
  ),
  'change.approved': message('Change approved', 'The change you requested was approved.'),
  'change.rejected': message('Change rejected', 'The change you requested was rejected: {reason}'),
  news: message('RMTools', 'There is a new notification.'),
}

/** A message in words. */
export function words(
  kind: WordsKind,
  language: Language,
  params: Params,
): { title: string; text: string } {
  const { title, text } = (language === 'en' ? english : indonesian)[kind]
  return { title: title(params), text: text(params) }
}
