// What our messages say, in the reader's language. No personal data beyond what the reader knows already.
import type { KindsOf } from '@rmtools/contracts/auth/notification-kinds'

export type Language = 'id' | 'en'
export type Params = object
/** What auth says itself: messages of sign-in, and the notifications that it sends. */
export type WordsKind =
  | 'code'
  | 'reset'
  | 'invitation'
  | 'news'
  | KindsOf<'security' | 'user' | 'change'>
type Words = { title: (params: Params) => string; text: (params: Params) => string }

const say = (title: string, text: string): Words => ({ title: fill(title), text: fill(text) })
const fill = (template: string) => (params: Params) => {
  const values = new Map<string, unknown>(Object.entries(params))
  // What is null is not said; what is missing stays to be seen, in a test before anybody reads it.
  return template.replace(/\{(\w+)\}/g, (hole, name: string) =>
    values.has(name) ? String(values.get(name) ?? '') : hole,
  )
}

const indonesian = {
  code: say(
    'Kode verifikasi RMTools',
    'Kode verifikasi RMTools Anda: {code}. Berlaku {minutes} menit. Jangan berikan kepada siapa pun.',
  ),
  reset: say(
    'Atur ulang kata sandi',
    'Buka tautan ini untuk membuat kata sandi baru (berlaku {minutes} menit, satu kali): {link}\nAbaikan pesan ini bila Anda tidak memintanya.',
  ),
  invitation: say(
    'Undangan ke RMTools',
    '{name}, Anda diundang ke RMTools oleh {company}. Buat kata sandi Anda di tautan ini (berlaku {hours} jam): {link}',
  ),
  'security.password-changed': say(
    'Kata sandi diganti',
    'Kata sandi akun RMTools Anda baru saja diganti. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.email-changed': say(
    'Alamat e-mail diganti',
    'Alamat e-mail akun RMTools Anda diganti menjadi {to}. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.phone-changed': say(
    'Nomor telepon diganti',
    'Nomor telepon akun RMTools Anda diganti menjadi {to}. Bila bukan Anda, segera hubungi administrator perusahaan.',
  ),
  'security.change-asked': say(
    'Permintaan perubahan akun',
    'Ada permintaan mengganti kontak akun RMTools Anda menjadi {to}. Bila bukan Anda, segera ganti kata sandi.',
  ),
  'security.new-device': say(
    'Perangkat baru',
    'Akun RMTools Anda masuk dari perangkat baru: {device}. Bila bukan Anda, segera ganti kata sandi.',
  ),
  'security.codes-stopped': say(
    'Kode dihentikan',
    'Terlalu banyak kode salah dimasukkan untuk akun RMTools Anda. Seseorang mungkin mengetahui kata sandi Anda: buat kata sandi baru lewat "Lupa kata sandi" untuk masuk lagi.',
  ),
  'security.messages-spent': say(
    'Batas pesan harian tercapai',
    'Kode dan tautan ({channel}) untuk hari ini sudah habis. Mungkin ada serangan: periksa log layanan auth.',
  ),
  'security.many-reveals': say(
    'Banyak data tersamar dibuka',
    '{name} membuka {count} data tersamar hari ini. Bila tidak wajar, periksa jejak audit dan akhiri aksesnya di layar Pengguna.',
  ),
  'security.many-exports': say(
    'Banyak berkas diekspor',
    '{name} mengekspor {count} berkas hari ini. Bila tidak wajar, periksa jejak audit dan akhiri aksesnya di layar Pengguna.',
  ),
  'security.session-stolen': say(
    'Sesi diakhiri',
    'Sebuah sesi akun RMTools Anda diakhiri karena tokennya dipakai dua kali. Ganti kata sandi bila Anda ragu.',
  ),
  'security.access-ended': say(
    'Akses diakhiri',
    'Administrator perusahaan mengakhiri sesi atau perangkat akun RMTools Anda. Hubungi administrator bila Anda tidak mengetahui sebabnya.',
  ),
  'user.registered': say(
    'Pendaftaran RM baru',
    '{name} mendaftar sebagai RM dan menunggu persetujuan.',
  ),
  'user.approved': say(
    'Pendaftaran disetujui',
    'Pendaftaran Anda di {company} disetujui. Anda dapat masuk sekarang.',
  ),
  'user.rejected': say('Pendaftaran ditolak', 'Pendaftaran Anda di {company} ditolak. {reason}'),
  'user.added-by-platform': say(
    'Anggota baru dari platform',
    '{name} ditambahkan ke perusahaan Anda oleh administrator platform sebagai {role}. Bila Anda tidak mengetahui sebabnya, cabut aksesnya di layar Pengguna.',
  ),
  'user.offered': say(
    'Ajakan bekerja untuk perusahaan lain',
    '{company} mengajak Anda bekerja untuknya. Terima atau tolak di layar Akun; sebelum Anda menerima tidak ada yang berubah.',
  ),
  'user.offered-by-platform': say(
    'Anggota diajak oleh platform',
    'Administrator platform mengajak {name} bekerja untuk perusahaan Anda sebagai {role}. Berlaku setelah yang bersangkutan menerima.',
  ),
  'user.offer-declined': say('Ajakan ditolak', '{name} menolak bekerja untuk perusahaan Anda.'),
  'security.platform-access-opened': say(
    'Akses platform dibuka',
    '{name} dari platform membuka akses baca ke {company} sampai {until}. Alasan: {reason}. Administrator perusahaan dapat mengakhirinya di layar Pengguna.',
  ),
  'security.platform-access-agreed': say(
    'Akses platform diperluas',
    'Administrator {company} menyetujui {name} dari platform mengubah data sampai {until}.',
  ),
  'security.platform-access-ended': say(
    'Akses platform berakhir',
    'Akses {name} dari platform ke {company} sudah berakhir.',
  ),
  'change.waiting': say(
    'Menunggu keputusan Anda',
    'Sebuah perubahan pengguna, peran, atau pengaturan menunggu orang kedua. Buka layar "Orang kedua" untuk memutuskan.',
  ),
  'change.approved': say('Perubahan disetujui', 'Perubahan yang Anda minta disetujui.'),
  'change.rejected': say('Perubahan ditolak', 'Perubahan yang Anda minta ditolak: {reason}'),
  news: say('RMTools', 'Ada pemberitahuan baru.'),
} satisfies Record<WordsKind, Words>

const english: Record<WordsKind, Words> = {
  code: say(
    'Your RMTools code',
    'Your RMTools code: {code}. Valid for {minutes} minutes. Give it to nobody.',
  ),
  reset: say(
    'Reset your password',
    'Open this link to set a new password (valid for {minutes} minutes, once): {link}\nIgnore this message if you did not ask for it.',
  ),
  invitation: say(
    'Invitation to RMTools',
    '{name}, {company} invites you to RMTools. Set your password with this link (valid for {hours} hours): {link}',
  ),
  'security.password-changed': say(
    'Password changed',
    'The password of your RMTools account was changed. If that was not you, tell your company administrator at once.',
  ),
  'security.email-changed': say(
    'E-mail address changed',
    'The e-mail address of your RMTools account was changed to {to}. If that was not you, tell your company administrator at once.',
  ),
  'security.phone-changed': say(
    'Phone number changed',
    'The phone number of your RMTools account was changed to {to}. If that was not you, tell your company administrator at once.',
  ),
  'security.change-asked': say(
    'Change of your account',
    'Somebody asked to change a contact of your RMTools account to {to}. If that was not you, change your password now.',
  ),
  'security.new-device': say(
    'New device',
    'Your RMTools account signed in on a new device: {device}. If that was not you, change your password now.',
  ),
  'security.codes-stopped': say(
    'Codes stopped',
    'Too many wrong codes were entered for your RMTools account. Somebody may know your password: set a new one by “Forgot password” to sign in again.',
  ),
  'security.messages-spent': say(
    'Messages of the day used up',
    'The codes and links ({channel}) of today are used up. This may be an attack: look at the log of auth.',
  ),
  'security.many-reveals': say(
    'Much masked data revealed',
    '{name} revealed {count} masked values today. If that is unusual, look at the audit trail and end their access on the People screen.',
  ),
  'security.many-exports': say(
    'Many files exported',
    '{name} exported {count} files today. If that is unusual, look at the audit trail and end their access on the People screen.',
  ),
  'security.session-stolen': say(
    'Session ended',
    'A session of your RMTools account was ended because its token was used twice. Change your password if in doubt.',
  ),
  'security.access-ended': say(
    'Access ended',
    'Your company administrator ended a session or a device of your RMTools account. Ask the administrator if you do not know why.',
  ),
  'user.registered': say('New RM registration', '{name} registered as RM and awaits approval.'),
  'user.approved': say(
    'Registration approved',
    'Your registration at {company} was approved. You can sign in now.',
  ),
  'user.rejected': say(
    'Registration rejected',
    'Your registration at {company} was rejected. {reason}',
  ),
  'user.added-by-platform': say(
    'A member by the platform',
    "{name} was added to your company by the platform's administrator as {role}. If you do not know why, end their access on the People screen.",
  ),
  'user.offered': say(
    'Asked to work for another company',
    '{company} asks you to work for it too. Accept or decline on the Account screen; nothing changes before you accept.',
  ),
  'user.offered-by-platform': say(
    'A member asked by the platform',
    "The platform's administrator asked {name} to work for your company as {role}. It counts once they accept.",
  ),
  'user.offer-declined': say('Declined', '{name} declined to work for your company.'),
  'security.platform-access-opened': say(
    'Access of the platform opened',
    '{name} of the platform opened access to read {company} until {until}. Reason: {reason}. An administrator of the company can end it on the People screen.',
  ),
  'security.platform-access-agreed': say(
    'Access of the platform widened',
    'An administrator of {company} agreed that {name} of the platform may change data until {until}.',
  ),
  'security.platform-access-ended': say(
    'Access of the platform ended',
    'The access of {name} of the platform to {company} has ended.',
  ),
  'change.waiting': say(
    'Waits for your decision',
    'A change of people, roles or settings waits for a second person. Open the screen “Second person” to decide.',
  ),
  'change.approved': say('Change approved', 'The change that you asked for was approved.'),
  'change.rejected': say('Change rejected', 'The change that you asked for was rejected: {reason}'),
  news: say('RMTools', 'There is a new notification.'),
}

/** A message of ours in words. */
export function words(
  kind: WordsKind,
  language: Language,
  params: Params,
): { title: string; text: string } {
  const { title, text } = (language === 'en' ? english : indonesian)[kind]
  return { title: title(params), text: text(params) }
}
