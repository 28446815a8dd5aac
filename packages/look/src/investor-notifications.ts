// Notifications about an investor's case in words.
import { words } from './notification-sentence.ts'

export const investorNotificationWords = {
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
}
