// Parses a spreadsheet of leads into rows that can be stored, and the faults of the others.
import { couldBeMonthFirst, isMonthFirst, readDate, readSerialDate } from '@rmtools/contracts/dates'
import { recordsOf, TableError, type TextRecord } from '@rmtools/contracts/delimited'
import { leadField } from '@rmtools/contracts/crm/lead-fields'
import { leads } from '@rmtools/contracts/crm/leads'
import {
  csvColumnsMissing,
  csvMalformed,
  csvTooLarge,
  MAX_IMPORT_ROWS,
  type ImportFault,
} from '@rmtools/contracts/crm/lead-imports'
import {
  headOf,
  importFields,
  neededFields,
  placesOf,
  type ImportField,
  type Mapping,
} from '@rmtools/contracts/crm/lead-import-table'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import { inputReader } from '@rmtools/kit/validate'
import { Slices, type Pause } from '@rmtools/kit/slices'
import { unguardedCell } from '@rmtools/kit/tables'
import { dialled } from '../leads/rules.ts'

type Lead = Pick<Input<typeof leads.create>, ImportField> & { phoneExtension: string | null }
/** `cells` is the content of the file by field, to describe faults. */
export type ImportRow = Lead & { row: number; line: number; cells: Cells }
export type Cells = Readonly<Partial<Record<string, { column: string; value: string }>>>
export type Parsed = {
  total: number
  rows: ImportRow[]
  faults: ImportFault[]
  ignoredColumns: string[]
}

const dateFields = importFields.filter((field) => leadField(field).control === 'follow-up')
const asCreated = inputReader(leads.create)
// In characters: validating a row takes about as long as reading this many.
const ROW_COST = 500
/** The size of a slice: some milliseconds of work, even on a slow core. */
export const SLICE_CHARACTERS = 50_000

/**
 * Parses the file. Throws 422 if it is not a table, lacks the columns that a lead needs, or is too
 * long.
 */
export async function parseLeads(
  csv: string,
  mapping: Mapping = {},
  pause?: Pause,
): Promise<Parsed> {
  try {
    return await parsed(csv, mapping, new Slices(SLICE_CHARACTERS, pause))
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    throw new Problem(csvMalformed, {
      detail: error.message,
      errors: [{ pointer: '/csv', code: error.code }],
    })
  }
}

async function parsed(csv: string, mapping: Mapping, slices: Slices): Promise<Parsed> {
  const head = headOf(csv, mapping)
  const table = tableOf(head.columns, mapping)
  const taken: ImportRow[] = []
  const faults: ImportFault[] = []
  let total = 0
  const monthFirst = new Set<ImportField>()
  await slices.spend(SLICE_CHARACTERS)
  for (const record of recordsOf(csv, head.delimiter)) {
    await slices.spend(ROW_COST + record.cells.reduce((sum, cell) => sum + cell.length + 1, 0))
    if (record.row <= head.row || record.cells.every((cell) => cell.trim() === '')) continue
    if (++total > MAX_IMPORT_ROWS) throw new Problem(csvTooLarge)
    const cells = cellsOf(record, table)
    for (const field of dateFields)
      if (isMonthFirst(cells[field]?.value ?? '')) monthFirst.add(field)
    const read = readRow(cells)
    const place = { row: record.row, line: record.line }
    if (Array.isArray(read))
      faults.push(...read.map((fault) => faultAt({ ...place, cells }, fault)))
    else taken.push({ ...read, ...place, cells })
  }
  const ambiguousIn = ({ cells }: ImportRow) =>
    [...monthFirst].filter((field) => couldBeMonthFirst(cells[field]?.value ?? ''))
  const ambiguous = taken.flatMap((row) =>
    ambiguousIn(row).map((field) => faultAt(row, { field, code: 'date-ambiguous' })),
  )
  const { rows, repeated } = onceEach(taken.filter((row) => ambiguousIn(row).length === 0))
  return {
    total,
    rows,
    faults: [...faults, ...ambiguous, ...repeated],
    ignoredColumns: table.ignored,
  }
}

function onceEach(rows: readonly ImportRow[]): { rows: ImportRow[]; repeated: ImportFault[] } {
  const seen = new Set<string>()
  const kept: ImportRow[] = []
  const again: ImportRow[] = []
  for (const row of rows) {
    if (seen.has(row.phone)) again.push(row)
    else kept.push(row)
    seen.add(row.phone)
  }
  return {
    rows: kept,
    repeated: again.map((row) => faultAt(row, { field: 'phone', code: 'repeated-in-file' })),
  }
}

type Table = {
  columns: readonly string[]
  places: ReadonlyMap<ImportField, number>
  ignored: string[]
}
const MAX_IGNORED = 50

function tableOf(columns: readonly string[], mapping: Mapping): Table {
  const places = placesOf(columns, mapping)
  const missing = importFields
    .filter((field) => !places.has(field))
    .flatMap((field) => {
      if (mapping[field] !== undefined)
        return [{ pointer: `/mapping/${field}`, code: 'no-such-column' }]
      return neededFields.includes(field) ? [{ pointer: `/csv/${field}`, code: 'required' }] : []
    })
  if (missing.length > 0) throw new Problem(csvColumnsMissing, { errors: missing })
  const used = new Set(places.values())
  return {
    columns,
    places,
    ignored: columns.filter((name, index) => name !== '' && !used.has(index)).slice(0, MAX_IGNORED),
  }
}

type FieldCells = Readonly<Partial<Record<ImportField, { column: string; value: string }>>>

function cellsOf({ cells }: TextRecord, { columns, places }: Table): FieldCells {
  const found = [...places].map(([field, place]) => {
    const value = unguardedCell((cells[place] ?? '').trim())
    return [field, { column: columns[place] ?? '', value }] as const
  })
  return Object.fromEntries(found)
}

type Fault = Pick<ImportFault, 'field' | 'code'>
const MAX_SHOWN = 100

/** A fault with its position and the content there. */
export function faultAt(
  { row, line, cells }: Pick<ImportRow, 'row' | 'line' | 'cells'>,
  { field, code }: Fault,
): ImportFault {
  const cell = cells[field]
  return {
    row,
    line,
    field,
    column: cell?.column ?? null,
    value: (cell?.value ?? '').slice(0, MAX_SHOWN),
    code,
  }
}

/**
 * Validates a row by the rules of a manually entered lead; returns its faults if it breaks them.
 */
function readRow(cells: FieldCells): Lead | Fault[] {
  const faults: Fault[] = []
  const filled: [string, unknown][] = []
  for (const field of importFields) {
    const text = cells[field]?.value ?? ''
    if (text === '') continue
    const read = valueOf(field, text)
    if ('code' in read) faults.push({ field, code: read.code })
    else filled.push([field, read.value])
  }
  try {
    const lead = asCreated({
      params: {},
      query: {},
      body: Buffer.from(JSON.stringify(Object.fromEntries(filled))),
    }) as Lead
    return faults.length > 0 ? faults : { ...lead, ...dialled(lead.phone) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const named = (error.errors ?? []).map(
      ({ pointer, code }) => [pointer.split('/')[1] ?? '', code] as const,
    )
    return [
      ...faults,
      ...[...new Map(named.toReversed())].map(([field, code]) => ({ field, code })).toReversed(),
    ]
  }
}

type Value = { value: string | string[] } | { code: string }

function valueOf(field: ImportField, text: string): Value {
  const { control } = leadField(field)
  if (control === 'follow-up') return instantOf(text)
  if (control !== 'tags')
    return { value: control === 'long-text' ? text : text.replace(/\s*[\r\n]+\s*/g, ' ') }
  return {
    value: [...new Set(text.split(/[,;]/).map((tag) => tag.trim()))].filter((tag) => tag !== ''),
  }
}

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i
const MORNING = '09:00'

/** A date in an Indonesian or a spreadsheet's notation; in the morning if it has no time. */
function instantOf(text: string): Value {
  if (WITH_ZONE.test(text)) return { value: text }
  const read = readSerialDate(text) ?? readDate(text)
  return typeof read === 'string'
    ? { code: read }
    : { value: `${read.date}T${read.time ?? MORNING}:00+07:00` }
}
