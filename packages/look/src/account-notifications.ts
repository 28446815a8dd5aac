// Notifications about users, their accounts and who had access, in words.
import { words } from './notification-sentence.ts'

export const accountNotificationWords = {
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
