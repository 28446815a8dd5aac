import type { AumReportLine, SalesReportLine } from '@rmtools/contracts/bff/reports'
import { reports } from '@rmtools/contracts/bff/reports'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import { rangeOf } from '../products/rules.ts'
import type { Ask, Period, Sources } from '../ports.ts'
import { aumColumns, csvOf, salesColumns, type Columns } from './rules.ts'

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
    aumCsv: async (filter, ask) => file(ask.reply, `aum-${filter.from}-${filter.to}`, aumColumns, await aum(filter, ask)),
    salesCsv: async (filter, ask) => file(ask.reply, `sales-${filter.from}-${filter.to}`, salesColumns, await sales(filter, ask)),
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

function file<L>(reply: ReplyControls, name: string, columns: Columns<L>, { asOf, isStale, items }: Report<L>): Uint8Array {
  reply.header('content-type', 'text/csv; charset=utf-8')
  reply.header('content-disposition', `attachment; filename="${name}.csv"`)
  // What the JSON says beside its lines.
  reply.header('x-as-of', asOf)
  reply.header('x-is-stale', String(isStale))
  return csvOf(columns, items)
}
