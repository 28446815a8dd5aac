// Reports as files: which columns, and text that no spreadsheet takes for a formula.
import type { AumReportLine, SalesReportLine } from '@rmtools/contracts/bff/reports'

type Cell = string | number | null
export type Columns<Line> = readonly { readonly title: string; readonly of: (line: Line) => Cell }[]

export const aumColumns: Columns<AumReportLine> = [
  { title: 'date', of: (line) => line.date },
  { title: 'rmId', of: (line) => line.rmId },
  { title: 'rmName', of: (line) => line.rmName },
  { title: 'productCode', of: (line) => line.productCode },
  { title: 'productName', of: (line) => line.productName },
  { title: 'currency', of: (line) => line.currency },
  { title: 'investors', of: (line) => line.investors },
  { title: 'units', of: (line) => line.units },
  { title: 'value', of: (line) => line.value },
]

export const salesColumns: Columns<SalesReportLine> = [
  { title: 'month', of: (line) => line.month },
  { title: 'rmId', of: (line) => line.rmId },
  { title: 'rmName', of: (line) => line.rmName },
  { title: 'productCode', of: (line) => line.productCode },
  { title: 'productName', of: (line) => line.productName },
  { title: 'currency', of: (line) => line.currency },
  { title: 'transactions', of: (line) => line.transactions },
  { title: 'subscriptions', of: (line) => line.subscriptions },
  { title: 'redemptions', of: (line) => line.redemptions },
  { title: 'switchIn', of: (line) => line.switchIn },
  { title: 'switchOut', of: (line) => line.switchOut },
  { title: 'net', of: (line) => line.net },
  { title: 'fees', of: (line) => line.fees },
]

// A plain negative number is no formula, and a sum over the column must still work.
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/
// Also what a spreadsheet skips before it looks (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\n]/

/** One cell: quoted where RFC 4180 asks for it, with an apostrophe before what a spreadsheet would run. */
export function csvCell(value: Cell): string {
  const text = value === null ? '' : String(value)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const BOM = '\uFEFF'

/** A file of lines in UTF-8; the byte order mark tells Excel so. */
export function csvOf<Line>(columns: Columns<Line>, lines: readonly Line[]): Uint8Array {
  const rows = [columns.map(({ title }) => title).join(','), ...lines.map((line) => columns.map(({ of }) => csvCell(of(line))).join(','))]
  return new TextEncoder().encode(`${BOM}${rows.join('\r\n')}\r\n`)
}
