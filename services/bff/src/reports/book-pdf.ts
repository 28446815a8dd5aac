// A book in figures as PDF: assets and sales by month, product and investor, to be laid on a table.
import type { AumFigures, SalesFigures } from '@rmtools/contracts/bff/dashboard'
import type { InvestorReportLine } from '@rmtools/contracts/bff/reports'
import { BRAND, moneyText, MUTED, renderPdf, writeLines, writeTable, writeTitle, type Pdf, type PdfColumn } from '@rmtools/kit/pdf'

type Language = 'id' | 'en'
export type Book = {
  companyName: string
  /** Undefined: the book of the company. */
  rmName: string | undefined
  period: { from: string; to: string }
  currency: string
  aum: AumFigures
  sales: SalesFigures
  investors: { items: readonly InvestorReportLine[]; count: number }
  language: Language
}

const indonesian = {
  title: 'Laporan Buku',
  rm: 'Relationship manager',
  period: 'Periode',
  asOf: 'Data per',
  stale: '(data terakhir yang tersedia)',
  managed: 'Dana kelolaan',
  net: 'Penjualan bersih',
  byMonth: 'Per bulan',
  byProduct: 'Per produk',
  byInvestor: 'Per investor',
  month: 'Bulan',
  product: 'Produk',
  investor: 'Investor',
  investors: 'Investor',
  products: 'Produk',
  inflow: 'Masuk',
  outflow: 'Keluar',
  transactions: 'Transaksi',
  none: 'Tidak ada angka pada periode ini.',
  largest: (shown: number, count: number) => `${shown} terbesar dari ${count} investor.`,
  note: 'Pengalihan dihitung pada produk, tidak pada bulan dan investor. Nilai dihitung dari NAB terakhir. Kinerja masa lalu tidak mencerminkan kinerja di masa depan.',
}
type Words = typeof indonesian
const english: Words = {
  title: 'Report on the book',
  rm: 'Relationship manager',
  period: 'Period',
  asOf: 'Data as of',
  stale: '(latest data available)',
  managed: 'Assets under management',
  net: 'Net sales',
  byMonth: 'By month',
  byProduct: 'By product',
  byInvestor: 'By investor',
  month: 'Month',
  product: 'Product',
  investor: 'Investor',
  investors: 'Investors',
  products: 'Products',
  inflow: 'In',
  outflow: 'Out',
  transactions: 'Transactions',
  none: 'No figures in this period.',
  largest: (shown: number, count: number) => `The ${shown} largest of ${count} investors.`,
  note: 'Switches count for products, not for months and investors. Values are reckoned at the latest NAV. Past performance does not indicate future performance.',
}

/** Draws it. */
export async function bookPdf(book: Book): Promise<Uint8Array> {
  const { companyName, rmName, period, aum, language } = book
  const words = language === 'en' ? english : indonesian
  const locale = language === 'en' ? 'en-GB' : 'id-ID'
  const asOf = `${new Date(aum.asOf).toLocaleString(locale, { timeZone: 'Asia/Jakarta' })} WIB`
  return await renderPdf({ title: words.title, author: companyName }, (pdf) => {
    writeTitle(pdf, companyName, words.title)
    writeLines(pdf, [
      ...(rmName === undefined ? [] : [[words.rm, rmName] as const]),
      [words.period, `${period.from} – ${period.to}`],
      [words.asOf, aum.isStale ? `${asOf} ${words.stale}` : asOf],
    ])
    writeMonths(pdf, book, words)
    writeProducts(pdf, book, words)
    writeInvestors(pdf, book, words)
    pdf.moveDown().fillColor(MUTED).fontSize(8).text(words.note)
  })
}

function writeMonths(pdf: Pdf, { aum, sales, currency }: Book, words: Words): void {
  const sold = new Map(sales.byMonth.map((month) => [month.month, month]))
  const held = new Map(aum.byMonth.map(({ month, value }) => [month, value]))
  const months = [...new Set([...held.keys(), ...sold.keys()])].toSorted()
  table(pdf, { title: words.byMonth, none: words.none }, months, [
    { title: words.month, width: 3, of: (month) => month },
    money(words.managed, (month) => held.get(month), currency),
    money(words.inflow, (month) => sold.get(month)?.inflow, currency),
    money(words.outflow, (month) => sold.get(month)?.outflow, currency),
    money(words.net, (month) => sold.get(month)?.net, currency),
  ])
}

function writeProducts(pdf: Pdf, { aum, sales, currency }: Book, words: Words): void {
  const sold = new Map(sales.byProduct.map((product) => [product.productCode, product]))
  const held = new Map(aum.byProduct.map((product) => [product.productCode, product]))
  const codes = [...new Set([...held.keys(), ...sold.keys()])]
  const nameOf = (code: string) => held.get(code)?.productName ?? sold.get(code)?.productName ?? code
  table(pdf, { title: words.byProduct, none: words.none }, codes, [
    { title: words.product, width: 5, of: nameOf },
    { title: words.investors, width: 2, of: (code) => String(held.get(code)?.investors ?? 0), isNumber: true },
    money(words.managed, (code) => held.get(code)?.value, currency),
    money(words.inflow, (code) => sold.get(code)?.inflow, currency),
    money(words.outflow, (code) => sold.get(code)?.outflow, currency),
  ])
}

function writeInvestors(pdf: Pdf, { investors: { items, count }, currency }: Book, words: Words): void {
  table(pdf, { title: words.byInvestor, none: words.none }, items, [
    { title: words.investor, width: 5, of: ({ investorName, externalId }) => investorName ?? externalId },
    { title: words.products, width: 2, of: ({ products }) => String(products), isNumber: true },
    money(words.managed, ({ value }) => value, currency),
    money(words.inflow, ({ inflow }) => inflow, currency),
    money(words.outflow, ({ outflow }) => outflow, currency),
  ])
  if (items.length < count) pdf.fillColor(MUTED).fontSize(9).text(words.largest(items.length, count))
}

const money = <Row>(title: string, of: (row: Row) => string | undefined, currency: string): PdfColumn<Row> => ({
  title,
  width: 4,
  of: (row) => moneyText(currency, of(row) ?? '0'),
  isNumber: true,
})

type Said = { title: string; none: string }

function table<Row>(pdf: Pdf, { title, none }: Said, rows: readonly Row[], columns: readonly PdfColumn<Row>[]): void {
  pdf.moveDown().fillColor(BRAND).fontSize(13).text(title).moveDown(0.4)
  if (rows.length === 0) pdf.fillColor('black').fontSize(10).text(none)
  else writeTable(pdf, columns, rows)
}
