// Bib's reasons for refusal, in words with a remedy: the only mapping, for console, app, messages
// and files. The detail that Bib adds to a code is for programmers, in its own language. An unknown
// code is shown unchanged, because users quote it when they ask Bib.
import { problemText, problemWords } from './problems.ts'
import { say, type Bilingual, type Language } from './words.ts'

export const bibReasonWords: Readonly<Record<string, Bilingual>> = {
  KYC_REFUSED: say(
    'Bib menolak data KYC. Periksa data investor, perbaiki, lalu kirim lagi.',
    'Bib rejected the KYC data. Check the investor’s data, correct it and send it again.',
  ),
  CODE_LIST_MISMATCH: say(
    'Bib tidak mengenal salah satu kode di formulir. Periksa daftar kode di pengaturan, lalu kirim lagi.',
    'Bib does not know one of the codes in the form. Check the code lists in the settings and send it again.',
  ),
  BANK_ACCOUNT_REFUSED: say(
    'Bank tidak mengenal rekening ini atas nama itu. Periksa nomor dan nama pemilik, atau pakai rekening lain.',
    'The bank does not know this account under that name. Check number and holder, or use another account.',
  ),
  INVESTOR_NOT_READY: say(
    'Investor belum memiliki SID. Tunggu sampai SID terbit, lalu buat instruksi lagi.',
    'The investor has no SID yet. Wait until it is issued, then create the instruction again.',
  ),
  PRODUCT_UNKNOWN: say(
    'Bib tidak mengenal produk ini. Pilih produk dari katalog, lalu buat instruksi lagi.',
    'Bib does not know this product. Choose one from the catalogue and create the instruction again.',
  ),
  PRODUCT_SUSPENDED: say(
    'Produk sedang tidak menerima transaksi ini. Pilih produk lain atau coba lagi setelah dibuka.',
    'The product does not accept this order now. Choose another, or try again once it is open.',
  ),
  OFFERING_CLOSED: say(
    'Obligasi tidak sedang ditawarkan. Lihat masa penawaran pada produk.',
    "The bond is not on offer now. See the product's offering period.",
  ),
  BELOW_MINIMUM: say(
    'Jumlahnya di bawah minimal produk. Buat instruksi lagi dengan jumlah yang cukup.',
    'The amount is below the product minimum. Create the instruction again with a sufficient amount.',
  ),
  INSUFFICIENT_UNITS: say(
    'Unit yang tersisa tidak cukup, mungkin karena transaksi di tempat lain. Lihat portofolio terbaru, lalu buat instruksi lagi.',
    'There are not enough units left, perhaps because of a transaction elsewhere. Check the latest portfolio and create the instruction again.',
  ),
  REMAINDER_BELOW_MINIMUM: say(
    'Sisa unit akan di bawah saldo minimum. Buat instruksi lagi untuk semua unit.',
    'The remainder would be below the minimum balance. Create the instruction again for all units.',
  ),
  SWITCH_NOT_ALLOWED: say(
    'Kedua produk tidak dapat saling dialihkan. Pilih produk tujuan dari manajer investasi yang sama.',
    'You cannot switch between these products. Choose a target of the same fund manager.',
  ),
  NAV_DATE_CHANGED: say(
    'Batas waktu terlewati: tanggal NAB berubah. Investor diminta menyetujui lagi.',
    'The cut-off passed: the NAV date changed. The investor is asked again.',
  ),
  MANAGER_REFUSED: say(
    'Manajer investasi menolak pembelian setelah dibayar. Dananya dikembalikan; pilih produk lain bila perlu.',
    'The fund manager rejected the subscription after payment. The money is refunded; choose another product if necessary.',
  ),
  PAYMENT_EXPIRED: say(
    'Tidak dibayar penuh sampai batas waktu. Ulangi instruksi untuk NAB berikutnya.',
    'Not paid in full by the due time. Repeat the instruction for the next NAV.',
  ),
  DEBIT_REFUSED: say(
    'Bank menolak debit. Periksa persetujuan debit pada bank.',
    'The bank refused the debit. Check the permission to debit at the bank.',
  ),
  DEBIT_INSUFFICIENT: say(
    'Saldo rekening tidak cukup untuk didebit. Isi rekening.',
    'The balance of the account does not suffice for the debit. Fill up the account.',
  ),
}

const unknown = say(
  'Bib: {code}. Tanyakan kode ini ke back office atau Bib.',
  'Bib answered {code}. Ask the back office or Bib about this code.',
)
const refusedByBib = say(
  'Bib menolak tanpa alasan. Tanyakan ke back office atau Bib.',
  'Bib rejected this without a reason. Ask the back office or Bib.',
)
const BY_MANDATE = 'by-mandate'
const byMandate = say(
  'Dengan mandat rencana berkala, tanpa tanda tangan baru.',
  'By the mandate of a recurring plan, without a new signature.',
)
const FIRST_REASON = 'refused by Bib'
/** crm's code for the reason, if crm found out before Bib did. */
const OURS = 'nav-date-changed'
/**
 * `CODE`, `CODE: detail` or `CODE /field detail`, as stored. People's words have no underscores.
 */
const CODE = /^([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:[: ]|$)/

/** A problem that Bib returned, as crm stores it, with the fields that it names. */
const PROBLEM = /^([a-z][a-z0-9-]+): /
const CONFLICT = /^Bib names the external id (\S+?),/
const otherId = say(
  'Bib menyebut nomor {id}, yang tidak cocok dengan data di sini. Back office perlu memeriksanya bersama Bib.',
  'Bib reports the ID {id}, which does not match the data here. The back office has to check it with Bib.',
)

/** Bib's reason code in words. */
export function bibReasonText(code: string, language: Language): string {
  const words = Object.hasOwn(bibReasonWords, code) ? bibReasonWords[code] : undefined
  return words?.[language] ?? unknown[language].replace('{code}', code)
}

/**
 * The stored reason why something ended: codes of Bib's or ours in words, a person's text
 * unchanged; null if none is stored.
 */
export function reasonText(kept: string | null | undefined, language: Language): string | null {
  if (kept === null || kept === undefined || kept === '') return null
  if (kept === OURS) return bibReasonWords['NAV_DATE_CHANGED']?.[language] ?? kept
  if (kept === BY_MANDATE) return byMandate[language]
  if (kept === FIRST_REASON) return refusedByBib[language]
  if (Object.hasOwn(problemWords, kept)) return problemText(kept, language)
  const conflict = CONFLICT.exec(kept)
  if (conflict) return otherId[language].replace('{id}', conflict[1] ?? '')
  const ours = PROBLEM.exec(kept)?.[1]
  if (ours !== undefined && Object.hasOwn(problemWords, ours))
    return `${problemText(ours, language)} (Bib)`
  const parts = kept.split('; ').map((part) => CODE.exec(part)?.[1])
  // Bib's detail may contain a semicolon: whatever follows a code belongs to it.
  if (parts[0] === undefined) return kept
  const codes = [...new Set(parts.flatMap((code) => code ?? []))]
  return codes.map((code) => bibReasonText(code, language)).join(' ')
}
