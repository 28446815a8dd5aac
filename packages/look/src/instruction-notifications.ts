// Notifications about instructions and their payment, in words.
import { words } from './notification-sentence.ts'

/** For states that need no sentence of their own. */
export const onInstruction = words(
  ['Status instruksi berubah', 'Instruction updated'],
  ['{investorName}: {stateWord}', '{investorName}: {stateWord}'],
)

export const instructionNotificationWords = {
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
  'instruction.repeated': words(
    ['Instruksi diulang investor', 'Repeated by the investor'],
    [
      '{investorName} mengulang pembelian {productName} untuk NAB berikutnya.',
      '{investorName} ordered {productName} again for the next NAV.',
    ],
  ),
  'instruction.repeat-asked': words(
    ['Investor ingin mengulang', 'The investor wants to repeat'],
    [
      '{investorName} ingin mengulang pembelian {productName}, tetapi tidak bisa tanpa Anda. Ulangi, atau bicarakan dengan investor.',
      '{investorName} wants to order {productName} again, which needs you. Repeat it, or talk to the investor.',
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
  'instruction.payer-too-late': words(
    ['Keputusan pembayar terlambat', 'The decision about a payer came too late'],
    [
      'Bib sudah menerima atau mengembalikan dana untuk {productName} milik {investorName}. Periksa pembayarannya.',
      'Bib had taken or returned the money for {productName} of {investorName} already. Check the payment.',
    ],
  ),
  'instruction.allocated': onInstruction,
  'instruction.settled': words(
    ['Instruksi selesai', 'Instruction settled'],
    ['Instruksi {investorName} selesai.', 'The instruction of {investorName} is settled.'],
  ),
}
