// A spreadsheet of leads as rows that the product would take, and what is wrong with the others.
import { parse } from 'csv-parse/sync'
import { leads } from '@rmtools/contracts/crm/leads'
import { readDate } from '@rmtools/contracts/dates'
import {
  csvColumnsMissing,
  csvMalformed,
  csvTooLarge,
  delimiterOf,
  importFields,
  MAX_IMPORT_ROWS,
  usualColumn,
  type ImportFault,
  type ImportField,
} from '@rmtools/contracts/crm/lead-imports'
import { Problem } from '@rmtools/contracts/problem'
import { inputReader } from '@rmtools/kit/validate'
import { unguardedCell } from '@rmtools/kit/tables'
import { phoneOf } from '../leads/rules.ts'

export type ImportRow = {
  row: number
  fullName: string
  phone: string
  email?: string | null
  interest?: string | null
  source?: string | null
  tags?: string[]
  nextFollowUpAt?: string | null
}
export type Parsed = { total: number; rows: ImportRow[]; faults: ImportFault[]; ignoredColumns: string[] }
type Mapping = Partial<Record<ImportField, string>>

const asCreated = inputReader(leads.create)
const ROWS_AT_ONCE = 500

/** Reads the file. Throws 422 when it is no CSV, lacks the columns that a lead needs, or is too long. */
export async function parseLeads(csv: string, mapping: Mapping = {}): Promise<Parsed> {
  const [header = [], ...records] = recordsOf(csv)
  const { places, ignoredColumns } = columnsOf(header, mapping)
  const rows: ImportRow[] = []
  const faults: ImportFault[] = []
  const seen = new Set<string>()
  let total = 0
  for (const [index, record] of records.entries()) {
    // Thousands of rows must not hold up every other request of the process.
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise((next) => setImmediate(next))
    if (record.every((cell) => cell.trim() === '')) continue
    if (++total > MAX_IMPORT_ROWS) throw new Problem(csvTooLarge)
    const row = index + 2
    const read = readRow(record, places)
    if (!Array.isArray(read) && seen.has(read.phone)) faults.push({ row, field: 'phone', code: 'repeated-in-file' })
    else if (Array.isArray(read)) faults.push(...read.map((fault) => ({ row, ...fault })))
    else {
      seen.add(read.phone)
      rows.push({ row, ...read })
    }
  }
  return { total, rows, faults, ignoredColumns }
}

const MAX_RECORD_CHARACTERS = 20_000

function recordsOf(csv: string): string[][] {
  const options = { bom: true, delimiter: delimiterOf(csv), relax_column_count: true, max_record_size: MAX_RECORD_CHARACTERS }
  try {
    return parse(csv, options)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const line = 'lines' in error ? ` at line ${String(error.lines)}` : ''
    throw new Problem(csvMalformed, { detail: `${String(error.code).toLowerCase().replaceAll('_', ' ')}${line}` })
  }
}

type Places = ReadonlyMap<ImportField, number>

function columnsOf(header: readonly string[], mapping: Mapping): { places: Places; ignoredColumns: string[] } {
  const names = header.map((name) => name.trim())
  const places = new Map<ImportField, number>()
  const missing: { pointer: string; code: string }[] = []
  for (const field of importFields) {
    const wanted = mapping[field]
    const place =
      wanted === undefined ? usualColumn(field, names) : names.findIndex((name) => name.toLowerCase() === wanted.trim().toLowerCase())
    if (place >= 0) places.set(field, place)
    else if (wanted !== undefined) missing.push({ pointer: `/mapping/${field}`, code: 'no-such-column' })
    else if (field === 'fullName' || field === 'phone') missing.push({ pointer: `/csv/${field}`, code: 'required' })
  }
  if (missing.length > 0) throw new Problem(csvColumnsMissing, { errors: missing })
  const used = new Set(places.values())
  return { places, ignoredColumns: names.filter((name, index) => name !== '' && !used.has(index)).slice(0, 50) }
}

type Fault = Omit<ImportFault, 'row'>

/** One row by the rules of a lead that is entered by hand; its faults when it breaks them. */
function readRow(record: readonly string[], places: Places): Omit<ImportRow, 'row'> | Fault[] {
  const cell = (field: ImportField) => unguardedCell((record[places.get(field) ?? -1] ?? '').trim())
  const filled = importFields.flatMap((field) => (cell(field) === '' ? [] : [[field, valueOf(field, cell(field))]]))
  try {
    const lead = asCreated({ params: {}, query: {}, body: Buffer.from(JSON.stringify(Object.fromEntries(filled))) }) as Omit<
      ImportRow,
      'row'
    >
    return { ...lead, phone: phoneOf(lead.phone) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const faults = error.errors ?? []
    return [...new Map(faults.map(({ pointer, code }) => [pointer, { field: pointer.split('/')[1] ?? '', code }])).values()]
  }
}

function valueOf(field: ImportField, text: string): string | string[] {
  if (field === 'nextFollowUpAt') return instantOf(text)
  if (field !== 'tags') return text
  return [...new Set(text.split(/[,;]/).map((tag) => tag.trim()))].filter((tag) => tag !== '')
}

const LOCAL = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\/(\d{1,2})\/(\d{4}))(?:[ T](\d{1,2})[:.](\d{2})(?::\d{2})?)?$/
const MORNING = '09'

/** A date as people in Jakarta write it, in the morning when there is no time; anything else as it is, to be judged like any input. */
function instantOf(text: string): string {
  const [, year, month, day, otherDay = '', otherMonth = '', otherYear, hour = MORNING, minute = '00'] = LOCAL.exec(text) ?? []
  if (year === undefined && otherYear === undefined) return exportedOr(text)
  const date = `${year ?? otherYear}-${month ?? otherMonth.padStart(2, '0')}-${day ?? otherDay.padStart(2, '0')}`
  return `${date}T${hour.padStart(2, '0')}:${minute}:00+07:00`
}

/** A date with its time as our exports write it. */
function exportedOr(text: string): string {
  const read = readDate(text)
  return typeof read === 'object' && read.time !== null ? `${read.date}T${read.time}:00+07:00` : text
}
