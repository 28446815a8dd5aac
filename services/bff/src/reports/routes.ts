import type { AumReportLine, SalesReportLine, TransactionReportLine } from '@rmtools/contracts/bff/reports'
import { reports } from '@rmtools/contracts/bff/reports'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import { everyRow, tableFile, type Columns, type TableFormat } from '@rmtools/kit/tables'
import { rangeOf } from '../products/rules.ts'
import type { Ask, Period, Sources, TransactionQuery } from '../ports.ts'
import { aumColumns, salesColumns, transactionColumns } from './rules.ts'

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
    aumCsv: async (filter, ask) => await file('csv', ask, { ...named('aum', filter), columns: aumColumns, ...(await aum(filter, ask)) }),
    aumXlsx: async (filter, ask) => await file('xlsx', ask, { ...named('aum', filter), columns: aumColumns, ...(await aum(filter, ask)) }),
    salesCsv: async (filter, ask) =>
      await file('csv', ask, { ...named('sales', filter), columns: salesColumns, ...(await sales(filter, ask)) }),
    salesXlsx: async (filter, ask) =>
      await file('xlsx', ask, { ...named('sales', filter), columns: salesColumns, ...(await sales(filter, ask)) }),
    transactions: async ({ limit = 20, ...filter }, ask) => await transactionsOf(sources, ask, { ...filter, limit }),
    transactionsCsv: async (filter, ask) => await transactionFile(sources, 'csv', filter, ask),
    transactionsXlsx: async (filter, ask) => await transactionFile(sources, 'xlsx', filter, ask),
  })
}

function queryOf({ from, to, rmId }: Filter): Period & { rmId?: string } {
  return { ...rangeOf({ from, to }, to), ...(rmId === undefined ? {} : { rmId }) }
}

type Kept<L> = { value: { asOf: string; items: L[] }; isStale: boolean }

/** The lines that the other filters leave, with the names of RMs and products. */
async function reportOf<L extends Line>(
  sources: Sources,
  ask: Ask,
  { productCode, currency }: Filter,
  kept: Kept<L>,
): Promise<Report<L & Named>> {
  const names = await sources.names(ask)
  const items = kept.value.items
    .filter(
      (line) => (productCode === undefined || line.productCode === productCode) && (currency === undefined || line.currency === currency),
    )
    .map((line) => ({ ...line, rmName: names.rms.get(line.rmId) ?? null, productName: names.products.get(line.productCode) ?? null }))
  return { asOf: kept.value.asOf, isStale: kept.isStale, items }
}

const named = (kind: string, { from, to }: Period) => ({ name: `${kind}-${from}-${to}` })

async function file<L>(
  format: TableFormat,
  { reply }: { reply: ReplyControls },
  { name, columns, asOf, isStale, items }: Report<L> & { name: string; columns: Columns<L> },
): Promise<Uint8Array> {
  // What the JSON says beside its lines.
  reply.header('x-as-of', asOf)
  reply.header('x-is-stale', String(isStale))
  return await tableFile(format, { name, columns, rows: items }, reply)
}

type TransactionReport = Report<TransactionReportLine> & { nextCursor: string | null }

/** A page of transactions with the names of investors, RMs and products. */
async function transactionsOf(sources: Sources, ask: Ask, { from, to, ...wanted }: TransactionQuery): Promise<TransactionReport> {
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

// Bib gives a thousand lines at a time; more pages than these would be asking it for minutes.
const LINES = { atATime: 1000, atMost: 20_000 }

async function transactionFile(
  sources: Sources,
  format: TableFormat,
  filter: Omit<TransactionQuery, 'limit' | 'cursor'>,
  ask: Ask & { reply: ReplyControls },
): Promise<Uint8Array> {
  const dates: Omit<Report<never>, 'items'>[] = []
  const items = await everyRow(async (limit, cursor) => {
    const page = await transactionsOf(sources, ask, { ...filter, limit, ...(cursor ? { cursor } : {}) })
    dates.push(page)
    return page
  }, LINES)
  // As old as its oldest page.
  const asOf = dates.map((page) => page.asOf).toSorted()[0] ?? sources.clock.now().toISOString()
  const isStale = dates.some((page) => page.isStale)
  return await file(format, ask, { ...named('transactions', filter), columns: transactionColumns, asOf, isStale, items })
}
