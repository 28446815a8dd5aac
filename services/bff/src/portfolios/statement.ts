// An investor's statement as PDF: what is held, and what was done in a period.
import type { Portfolio, Transaction } from '@rmtools/contracts/bff/market'
import { BRAND, moneyText, MUTED, renderPdf, writeLines, writeTable, writeTitle, type Pdf } from '@rmtools/kit/pdf'
import type { Holder } from '../ports.ts'

type Language = 'id' | 'en'
export type Statement = {
  companyName: string
  holder: Holder
  period: { from: string; to: string }
  portfolio: Portfolio
  isStale: boolean
  transactions: readonly Transaction[]
  language: Language
}

const indonesian = {
  title: 'Laporan Investasi',
  investor: 'Investor',
  identity: 'Nomor identitas',
  period: 'Periode',
  asOf: 'Posisi per',
  stale: '(data terakhir yang tersedia)',
  positions: 'Posisi',
  transactions: 'Transaksi',
  none: 'Tidak ada.',
  product: 'Produk',
  units: 'Unit',
  nav: 'NAB/unit',
  value: 'Nilai',
  cost: 'Biaya perolehan',
  gain: 'Untung/rugi',
  date: 'Tanggal NAB',
  type: 'Jenis',
  amount: 'Jumlah',
  fee: 'Biaya',
  total: 'Total',
  types: { SUBSCRIPTION: 'Pembelian', REDEMPTION: 'Penjualan kembali', SWITCH_OUT: 'Pengalihan keluar', SWITCH_IN: 'Pengalihan masuk' },
  disclaimer:
    'Kinerja masa lalu tidak mencerminkan kinerja di masa depan. Nilai dihitung dari NAB terakhir dan dapat berubah; laporan ini bukan bukti kepemilikan. Bukti kepemilikan adalah catatan bank kustodian.',
}
type Words = typeof indonesian
const english: Words = {
  title: 'Investment statement',
  investor: 'Investor',
  identity: 'Identity number',
  period: 'Period',
  asOf: 'Positions as of',
  stale: '(latest data available)',
  positions: 'Positions',
  transactions: 'Transactions',
  none: 'None.',
  product: 'Product',
  units: 'Units',
  nav: 'NAV per unit',
  value: 'Value',
  cost: 'Cost',
  gain: 'Gain/loss',
  date: 'NAV date',
  type: 'Type',
  amount: 'Amount',
  fee: 'Fee',
  total: 'Total',
  types: { SUBSCRIPTION: 'Subscription', REDEMPTION: 'Redemption', SWITCH_OUT: 'Switch out', SWITCH_IN: 'Switch in' },
  disclaimer:
    "Past performance does not indicate future performance. Values are reckoned at the latest NAV and may change; this statement is no proof of ownership. The custodian bank's records are.",
}

/** Draws it. */
export async function statementPdf(statement: Statement): Promise<Uint8Array> {
  const { companyName, holder, period, portfolio, isStale, language } = statement
  const words = language === 'en' ? english : indonesian
  const asOf = `${new Date(portfolio.asOf).toLocaleString(language === 'en' ? 'en-GB' : 'id-ID', { timeZone: 'Asia/Jakarta' })} WIB`
  return await renderPdf({ title: words.title, author: companyName }, (pdf) => {
    writeTitle(pdf, companyName, words.title)
    writeLines(pdf, [
      [words.investor, holder.displayName],
      ...(holder.identityNumber === null ? [] : [[words.identity, holder.identityNumber] as const]),
      ...(portfolio.ifua === null ? [] : [['IFUA', portfolio.ifua] as const]),
      [words.period, `${period.from} – ${period.to}`],
      [words.asOf, isStale ? `${asOf} ${words.stale}` : asOf],
    ])
    writePositions(pdf, portfolio, words)
    writeTransactions(pdf, statement.transactions, words)
    pdf.moveDown().fillColor(MUTED).fontSize(8).text(words.disclaimer)
  })
}

function heading(pdf: Pdf, text: string): void {
  pdf.moveDown().fillColor(BRAND).fontSize(13).text(text).moveDown(0.4)
}

function writePositions(pdf: Pdf, { positions, totals }: Portfolio, words: Words): void {
  heading(pdf, words.positions)
  if (positions.length === 0) return void pdf.fillColor('black').fontSize(10).text(words.none)
  writeTable(
    pdf,
    [
      { title: words.product, width: 5, of: (one) => `${one.productName} (${one.productCode})` },
      { title: words.units, width: 3, of: (one) => one.units, isNumber: true },
      { title: words.nav, width: 3, of: (one) => `${one.nav}\n${one.navDate}`, isNumber: true },
      { title: words.cost, width: 3, of: (one) => moneyText(one.currency, one.cost), isNumber: true },
      { title: words.value, width: 3, of: (one) => moneyText(one.currency, one.value), isNumber: true },
      { title: words.gain, width: 3, of: (one) => `${moneyText(one.currency, one.gain)}\n${one.gainPercent} %`, isNumber: true },
    ],
    positions,
  )
  for (const { currency, value, gain } of totals)
    pdf
      .fillColor('black')
      .fontSize(10)
      .text(`${words.total} ${currency}: ${moneyText(currency, value)} (${moneyText(currency, gain)})`)
}

function writeTransactions(pdf: Pdf, transactions: readonly Transaction[], words: Words): void {
  heading(pdf, words.transactions)
  if (transactions.length === 0) return void pdf.fillColor('black').fontSize(10).text(words.none)
  writeTable(
    pdf,
    [
      { title: words.date, width: 2, of: (one) => one.navDate },
      { title: words.type, width: 3, of: (one) => words.types[one.type] },
      { title: words.product, width: 5, of: (one) => `${one.productName} (${one.productCode})` },
      { title: words.units, width: 3, of: (one) => one.units, isNumber: true },
      { title: words.nav, width: 2, of: (one) => one.nav, isNumber: true },
      { title: words.amount, width: 3, of: (one) => moneyText(one.currency, one.amount), isNumber: true },
      { title: words.fee, width: 2, of: (one) => moneyText(one.currency, one.fee), isNumber: true },
    ],
    transactions,
  )
}
