// Rows as files: CSV (RFC 4180) and Excel, one way for everything that is given out as a table, written as fast as it is read.
import { CSV, XLSX } from '@rmtools/contracts/lists'
import { begun, type Batches } from './batches.ts'
import type { ReplyControls } from './service.ts'

type Cell = string | number | boolean | readonly string[] | null
export type Column<Row> = {
  readonly title: string
  readonly of: (row: Row) => Cell
  /** A decimal string that a spreadsheet may reckon with. */
  readonly isDecimal?: boolean
}
export type Columns<Row> = readonly Column<Row>[]
export type TableFormat = 'csv' | 'xlsx'

/** A column that is called as the property that it shows. */
export function column<Name extends string>(title: Name): Column<Readonly<Record<Name, Cell>>> {
  return { title, of: (row) => row[title] }
}

/** Such a column of decimal strings. */
export function decimal<Name extends string>(title: Name): Column<Readonly<Record<Name, Cell>>> {
  return { ...column(title), isDecimal: true }
}

/**
 * A file as an answer, with the headers that make a browser save it. The first rows are asked for before it begins, so that a refusal
 * is one; should later ones fail, reading it throws.
 */
export async function tableFile<Row>(
  format: TableFormat,
  { name, columns, rows }: { name: string; columns: Columns<Row>; rows: Batches<Row> },
  reply: ReplyControls,
): Promise<AsyncIterable<Uint8Array>> {
  const batches = await begun(rows)
  reply.header('content-type', format === 'csv' ? `${CSV}; charset=utf-8` : XLSX)
  reply.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return format === 'csv' ? csvOf(columns, batches) : xlsxOf(columns, batches)
}

// A plain negative number is no formula, and a sum over the column must still work.
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/
// Also what a spreadsheet skips before it looks (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\n]/
// Without it a spreadsheet reads the file in the code page of the machine.
const BYTE_ORDER_MARK = '\uFEFF'

/** A text as a CSV file may have it: what a spreadsheet would run begins with an apostrophe. */
export function guardedCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** The text of a cell that may have come from `guardedCell`. */
export function unguardedCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

async function* csvOf<Row>(columns: Columns<Row>, batches: Batches<Row>): AsyncGenerator<Uint8Array, void, void> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${columns.map(({ title }) => title).join(',')}\r\n`)
  for await (const rows of batches)
    if (rows.length > 0) yield Buffer.from(rows.map((row) => `${columns.map(({ of }) => csvCell(of(row))).join(',')}\r\n`).join(''))
}

/** One cell of a CSV file, quoted where RFC 4180, or a spreadsheet that separates by semicolons, asks for it. */
export function csvCell(value: Cell): string {
  const text = guardedCell(textOf(value))
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function textOf(value: Cell): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join(';') : String(value)
}

const WIDTH = 18

/** What does not fit on a sheet (1,048,576 rows) goes on in the next one. */
async function* xlsxOf<Row>(columns: Columns<Row>, batches: Batches<Row>): AsyncGenerator<Uint8Array, void, void> {
  // Loaded when the first file is asked for: most processes never need it.
  const { writeXlsxStream } = await import('hucre/xlsx')
  const cells = async function* () {
    for await (const rows of batches) for (const row of rows) yield columns.map(({ of, isDecimal }) => xlsxCell(of(row), isDecimal))
  }
  const options = { name: 'RMTools', columns: columns.map(({ title }) => ({ header: title, width: WIDTH })), freezePane: { rows: 1 } }
  yield* writeXlsxStream(cells(), options)
}

// Excel keeps fifteen digits of a number.
const DIGITS = 15

/** One cell of an Excel file. A decimal is a number where that is exact, and text otherwise; texts are never formulas there. */
export function xlsxCell(value: Cell, isDecimal = false): string | number | boolean | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  const text = textOf(value)
  const isExact = isDecimal && NUMBER.test(text) && text.replaceAll(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS
  return isExact ? Number(text) : text
}
