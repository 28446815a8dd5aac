// The payment of an order in words: its state, what that means for whom, and the labels on the
// screens.
import type { State, Tone } from './states.ts'
import { say, type Bilingual } from './words.ts'

const state = (tone: Tone, id: string, en: string): State => ({ tone, word: say(id, en) })

export const paymentStates = {
  waiting: state('waiting', 'Menunggu pembayaran', 'Awaiting payment'),
  short: state('waiting', 'Pembayaran kurang', 'Payment is short'),
  paid: state('done', 'Sudah dibayar', 'Paid'),
  over: state('done', 'Dibayar lebih', 'Paid too much'),
  twice: state('done', 'Dibayar dua kali', 'Paid twice'),
  late: state('failed', 'Dibayar terlambat', 'Paid late'),
  held: state('waiting', 'Ditahan: pembayar lain', 'Held: another payer'),
  unpaid: state('failed', 'Tidak dibayar tepat waktu', 'Not paid in time'),
  refunding: state('waiting', 'Dana sedang dikembalikan', 'Money is going back'),
  refunded: state('closed', 'Dana sudah dikembalikan', 'Money was returned'),
  ended: state('closed', 'Tidak perlu dibayar lagi', 'No longer to be paid'),
  'ask-office': state('waiting', 'Tanyakan ke kantor', 'Ask the office'),
} as const
export type PaymentStateName = keyof typeof paymentStates

/**
 * What a state means for the investor; `{missing}`, `{excess}` and `{received}` are placeholders
 * for amounts.
 */
export const paymentTexts: Readonly<Record<PaymentStateName, Bilingual>> = {
  waiting: say(
    'Bayar tepat sejumlah ini dari rekening atas nama investor sendiri. Dana dari nama lain dikembalikan.',
    "Pay exactly this from an account in the investor's own name. Money of anybody else is returned.",
  ),
  short: say(
    '{received} sudah datang; masih kurang {missing}. Bayar kekurangannya ke nomor yang sama sebelum batas waktu. Bila tidak, semuanya dikembalikan.',
    '{received} has come and {missing} is missing. Pay the rest to the same number before the due time. Otherwise all of it is returned.',
  ),
  paid: say(
    'Dana sudah diterima tepat waktu. Tidak ada lagi yang perlu dibayar.',
    'The money came in time. There is nothing more to pay.',
  ),
  over: say(
    'Dana sudah diterima. Kelebihan {excess} dikembalikan ke rekening asal.',
    'The money has come. The excess of {excess} goes back to the account it came from.',
  ),
  twice: say(
    'Dana diterima dua kali. Kelebihan {excess} dikembalikan ke rekening asal.',
    'The money came twice. The excess of {excess} goes back to the account it came from.',
  ),
  late: say(
    'Dana datang setelah batas waktu, sehingga NAB tanggal itu tidak dapat diberikan. Dananya dikembalikan, atau NAB berikutnya berlaku setelah disetujui lagi.',
    'The money came after the due time, so that the NAV of that date cannot be given. It is returned, or the next NAV applies after another approval.',
  ),
  held: say(
    'Dana datang dari nama yang berbeda dengan nama investor. Kantor memeriksanya lebih dulu.',
    "The money came from a name unlike the investor's. The office checks it first.",
  ),
  unpaid: say(
    'Dana tidak datang sampai batas waktu. Jangan bayar lagi ke nomor ini; instruksi dapat diulang untuk NAB berikutnya.',
    'The money did not come by the due time. Do not pay to this number any more; the instruction can be repeated for the next NAV.',
  ),
  refunding: say(
    'Instruksi tidak dijalankan dan dananya sedang dikembalikan.',
    'The instruction is not carried out and the money is on its way back.',
  ),
  refunded: say(
    'Instruksi tidak dijalankan dan dananya sudah dikembalikan.',
    'The instruction is not carried out and the money was returned.',
  ),
  ended: say(
    'Instruksi ini tidak dibayar lagi. Jangan kirim dana.',
    'This instruction is no longer to be paid. Do not send money.',
  ),
  'ask-office': say(
    'Keterangan pembayaran tidak dapat dibaca. Jangan kirim dana sebelum kantor memberi tahu cara membayarnya.',
    'How to pay could not be read. Send no money before the office has told how.',
  ),
}

/** A text with its amounts filled in, formatted for the reader's language. */
export function paymentText(
  text: string,
  amounts: Readonly<Record<'missing' | 'excess' | 'received', string>>,
): string {
  return text.replace(
    /\{(missing|excess|received)\}/g,
    (_, name: keyof typeof amounts) => amounts[name],
  )
}

export const paymentMethodWords = {
  'virtual-account': say('Virtual account', 'Virtual account'),
  transfer: say('Transfer bank', 'Bank transfer'),
  qris: say('QRIS', 'QRIS'),
  'direct-debit': say('Debit otomatis', 'Direct debit'),
  unknown: say('Tidak diketahui', 'Not known'),
} as const

export const paymentFields = {
  payment: say('Pembayaran', 'Payment'),
  method: say('Cara bayar', 'Way of paying'),
  bank: say('Bank tujuan', 'Bank to pay to'),
  virtualAccount: say('Nomor virtual account', 'Virtual account'),
  accountNumber: say('Nomor rekening', 'Account number'),
  holder: say('Atas nama', 'In the name of'),
  reference: say('Berita transfer', 'Reference of the transfer'),
  amount: say('Nilai pembayaran', 'To be paid'),
  missing: say('Masih kurang', 'Still missing'),
  dueAt: say('Bayar sebelum', 'Pay before'),
  received: say('Sudah diterima', 'Received'),
  receipts: say('Dana yang datang', 'Money that came'),
  payer: say('Pembayar', 'Payer'),
  unknownPayer: say('Nama tidak disebut bank', 'The bank named nobody'),
  returned: say('Dikembalikan', 'Going back'),
  paidBy: say('Dibayar paling lambat', 'Paid by'),
  paidByHint: say(
    'Tujuh hari bursa setelah tanggal NAB, tanpa hari libur.',
    'Seven exchange days after the NAV date, holidays left out.',
  ),
  feeInside: say('Termasuk biaya pembelian {fee}', 'Including the fee of {fee}'),
  feeOnTop: say('Ditambah biaya pembelian {fee}, sudah dihitung', 'With the fee of {fee} on top'),
  noFee: say('Tanpa biaya pembelian', 'No fee'),
  howTo: say('Cara membayar', 'How to pay'),
  qris: say('Bayar dengan QRIS', 'Pay by QRIS'),
  qrisCode: say('Kode QRIS untuk membayar {amount}', 'QRIS code that pays {amount}'),
  qrisHint: say(
    'Pindai dari aplikasi bank atau dompet digital milik investor sendiri, atau buka gambarnya dari galeri.',
    "Scan it with the investor's own banking or wallet app, or open the picture there from the gallery.",
  ),
  copy: say('Salin', 'Copy'),
  copied: say('Tersalin', 'Copied'),
  share: say('Bagikan', 'Share'),
  repeat: say('Ulangi untuk NAB berikutnya', 'Repeat for the next NAV'),
  repeated: say('Lihat pengulangannya', 'See its repetition'),
  repeatOf: say('Mengulang instruksi yang tidak dibayar', 'Repeats an unpaid instruction'),
  left: say('Sisa waktu', 'Time left'),
  over: say('Waktu habis, menunggu kabar dari bank', 'Time is up, waiting for word from the bank'),
  dueHint: say(
    'Inilah batas waktu untuk NAB {date}; tepat pada waktunya sudah terlambat.',
    'This is the cut-off for the NAV of {date}; at the very minute it is late.',
  ),
} as const

/** The text about the fee beside an amount; `{fee}` is a placeholder. */
export function feeWordOf({ amount, isInside }: { amount: string; isInside: boolean }): Bilingual {
  if (/^[0.]*$/.test(amount)) return paymentFields.noFee
  return isInside ? paymentFields.feeInside : paymentFields.feeOnTop
}

/** The back office's decision about another payer's money. */
export const payerVerdictWords = {
  accept: say('Pembayar diterima kantor', 'The office took the payer for the investor'),
  return: say('Dana pembayar lain dikembalikan', "Another payer's money goes back"),
} as const

const MINUTE = 60_000

/** The time left until an instant, in its two largest units; null if none is left. */
export function timeLeft(dueAt: string, now: number): Bilingual | null {
  const left = Date.parse(dueAt) - now
  if (left <= 0) return null
  const minutes = Math.floor(left / MINUTE)
  if (minutes === 0) {
    const seconds = Math.ceil(left / 1000)
    return say(`${seconds} detik`, seconds === 1 ? '1 second' : `${seconds} seconds`)
  }
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  const part = (n: number, id: string, en: string) =>
    n === 0 ? [] : [say(`${n} ${id}`, `${n} ${en}${n === 1 ? '' : 's'}`)]
  const parts = [
    ...part(days, 'hari', 'day'),
    ...part(hours, 'jam', 'hour'),
    ...part(minutes % 60, 'menit', 'minute'),
  ].slice(0, 2)
  return say(parts.map(({ id }) => id).join(' '), parts.map(({ en }) => en).join(' '))
}
