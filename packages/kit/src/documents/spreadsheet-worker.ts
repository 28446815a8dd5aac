// Reads a workbook in a thread of its own (spreadsheets.ts).
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'
import type { SheetLimits, SheetText } from './spreadsheets.ts'
import { unpackedSize } from '../files/zip-sizes.ts'

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: SheetLimits }

async function read(): Promise<SheetText> {
  const size = unpackedSize(bytes)
  if (size === undefined) return { fault: 'unreadable' }
  if (size > limits.unpackedBytes) return { fault: 'too-large' }
  const lines: string[] = []
  let characters = 0
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const cells = values.map(textOf)
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) continue
    if (index >= limits.rows || cells.length > limits.columns) return { fault: 'too-large' }
    // Keeps empty rows, so that row numbers match the spreadsheet's.
    while (lines.length < index) lines.push('')
    const line = cells.map(quoted).join(',')
    characters += line.length + 1
    if (characters > limits.characters) return { fault: 'too-large' }
    lines.push(line)
  }
  return { text: lines.join('\n') }
}

/** A number as its digits, a date as yyyy-mm-dd, with its time if it has one. */
function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date) return dateText(value)
  return typeof value === 'number' && Number.isSafeInteger(value)
    ? BigInt(value).toString()
    : String(value).trim()
}

const WHOLE_DAY = 'T00:00'

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  // A fraction of a day is seldom a whole minute.
  const minute = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 16)
  return minute.endsWith(WHOLE_DAY) ? minute.slice(0, 10) : minute.replace('T', ' ')
}

const quoted = (text: string) =>
  /["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await read())
