// The figures of a book as PDF: assets and sales by month, product and investor, for a meeting.
import type { AumFigures, SalesFigures } from '@rmtools/contracts/bff/dashboard'
import type { InvestorReportLine } from '@rmtools/contracts/bff/report-lines'
import { documentName, documentNumber, hashOf, makeDocument, table } from '@rmtools/kit/pdf'
import type { Block, DocumentInfo, Letterhead, NamedPdf, TableColumn } from '@rmtools/kit/pdf'
import {
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatMonth,
} from '@rmtools/look/format'
import {
  nouns,
  performanceDisclaimer,
  roles,
  say,
  type Bilingual,
  type Language,
} from '@rmtools/look/words'

export type Book = {
  company: Letterhead
  /** Undefined: the company's whole book. */
  rmName: string | undefined
  period: { from: string; to: string }
  currency: string
  aum: AumFigures
  sales: SalesFigures
  investors: { items: readonly InvestorReportLine[]; count: number }
  language: Language
  at: Date
}

const words = {
  title: say('Laporan buku', 'Book report'),
  whole: say('Seluruh buku perusahaan', 'Entire company book'),
  book: say('Buku', 'Book'),
  period: say('Periode', 'Period'),
  currency: say('Mata uang', 'Currency'),
  asOf: say('Data per', 'Data as of'),
  stale: say('(data terakhir yang tersedia)', '(latest data available)'),
  managed: say('Dana kelolaan', 'Assets under management'),
  net: say('Penjualan bersih', 'Net sales'),
  byMonth: say('Per bulan', 'By month'),
  byProduct: say('Per produk', 'By product'),
  byInvestor: say('Per investor', 'By investor'),
  month: say('Bulan', 'Month'),
  inflow: say('Masuk', 'In'),
  outflow: say('Keluar', 'Out'),
  none: say('Tidak ada angka pada periode ini.', 'There are no figures in this period.'),
  note: say(
    'Pengalihan dihitung pada produk, tidak pada bulan dan investor. Nilai dihitung dari NAB terakhir.',
    'Switches count by product, not by month or investor. Values are calculated at the latest NAV.',
  ),
}

const largest = (shown: number, count: number, language: Language) =>
  language === 'id'
    ? `${formatCount(shown, language)} terbesar dari ${formatCount(count, language)} investor.`
    : `The ${formatCount(shown, language)} largest of ${formatCount(count, language)} investors.`

/** Draws the document. */
export async function bookPdf(book: Book): Promise<NamedPdf> {
  const { company, rmName, period, currency, aum, sales, investors, language, at } = book
  const hash = hashOf({ rmName, period, currency, aum, sales, investors })
  const info: DocumentInfo = {
    language,
    company,
    title: words.title[language],
    number: documentNumber('LB', hash),
    at,
    hash,
  }
  const asOf = formatInstant(aum.asOf, language)
  const bytes = await makeDocument(info, [
    {
      kind: 'facts',
      facts: [
        rmName === undefined
          ? [words.book[language], words.whole[language]]
          : [roles.rm[language], rmName],
        [
          words.period[language],
          `${formatDate(period.from, language)} – ${formatDate(period.to, language)}`,
        ],
        [words.asOf[language], aum.isStale ? `${asOf} ${words.stale[language]}` : asOf],
        [words.currency[language], currency],
      ],
    },
    ...monthsOf(book),
    ...productsOf(book),
    ...investorsOf(book),
    { kind: 'note', text: `${words.note[language]} ${performanceDisclaimer[language]}` },
  ])
  return { name: documentName(info), bytes }
}

function monthsOf({ aum, sales, currency, language }: Book): Block[] {
  const sold = new Map(sales.byMonth.map((month) => [month.month, month]))
  const held = new Map(aum.byMonth.map(({ month, value }) => [month, value]))
  const months = [...new Set([...held.keys(), ...sold.keys()])].toSorted()
  const money = moneyColumn<string>(currency, language)
  return partOf(words.byMonth, language, months, [
    { title: words.month[language], width: 3, of: (month) => formatMonth(month, language) },
    money(words.managed, (month) => held.get(month)),
    money(words.inflow, (month) => sold.get(month)?.inflow),
    money(words.outflow, (month) => sold.get(month)?.outflow),
    money(words.net, (month) => sold.get(month)?.net),
  ])
}

function productsOf({ aum, sales, currency, language }: Book): Block[] {
  const sold = new Map(sales.byProduct.map((product) => [product.productCode, product]))
  const held = new Map(aum.byProduct.map((product) => [product.productCode, product]))
  const codes = [...new Set([...held.keys(), ...sold.keys()])]
  const nameOf = (code: string) =>
    held.get(code)?.productName ?? sold.get(code)?.productName ?? code
  const money = moneyColumn<string>(currency, language)
  return partOf(words.byProduct, language, codes, [
    { title: nouns.product[language], width: 5, of: nameOf },
    {
      title: nouns.investors[language],
      width: 2,
      of: (code) => formatCount(held.get(code)?.investors ?? 0, language),
      isNumber: true,
    },
    money(words.managed, (code) => held.get(code)?.value),
    money(words.inflow, (code) => sold.get(code)?.inflow),
    money(words.outflow, (code) => sold.get(code)?.outflow),
  ])
}

function investorsOf({ investors: { items, count }, currency, language }: Book): Block[] {
  const money = moneyColumn<InvestorReportLine>(currency, language)
  const part = partOf(words.byInvestor, language, items, [
    {
      title: nouns.investor[language],
      width: 5,
      of: ({ investorName, externalId }) => investorName ?? externalId,
    },
    {
      title: nouns.products[language],
      width: 2,
      of: ({ products }) => formatCount(products, language),
      isNumber: true,
    },
    money(words.managed, ({ value }) => value),
    money(words.inflow, ({ inflow }) => inflow),
    money(words.outflow, ({ outflow }) => outflow),
  ])
  return items.length < count
    ? [...part, { kind: 'note', text: largest(items.length, count, language) }]
    : part
}

const moneyColumn =
  <Row>(currency: string, language: Language) =>
  (title: Bilingual, of: (row: Row) => string | undefined): TableColumn<Row> => ({
    title: title[language],
    width: 4,
    of: (row) => formatMoney(of(row) ?? '0', currency, language),
    isNumber: true,
  })

function partOf<Row>(
  title: Bilingual,
  language: Language,
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): Block[] {
  const content: Block =
    rows.length === 0 ? { kind: 'text', text: words.none[language] } : table(columns, rows)
  return [{ kind: 'heading', text: title[language] }, content]
}
