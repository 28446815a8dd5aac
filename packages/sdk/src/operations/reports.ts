// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { CalendarDate, Currency, Id, Instant } from './fields.ts'
import type { ProductCode, TransactionType } from './market.ts'
import type {
  AumReportLine, InvestorReportLine, SalesReportLine, TransactionReportLine,
} from './report-lines.ts'

export type ReportsAumInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
}

export type ReportsAumCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsAumXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsSalesInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
}

export type ReportsSalesCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsSalesXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsInvestorsInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  limit?: number
}

export type ReportsInvestorsCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsBookPdfInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsTransactionsInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
}

export type ReportsTransactionsCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
  language?: 'id' | 'en'
}

export type ReportsTransactionsXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
  language?: 'id' | 'en'
}

export type ReportsApi = {
  /**
   * Assets under management per RM and product
   *
   * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
   *
   * Needs the permission `report.read`.
   */
  aum: Method<ReportsAumInput, {
    asOf: Instant
    isStale: boolean
    items: Array<AumReportLine>
  }>
  /**
   * Assets under management as a CSV file
   *
   * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  aumCsv: Method<ReportsAumCsvInput, Uint8Array>
  /**
   * Assets under management as an Excel file
   *
   * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  aumXlsx: Method<ReportsAumXlsxInput, Uint8Array>
  /**
   * Sales per month, RM and product
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   */
  sales: Method<ReportsSalesInput, {
    asOf: Instant
    isStale: boolean
    items: Array<SalesReportLine>
  }>
  /**
   * Sales as a CSV file
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  salesCsv: Method<ReportsSalesCsvInput, Uint8Array>
  /**
   * Sales as an Excel file
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  salesXlsx: Method<ReportsSalesXlsxInput, Uint8Array>
  /**
   * Investors' holdings, inflow and outflow, largest first
   *
   * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
   *
   * Needs the permission `report.read`.
   */
  investors: Method<ReportsInvestorsInput, {
    asOf: Instant
    isStale: boolean
    items: Array<InvestorReportLine>
    count: number
  }>
  /**
   * Investors' holdings, inflow and outflow, as a CSV file
   *
   * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  investorsCsv: Method<ReportsInvestorsCsvInput, Uint8Array>
  /**
   * Assets and sales of a book by month, product and investor, as PDF
   *
   * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  bookPdf: Method<ReportsBookPdfInput, Uint8Array>
  /**
   * Allocated transactions of all investors, newest first
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   */
  transactions: ListMethod<ReportsTransactionsInput, {
    asOf: Instant
    isStale: boolean
    items: Array<TransactionReportLine>
    nextCursor: string | null
  }>
  /**
   * Transactions as a CSV file
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  transactionsCsv: Method<ReportsTransactionsCsvInput, Uint8Array>
  /**
   * Transactions as an Excel file
   *
   * By NAV date from `from` to `to`, both included; at most three years.
   *
   * Needs the permission `report.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  transactionsXlsx: Method<ReportsTransactionsXlsxInput, Uint8Array>
}

export const reports = {
  aum: {"method":"GET","path":"/reports/aum","query":["from","to","rmId","productCode","currency"],"reply":"json"},
  aumCsv: {"method":"GET","path":"/reports/aum.csv","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
  aumXlsx: {"method":"GET","path":"/reports/aum.xlsx","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
  sales: {"method":"GET","path":"/reports/sales","query":["from","to","rmId","productCode","currency"],"reply":"json"},
  salesCsv: {"method":"GET","path":"/reports/sales.csv","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
  salesXlsx: {"method":"GET","path":"/reports/sales.xlsx","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
  investors: {"method":"GET","path":"/reports/investors","query":["from","to","rmId","currency","limit"],"reply":"json"},
  investorsCsv: {"method":"GET","path":"/reports/investors.csv","query":["from","to","rmId","currency","language"],"reply":"bytes"},
  bookPdf: {"method":"GET","path":"/reports/book.pdf","query":["from","to","rmId","currency","language"],"reply":"bytes"},
  transactions: {"method":"GET","path":"/reports/transactions","query":["limit","cursor","from","to","rmId","productCode","type"],"reply":"json"},
  transactionsCsv: {"method":"GET","path":"/reports/transactions.csv","query":["from","to","rmId","productCode","type","language"],"reply":"bytes"},
  transactionsXlsx: {"method":"GET","path":"/reports/transactions.xlsx","query":["from","to","rmId","productCode","type","language"],"reply":"bytes"},
} as const satisfies Operations[string]
