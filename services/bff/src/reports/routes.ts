import { reportDay } from '@rmtools/contracts/bff/book-figures'
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
  TransactionReportLine,
} from '@rmtools/contracts/bff/report-lines'
import { MOST_REPORTED_INVESTORS, reports } from '@rmtools/contracts/bff/reports'
import { batchesOf } from '@rmtools/kit/batches'
import { disposition } from '@rmtools/kit/disposition'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import { tableFile, type Columns, type TableFormat } from '@rmtools/kit/tables'
import { aumFigures, salesFigures } from '../dashboard/rules.ts'
import { rangeOf } from '../products/rules.ts'
import type { Ask, Period, Sources, TransactionQuery } from '../sources.ts'
import { bookPdf } from './book-pdf.ts'
import { aumColumns, investorColumns, salesColumns, transactionColumns } from './rules.ts'

type Filter = Period & { rmId?: string; productCode?: string; currency?: string }
type Line = { rmId: string; productCode: string; currency: string }
type Named = { rmName: string | null; productName: string | null }
type Report<L> = { asOf: string; isStale: boolean; items: L[] }

export const reportRoutes = (sources: Sources) => {
  const aum = async (filter: Filter, ask: Ask): Promise<Report<AumReportLine>> =>
    await reportOf(sources, ask, filter, await sources.aum(ask, queryOf(filter)))
  const sales = async (filter: Filter, ask: Ask): Promise<Report<SalesReportLine>> =>
    await reportOf(sources, ask, filter, await sources.sales(ask, queryOf(filter)))
  return implement('reports', reports, {
    aum,
    sales,
    aumCsv: async (filter, ask) =>
      await file('csv', ask, {
        ...named('aum', filter),
        columns: aumColumns,
        ...(await aum(filter, ask)),
      }),
    aumXlsx: async (filter, ask) =>
      await file('xlsx', ask, {
        ...named('aum', filter),
        columns: aumColumns,
        ...(await aum(filter, ask)),
      }),
    salesCsv: async (filter, ask) =>
      await file('csv', ask, {
        ...named('sales', filter),
        columns: salesColumns,
        ...(await sales(filter, ask)),
      }),
    salesXlsx: async (filter, ask) =>
      await file('xlsx', ask, {
        ...named('sales', filter),
        columns: salesColumns,
        ...(await sales(filter, ask)),
      }),
    investors: async ({ limit = 100, ...book }, ask) =>
      await investorsOf(sources, ask, book, limit),
    investorsCsv: async (book, ask) => {
      const report = await investorsOf(sources, ask, book, MOST_REPORTED_INVESTORS)
      return await file('csv', ask, {
        ...named('investors', book),
        columns: investorColumns,
        ...report,
      })
    },
    bookPdf: async ({ language = 'id', ...book }, ask) => {
      const {
        from,
        to,
        rmId = ask.actor.ownOnly ? ask.actor.userId : undefined,
        currency = 'IDR',
      } = book
      const [assets, sold, investors, company, names] = await Promise.all([
        aum({ ...book, currency }, ask),
        sales({ ...book, currency }, ask),
        investorsOf(sources, ask, book, MOST_PRINTED_INVESTORS),
        sources.letterhead(ask, language),
        sources.names(ask),
      ])
      const { name, bytes } = await bookPdf({
        company,
        rmName: rmId === undefined ? undefined : names.rms.get(rmId),
        period: { from, to },
        currency,
        aum: aumFigures(assets.items, names, {
          asOf: assets.asOf,
          isStale: assets.isStale,
          day: reportDay({ to, asOf: assets.asOf }),
        }),
        sales: salesFigures(sold.items, names, sold),
        investors,
        language,
        at: sources.clock.now(),
      })
      ask.reply.header('content-disposition', disposition('inline', name))
      return bytes
    },
    transactions: async ({ limit = 20, ...filter }, ask) =>
      await transactionsOf(sources, ask, { ...filter, limit }),
    transactionsCsv: async (filter, ask) => await transactionFile(sources, 'csv', filter, ask),
    transactionsXlsx: async (filter, ask) => await transactionFile(sources, 'xlsx', filter, ask),
  })
}

function queryOf({ from, to, rmId }: Filter): Period & { rmId?: string } {
  return { ...rangeOf({ from, to }, to), ...(rmId === undefined ? {} : { rmId }) }
}

type Kept<L> = { value: { asOf: string; items: L[] }; isStale: boolean }

/** The lines that pass the remaining filters, with the names of RMs and products. */
async function reportOf<L extends Line>(
  sources: Sources,
  ask: Ask,
  { productCode, currency }: Filter,
  kept: Kept<L>,
): Promise<Report<L & Named>> {
  const names = await sources.names(ask)
  const items = kept.value.items
    .filter(
      (line) =>
        (productCode === undefined || line.productCode === productCode) &&
        (currency === undefined || line.currency === currency),
    )
    .map((line) => ({
      ...line,
      rmName: names.rms.get(line.rmId) ?? null,
      productName: names.products.get(line.productCode) ?? null,
    }))
  return { asOf: kept.value.asOf, isStale: kept.isStale, items }
}

type Language = 'id' | 'en'

const named = (kind: string, { from, to, language = 'id' }: Period & { language?: Language }) => ({
  name: `${kind}-${from}-${to}`,
  language,
})

async function file<L>(
  format: TableFormat,
  { reply }: { reply: ReplyControls },
  {
    name,
    language,
    columns,
    items,
    ...date
  }: Report<L> & { name: string; language: Language; columns: Columns<L> },
): Promise<AsyncIterable<Uint8Array>> {
  sayDate(reply, date)
  return await tableFile(format, { name, language, columns, rows: inOne(items) }, reply)
}

/** At most three years of sums, which Bib returns at once. */
async function* inOne<L>(items: readonly L[]): AsyncGenerator<readonly L[]> {
  yield items
}

/** The fields of the JSON other than its lines. */
function sayDate(reply: ReplyControls, { asOf, isStale }: Omit<Report<never>, 'items'>): void {
  reply.header('x-as-of', asOf)
  reply.header('x-is-stale', String(isStale))
}

type Book = Period & { rmId?: string; currency?: string }
/** In print; a file has more. */
const MOST_PRINTED_INVESTORS = 200

/** The largest investors of a book, with their names and those of their RMs. */
async function investorsOf(
  sources: Sources,
  ask: Ask,
  { currency = 'IDR', ...book }: Book,
  limit: number,
): Promise<Report<InvestorReportLine> & { count: number }> {
  const [{ value, isStale }, names] = await Promise.all([
    sources.reportInvestors(ask, { ...queryOf(book), currency, limit }),
    sources.names(ask),
  ])
  const known = await sources.investorsKnownAs(
    ask,
    value.items.map(({ externalId }) => externalId),
  )
  const items = value.items.map((line) => ({
    ...line,
    rmName: names.rms.get(line.rmId) ?? null,
    investorId: known.get(line.externalId)?.id ?? null,
    investorName: known.get(line.externalId)?.displayName ?? null,
  }))
  return { asOf: value.asOf, isStale, items, count: value.count }
}

type TransactionReport = Report<TransactionReportLine> & { nextCursor: string | null }

/** A page of transactions with the names of investors, RMs and products. */
async function transactionsOf(
  sources: Sources,
  ask: Ask,
  { from, to, ...wanted }: TransactionQuery,
): Promise<TransactionReport> {
  const [{ value, isStale }, names] = await Promise.all([
    sources.reportTransactions(ask, { ...wanted, ...rangeOf({ from, to }, to) }),
    sources.names(ask),
  ])
  const investors = await sources.investorsKnownAs(
    ask,
    value.items.map(({ externalId }) => externalId),
  )
  const items = value.items.map((line) => ({
    ...line,
    rmName: names.rms.get(line.rmId) ?? null,
    investorId: investors.get(line.externalId)?.id ?? null,
    investorName: investors.get(line.externalId)?.displayName ?? null,
  }))
  return { asOf: value.asOf, isStale, items, nextCursor: value.nextCursor }
}

/**
 * Requests a thousand lines at a time from Bib while the file is read; the file's date is that of
 * the first response.
 */
async function transactionFile(
  sources: Sources,
  format: TableFormat,
  { language, ...filter }: Omit<TransactionQuery, 'limit' | 'cursor'> & { language?: Language },
  ask: Ask & { reply: ReplyControls },
): Promise<AsyncIterable<Uint8Array>> {
  const rows = batchesOf(async (limit, cursor) => {
    const page = await transactionsOf(sources, ask, {
      ...filter,
      limit,
      ...(cursor ? { cursor } : {}),
    })
    if (cursor === undefined) sayDate(ask.reply, page)
    return page
  })
  return await tableFile(
    format,
    {
      ...named('transactions', { ...filter, ...(language ? { language } : {}) }),
      columns: transactionColumns,
      rows,
    },
    ask.reply,
  )
}
