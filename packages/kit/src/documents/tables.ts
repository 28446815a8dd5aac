// Rows as files, for every table that users can download: CSV (RFC 4180) and Excel, streamed as
// they are read.
import { CSV, XLSX } from '@rmtools/contracts/lists'
import {
  formatAmount,
  formatCount,
  formatDate,
  formatInstant,
  formatMonth,
  formatPercent,
  formatUnits,
} from '@rmtools/look/format'
import type { Bilingual, Language } from '@rmtools/look/words'
import { startReading, type Batches } from '../database/batches.ts'
import type { ReplyControls } from '../http/service.ts'

type Value = string | number | null | undefined
type Kind = 'text' | 'instant' | 'date' | 'month' | 'money' | 'units' | 'percent' | 'count'
export type Column<Row> = {
  readonly title: Bilingual
  readonly kind: Kind
  readonly of: (row: Row, language: Language) => Value
}
export type Columns<Row> = readonly Column<Row>[]
export type TableFormat = 'csv' | 'xlsx'

const columnOf =
  (kind: Kind) =>
  <Row>(title: Bilingual, of: (row: Row, language: Language) => Value): Column<Row> => ({
    title,
    kind,
    of,
  })

/**
 * Columns by the kind of their values: CSV formats them as the screens do, Excel has real dates and
 * numbers.
 */
export const text = columnOf('text')
export const instant = columnOf('instant')
export const date = columnOf('date')
export const month = columnOf('month')
export const money = columnOf('money')
export const units = columnOf('units')
export const percent = columnOf('percent')
export const count = columnOf('count')

/** A column of coded values, shown in words. */
export function word<Row>(
  title: Bilingual,
  of: (row: Row) => Bilingual | null | undefined,
): Column<Row> {
  return text(title, (row, language) => of(row)?.[language])
}

/**
 * A file as a response, with the headers that make a browser save it. Reads the first rows before
 * it starts, so that a refusal becomes a problem response; if later rows fail, reading throws.
 */
export async function tableFile<Row>(
  format: TableFormat,
  {
    name,
    columns,
    rows,
    language = 'id',
  }: { name: string; columns: Columns<Row>; rows: Batches<Row>; language?: Language | undefined },
  reply: ReplyControls,
): Promise<AsyncIterable<Uint8Array>> {
  const batches = await startReading(rows)
  reply.header('content-type', format === 'csv' ? `${CSV}; charset=utf-8` : XLSX)
  reply.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return format === 'csv' ? csvOf(columns, batches, language) : xlsxOf(columns, batches, language)
}

// A plain negative number is not a formula, and sums over the column must still work.
const NUMBER = /^-?[0-9]+([.,][0-9]+)*%?$/
// Includes characters that a spreadsheet skips first (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\n]/
// Without it a spreadsheet reads the file in the machine's code page.
const BYTE_ORDER_MARK = '\uFEFF'

/** A text that is safe in CSV: an apostrophe precedes what a spreadsheet would run as a formula. */
export function guardedCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** Reverses `guardedCell`. */
export function unguardedCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

async function* csvOf<Row>(
  columns: Columns<Row>,
  batches: Batches<Row>,
  language: Language,
): AsyncGenerator<Uint8Array, void, void> {
  yield Buffer.from(
    `${BYTE_ORDER_MARK}${columns.map(({ title }) => csvCell(title[language])).join(',')}\r\n`,
  )
  const lineOf = (row: Row) =>
    `${columns.map(({ of, kind }) => csvCell(spoken(of(row, language), kind, language))).join(',')}\r\n`
  for await (const rows of batches)
    if (rows.length > 0) yield Buffer.from(rows.map(lineOf).join(''))
}

/**
 * One cell of a CSV file, quoted if RFC 4180 requires it or if a spreadsheet that separates by
 * semicolons would.
 */
export function csvCell(value: string): string {
  const cell = guardedCell(value)
  return /[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A value as the screens show it; empty without a value. */
export function spoken(value: Value, kind: Kind, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatCount(value, language)
  return sayers[kind](value, language)
}

const sayers: Readonly<Record<Kind, (value: string, language: Language) => string>> = {
  text: (value) => value,
  count: (value) => value,
  instant: formatInstant,
  date: formatDate,
  month: formatMonth,
  money: formatAmount,
  units: formatUnits,
  percent: formatPercent,
}

const WIDTH = 18
// Month names in the reader's language (421 Indonesian, 809 English), whatever the machine's.
const monthsOf = { id: '[$-421]', en: '[$-809]' } as const

/** Excel's number format for a kind of value; Excel uses the separators of the reader's machine. */
function excelFormat(kind: Kind, language: Language): string | undefined {
  const formats: Partial<Record<Kind, string>> = {
    instant: `${monthsOf[language]}d mmm yyyy", "hh${language === 'id' ? '"."' : ':'}mm" WIB"`,
    date: `${monthsOf[language]}d mmm yyyy`,
    month: `${monthsOf[language]}mmm yyyy`,
    money: '#,##0.00',
    units: '#,##0.0000',
    percent: '0.00"%"',
    count: '#,##0',
  }
  return formats[kind]
}

/** Rows beyond a sheet's limit (1,048,576) continue on the next sheet. */
async function* xlsxOf<Row>(
  columns: Columns<Row>,
  batches: Batches<Row>,
  language: Language,
): AsyncGenerator<Uint8Array, void, void> {
  // Loaded on demand: most processes never need it.
  const { writeXlsxStream } = await import('hucre/xlsx')
  const cells = async function* () {
    for await (const rows of batches)
      for (const row of rows) yield columns.map(({ of, kind }) => xlsxCell(of(row, language), kind))
  }
  const options = {
    name: 'RMTools',
    columns: columns.map(({ title, kind }) => {
      const numFmt = excelFormat(kind, language)
      return { header: title[language], width: WIDTH, ...(numFmt === undefined ? {} : { numFmt }) }
    }),
    freezePane: { rows: 1 },
  }
  yield* writeXlsxStream(cells(), options)
}

// Excel keeps fifteen significant digits.
const DIGITS = 15
const DAY_MS = 86_400_000
// Excel counts days; 25,569 of them precede 1970. Its dates have no time zone: ours are in WIB.
const EPOCH_DAYS = 25_569
const WIB_MS = 7 * 3_600_000

/**
 * One cell of an Excel file. Decimals become numbers where that is exact, otherwise text; text is
 * never a formula there.
 */
export function xlsxCell(value: Value, kind: Kind): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || kind === 'text') return value
  if (kind === 'instant') return (Date.parse(value) + WIB_MS) / DAY_MS + EPOCH_DAYS
  if (kind === 'date' || kind === 'month')
    return Date.parse(kind === 'month' ? `${value}-01` : value) / DAY_MS + EPOCH_DAYS
  const isExact =
    EXACT.test(value) && value.replaceAll(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS
  return isExact ? Number(value) : value
}

const EXACT = /^-?[0-9]+(\.[0-9]+)?$/
