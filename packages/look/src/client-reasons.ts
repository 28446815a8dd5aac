// Why an order was refused, in words for the client: what happened and what to do next. Codes, names
// of systems and advice for the RM stay out of it.
import { say, type Bilingual, type Language } from './words.ts'

const clientReasons: Readonly<Record<string, Bilingual>> = {
  BANK_ACCOUNT_REFUSED: say(
    'Bank tidak mengenal rekening tujuan atas nama Anda. Sampaikan rekening lain atas nama Anda sendiri.',
    'The bank does not know the account under your name. Please give another account in your own name.',
  ),
  INVESTOR_NOT_READY: say(
    'SID Anda belum terbit. Pesanan dapat dibuat lagi setelah SID terbit.',
    'Your SID has not been issued yet. The order can be placed again once it has.',
  ),
  PRODUCT_SUSPENDED: say(
    'Produk ini sedang tidak menerima transaksi. Pilih produk lain, atau coba lagi setelah dibuka.',
    'The product does not take orders at the moment. Choose another, or try again once it is open.',
  ),
  OFFERING_CLOSED: say(
    'Masa penawarannya sudah berakhir atau belum dimulai.',
    'Its offering period has ended or has not started.',
  ),
  BELOW_MINIMUM: say(
    'Jumlahnya di bawah batas minimal produk. Pesanan dapat dibuat lagi dengan jumlah yang lebih besar.',
    'The amount is below the minimum of the product. The order can be placed again for a larger amount.',
  ),
  INSUFFICIENT_UNITS: say(
    'Unit Anda tidak cukup. Pesanan dapat dibuat lagi sesuai unit yang Anda miliki.',
    'You do not hold enough units. The order can be placed again for the units that you hold.',
  ),
  REMAINDER_BELOW_MINIMUM: say(
    'Sisa unit Anda akan di bawah saldo minimum produk. Pesanan dapat dibuat lagi untuk semua unit.',
    'Your remaining units would be below the minimum balance. The order can be placed again for all units.',
  ),
  SWITCH_NOT_ALLOWED: say(
    'Kedua produk tidak dapat saling dialihkan. Pilih produk tujuan lain.',
    'You cannot switch between these two products. Please choose another target.',
  ),
  MANAGER_REFUSED: say(
    'Manajer investasi tidak menerima pembelian ini. Dana Anda dikembalikan.',
    'The fund manager did not accept this subscription. Your money is refunded.',
  ),
  PAYMENT_EXPIRED: say(
    'Pembayaran tidak lengkap sampai batas waktu. Pesanan dapat diulang untuk NAB berikutnya.',
    'It was not paid in full by the due time. The order can be repeated for the next NAV.',
  ),
  'bank-account-unfit': say(
    'Rekening tujuan tidak dapat dipakai lagi. Sampaikan rekening lain atas nama Anda sendiri.',
    'The account can no longer be used. Please give another account in your own name.',
  ),
}

const general = say(
  'Pesanan tidak dapat dijalankan. Kami akan menjelaskan langkah berikutnya.',
  'The order could not be carried out. We will explain the next step.',
)
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=[: ;]|$)/
/** A code of Bib's, or of a problem: it is for the office. */
const isCode = (text: string) =>
  CODE.test(text) || /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:$|: )/.test(text)

/** The stored reason of a refusal, for the client; `typed` is what a person wrote instead. */
export function clientReason(kept: string | null | undefined, language: Language): string {
  const code = kept === null || kept === undefined ? '' : (CODE.exec(kept)?.[0] ?? kept)
  return (
    (Object.hasOwn(clientReasons, code) ? clientReasons[code] : undefined)?.[language] ??
    general[language]
  )
}

/** What a person wrote as a reason; null where it is a code. */
export function typedReason(kept: string | null | undefined): string | null {
  const text = kept?.trim() ?? ''
  return text === '' || text === '-' || isCode(text) ? null : text
}
