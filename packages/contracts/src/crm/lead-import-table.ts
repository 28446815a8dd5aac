// The layout of a lead spreadsheet: which row holds the headings, and the usual names of the
// columns. The console shows with it what the server will read.
import { delimiters, recordsOf, TableError, type Delimiter, type TextRecord } from '../delimited.ts'
import { withPlainSigns } from '../signs.ts'
import { leadField, leadFieldNames, type LeadField, type leadFields } from './lead-fields.ts'

type Fields = typeof leadFields
/** The fields of a lead that can be imported: only these are read, validated and stored. */
export type ImportField = {
  [F in LeadField]: Fields[F]['headings'] extends string ? F : never
}[LeadField]
const isImported = (name: LeadField): name is ImportField => leadField(name).headings !== null
export const importFields: readonly ImportField[] = leadFieldNames.filter(isImported)
export const neededFields: readonly ImportField[] = importFields.filter(
  (name) => leadField(name).isNeeded,
)
export type Mapping = Readonly<Partial<Record<ImportField, string | undefined>>>

/** A heading in lower case, without spaces and punctuation. */
const plainHeading = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
// An exported file comes back with the labels as headings.
const names = new Map(
  importFields.map((field) => {
    const { headings, label } = leadField(field)
    const others = (headings ?? '').split(' ').filter((name) => name !== '')
    return [field, new Set([...others, plainHeading(label.id), plainHeading(label.en)])] as const
  }),
)
// The word for "number" may come before or after.
const NUMBER_BEFORE = /^(?:nomor|nomer|number|num|no)(?=.)/
const NUMBER_BEHIND = /(?:nomor|number|num|no)$/

/** A heading for display: on one line. */
export function headingOf(cell: string): string {
  return withPlainSigns(cell).slice(0, MAX_HEADING_CHARACTERS).trim()
}
const MAX_HEADING_CHARACTERS = 100

function meaningOf(heading: string): ImportField | undefined {
  const [whole, brief] = [plainHeading(heading), plainHeading(heading.replace(/[([].*$/, ''))]
  const numberless = (text: string) => text.replace(NUMBER_BEFORE, '').replace(NUMBER_BEHIND, '')
  const forms = [whole, brief, numberless(whole), numberless(brief)]
  return importFields.find((field) => forms.some((form) => names.get(field)?.has(form)))
}

/** The index of the column with one of a field's usual names; -1 if there is none. */
export function usualColumn(field: ImportField, columns: readonly string[]): number {
  return columns.findIndex((name) => meaningOf(name) === field)
}

/** The column of each field, as mapped, or by the usual names. */
export function placesOf(
  columns: readonly string[],
  mapping: Mapping = {},
): ReadonlyMap<ImportField, number> {
  const known = columns.map((name) => name.toLowerCase())
  const meanings = columns.map(meaningOf)
  const places = importFields.map((field) => {
    const wanted = mapping[field]
    return [
      field,
      wanted === undefined
        ? meanings.indexOf(field)
        : known.indexOf(headingOf(wanted).toLowerCase()),
    ] as const
  })
  return new Map(places.filter(([, place]) => place >= 0))
}

export type TableHead = {
  readonly delimiter: Delimiter
  readonly columns: readonly string[]
  /** The row of the headings; the leads follow it. */
  readonly row: number
}

const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;\t])"?[\r\n]/i
// Above the headings there are at most a title and a date or two.
const ROWS_LOOKED_AT = 20

/**
 * Finds the headings of a table: below a `sep=` line, empty rows and titles. Throws a `TableError`
 * if the text is not a table.
 */
export function headOf(text: string, mapping: Mapping = {}): TableHead {
  const said = delimiters.find((one) => one === SEPARATOR_LINE.exec(text)?.[1])
  const heads: TableHead[] = []
  const faults: TableError[] = []
  for (const delimiter of said ? [said] : delimiters) {
    try {
      heads.push({ ...headAmong(firstRecords(text, delimiter), mapping), delimiter })
    } catch (error) {
      if (!(error instanceof TableError)) throw error
      faults.push(error)
    }
  }
  const [fault] = faults
  const worth = ({ columns }: TableHead) =>
    placesOf(columns, mapping).size * WIDEST + columns.length
  const best = heads.toSorted((one, other) => worth(other) - worth(one))[0]
  // With the wrong delimiter every text is a table of one column.
  if (fault && (best === undefined || worth(best) <= 1)) throw fault
  return best ?? { delimiter: ',', columns: [], row: 0 }
}
const WIDEST = 1000

function firstRecords(text: string, delimiter: Delimiter): TextRecord[] {
  const found: TextRecord[] = []
  for (const record of recordsOf(text, delimiter)) {
    const isSeparator = record.row === 1 && SEPARATOR_LINE.test(text)
    if (!isSeparator && record.cells.some((cell) => cell.trim() !== '')) found.push(record)
    if (found.length >= ROWS_LOOKED_AT) break
  }
  return found
}

/** The record that names the most fields; if none names any, the first with more than one cell. */
function headAmong(records: readonly TextRecord[], mapping: Mapping): Omit<TableHead, 'delimiter'> {
  const heads = records.map(({ cells, row }) => {
    const columns = cells.map(headingOf)
    return { columns, row, known: placesOf(columns, mapping).size }
  })
  const best = heads.reduce(
    (one, other) => (other.known > one.known ? other : one),
    heads[0] ?? { columns: [], row: 0, known: 0 },
  )
  const several = heads.find(({ columns }) => columns.filter((name) => name !== '').length > 1)
  const { columns, row } = best.known > 0 ? best : (several ?? best)
  return { columns, row }
}
