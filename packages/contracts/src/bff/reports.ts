// Assets and sales of the active company, from Bib. An RM sees the own figures, whatever is asked for.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, Shape } from '../endpoint.ts'
import { CalendarDate, Currency, Id } from '../fields.ts'
import { AumLine, ProductCode, SalesLine } from './market.ts'
import { dated } from './products.ts'

const readers = can('report.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const names = { rmName: Nullable(Type.String()), productName: Nullable(Type.String()) }

export const AumReportLine = Shape({ ...AumLine.properties, ...names })
export type AumReportLine = Static<typeof AumReportLine>
export const SalesReportLine = Shape({ ...SalesLine.properties, ...names })
export type SalesReportLine = Static<typeof SalesReportLine>

const query = Shape({
  from: CalendarDate,
  to: CalendarDate,
  rmId: Type.Optional(Id),
  productCode: Type.Optional(ProductCode),
  currency: Type.Optional(Currency),
})
const aumText = 'At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.'
const salesText = 'By NAV date from `from` to `to`, both included; at most three years.'

export const reports = {
  aum: endpoint({
    method: 'GET',
    path: '/reports/aum',
    summary: 'Assets under management per RM and product',
    description: aumText,
    access: readers,
    query,
    reply: Shape({ ...dated, items: Type.Array(AumReportLine) }),
  }),
  aumCsv: endpoint({
    method: 'GET',
    path: '/reports/aum.csv',
    summary: 'Assets under management as a file',
    description: aumText,
    access: readers,
    query,
    produces: 'text/csv',
  }),
  sales: endpoint({
    method: 'GET',
    path: '/reports/sales',
    summary: 'Sales per month, RM and product',
    description: salesText,
    access: readers,
    query,
    reply: Shape({ ...dated, items: Type.Array(SalesReportLine) }),
  }),
  salesCsv: endpoint({
    method: 'GET',
    path: '/reports/sales.csv',
    summary: 'Sales as a file',
    description: salesText,
    access: readers,
    query,
    produces: 'text/csv',
  }),
}
