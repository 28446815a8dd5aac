import { passwordWords } from '@rmtools/look/password-words'

export const words = {
  title: { id: 'Masuk ke konsol', en: 'Sign in to the console' },
  login: { id: 'E-mail atau nomor telepon', en: 'E-mail or phone number' },
  password: { id: 'Kata sandi', en: 'Password' },
  show: { id: 'Tampilkan kata sandi', en: 'Show password' },
  hide: { id: 'Sembunyikan kata sandi', en: 'Hide password' },
  forgot: { id: 'Lupa kata sandi', en: 'Forgot password' },
  wait: { id: 'Coba lagi dalam {seconds} detik.', en: 'Try again in {seconds} seconds.' },
  codeTitle: { id: 'Verifikasi perangkat ini', en: 'Verify this device' },
  codeSent: { id: 'Kode enam angka dikirim ke {to}.', en: 'A six-digit code was sent to {to}.' },
  code: { id: 'Kode', en: 'Code' },
  verify: { id: 'Lanjutkan', en: 'Continue' },
  again: { id: 'Kirim kode lagi', en: 'Send the code again' },
  againIn: { id: 'Kirim lagi dalam {seconds} d', en: 'Send again in {seconds} s' },
  other: { id: 'Pakai akun lain', en: 'Use another account' },
  toSignIn: { id: 'Ke halaman masuk', en: 'Go to sign-in' },
  resetTitle: { id: 'Atur ulang kata sandi', en: 'Reset password' },
  resetIntro: {
    id: 'Kami mengirim tautan untuk membuat kata sandi baru, melalui e-mail atau SMS.',
    en: 'We will send you a link to set a new password, by e-mail or SMS.',
  },
  resetSend: { id: 'Kirim tautan', en: 'Send the link' },
  resetAsked: {
    id: 'Jika ada akun untuk {login}, tautannya sedang dikirim.',
    en: 'If there is an account for {login}, a link is on its way.',
  },
  resetHint: {
    id: 'Belum diterima dalam beberapa menit? Periksa folder spam, atau hubungi administrator perusahaan.',
    en: 'Nothing after a few minutes? Check your spam folder, or contact your company administrator.',
  },
  resetOther: { id: 'Pakai e-mail atau telepon lain', en: 'Use another e-mail or phone number' },
  ...passwordWords,
} as const
