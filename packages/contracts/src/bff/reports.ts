// Assets and sales of the active company, from Bib. An RM gets the own figures, whatever the
// request.
import Type from 'typebox'
import { can, endpoint, Nullable, OneOf, pageQuery, Shape } from '../endpoint.ts'
import { CalendarDate, Currency, Id } from '../fields.ts'
import { CSV, exported, languageQuery, XLSX } from '../lists.ts'
import { ProductCode, transactionTypes } from './market.ts'
import { dated } from './products.ts'
import {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
  TransactionReportLine,
} from './report-lines.ts'

const readers = can('report.read', 'rm', 'reviewer', 'company-admin', 'auditor')

const period = {
  from: CalendarDate,
  to: CalendarDate,
  rmId: Type.Optional(Id),
  productCode: Type.Optional(ProductCode),
}
/** The largest investors of a book: its report names at most this many. */
export const MOST_REPORTED_INVESTORS = 1000
const { from, to, rmId } = period
const ofBook = { from, to, rmId, currency: Type.Optional(Currency) }
const sums = {
  method: 'GET',
  access: readers,
  query: Shape({ ...period, currency: Type.Optional(Currency) }),
} as const
const sumsFile = {
  ...sums,
  query: Shape({ ...period, currency: Type.Optional(Currency), ...languageQuery }),
  ...exported,
} as const
const transactionFilters = { ...period, type: Type.Optional(OneOf(transactionTypes)) }
const transactionFile = {
  method: 'GET',
  access: readers,
  query: Shape({ ...transactionFilters, ...languageQuery }),
  ...exported,
} as const
const aumText =
  'At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.'
const investorsText =
  'In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.'
const salesText = 'By NAV date from `from` to `to`, both included; at most three years.'

export const reports = {
  aum: endpoint({
    ...sums,
    path: '/reports/aum',
    summary: 'Assets under management per RM and product',
    description: aumText,
    reply: Shape({ ...dated, items: Type.Array(AumReportLine) }),
  }),
  aumCsv: endpoint({
    ...sumsFile,
    path: '/reports/aum.csv',
    summary: 'Assets under management as a CSV file',
    description: aumText,
    produces: CSV,
  }),
  aumXlsx: endpoint({
    ...sumsFile,
    path: '/reports/aum.xlsx',
    summary: 'Assets under management as an Excel file',
    description: aumText,
    produces: XLSX,
  }),
  sales: endpoint({
    ...sums,
    path: '/reports/sales',
    summary: 'Sales per month, RM and product',
    description: salesText,
    reply: Shape({ ...dated, items: Type.Array(SalesReportLine) }),
  }),
  salesCsv: endpoint({
    ...sumsFile,
    path: '/reports/sales.csv',
    summary: 'Sales as a CSV file',
    description: salesText,
    produces: CSV,
  }),
  salesXlsx: endpoint({
    ...sumsFile,
    path: '/reports/sales.xlsx',
    summary: 'Sales as an Excel file',
    description: salesText,
    produces: XLSX,
  }),
  investors: endpoint({
    method: 'GET',
    path: '/reports/investors',
    summary: "Investors' holdings, inflow and outflow, largest first",
    description: investorsText,
    access: readers,
    query: Shape({
      ...ofBook,
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: MOST_REPORTED_INVESTORS, default: 100 }),
      ),
    }),
    reply: Shape({
      ...dated,
      items: Type.Array(InvestorReportLine),
      count: Type.Integer({ minimum: 0 }),
    }),
  }),
  investorsCsv: endpoint({
    method: 'GET',
    path: '/reports/investors.csv',
    summary: "Investors' holdings, inflow and outflow, as a CSV file",
    description: investorsText,
    access: readers,
    query: Shape({ ...ofBook, ...languageQuery }),
    ...exported,
    produces: CSV,
  }),
  bookPdf: endpoint({
    method: 'GET',
    path: '/reports/book.pdf',
    summary: 'Assets and sales of a book by month, product and investor, as PDF',
    description: investorsText,
    access: readers,
    query: Shape({ ...ofBook, ...languageQuery }),
    ...exported,
    produces: 'application/pdf',
  }),
  transactions: endpoint({
    method: 'GET',
    path: '/reports/transactions',
    summary: 'Allocated transactions of all investors, newest first',
    description: salesText,
    access: readers,
    query: Shape({ ...pageQuery, ...transactionFilters }),
    reply: Shape({
      ...dated,
      items: Type.Array(TransactionReportLine),
      nextCursor: Nullable(Type.String()),
    }),
  }),
  transactionsCsv: endpoint({
    ...transactionFile,
    path: '/reports/transactions.csv',
    summary: 'Transactions as a CSV file',
    description: salesText,
    produces: CSV,
  }),
  transactionsXlsx: endpoint({
    ...transactionFile,
    path: '/reports/transactions.xlsx',
    summary: 'Transactions as an Excel file',
    description: salesText,
    produces: XLSX,
  }),
}
