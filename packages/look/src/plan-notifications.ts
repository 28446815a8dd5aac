// Notifications about recurring plans, in words.
import { words } from './notification-sentence.ts'

export const planNotificationWords = {
  'plan.signed': words(
    ['Mandat ditandatangani', 'Mandate signed'],
    [
      '{investorName} menandatangani mandat rencana {productName}.',
      '{investorName} signed the mandate of the plan for {productName}.',
    ],
  ),
  'plan.declined': words(
    ['Mandat ditolak', 'Mandate declined'],
    [
      '{investorName} menolak mandat rencana {productName}.',
      '{investorName} declined the mandate of the plan for {productName}.',
    ],
  ),
  'plan.expired': words(
    ['Tautan mandat berakhir', 'Link to the mandate expired'],
    [
      '{investorName} belum menandatangani mandat rencana {productName}.',
      '{investorName} has not signed the mandate of the plan for {productName}.',
    ],
  ),
  'plan.retrying': words(
    ['Pembelian berkala dicoba lagi', 'Recurring purchase is tried again'],
    [
      '{productName} untuk {investorName} belum terbeli. {reason}',
      '{productName} was not bought for {investorName} yet. {reason}',
    ],
  ),
  'plan.skipped': words(
    ['Pembelian berkala dilewati', 'Recurring purchase skipped'],
    [
      '{productName} untuk {investorName} tidak dibeli bulan ini. {reason}',
      '{productName} is not bought for {investorName} this month. {reason}',
    ],
  ),
  'plan.paused': words(
    ['Rencana dijeda', 'Plan paused'],
    [
      'Rencana {productName} milik {investorName} dijeda.',
      'The plan of {investorName} for {productName} is paused.',
    ],
  ),
  'plan.resumed': words(
    ['Rencana dilanjutkan', 'Plan resumed'],
    [
      'Rencana {productName} milik {investorName} dilanjutkan.',
      'The plan of {investorName} for {productName} goes on.',
    ],
  ),
  'plan.stopped': words(
    ['Rencana dihentikan', 'Plan stopped'],
    [
      'Rencana {productName} milik {investorName} dihentikan.',
      'The plan of {investorName} for {productName} was stopped.',
    ],
  ),
  'plan.revoked': words(
    ['Mandat dicabut', 'Mandate revoked'],
    [
      '{investorName} mencabut mandat rencana {productName}.',
      '{investorName} revoked the mandate of the plan for {productName}.',
    ],
  ),
  'plan.completed': words(
    ['Rencana selesai', 'Plan completed'],
    [
      'Rencana {productName} milik {investorName} selesai.',
      'The plan of {investorName} for {productName} is completed.',
    ],
  ),
}
