// Reads spreadsheet files as text: XLSX, and CSV in the encodings that spreadsheets write.
import { Worker } from 'node:worker_threads'

export type SheetLimits = {
  readonly rows: number
  readonly columns: number
  /** Of all entries of the archive, once unpacked. */
  readonly unpackedBytes: number
  /** Of the resulting text. */
  readonly characters: number
}
export type SheetFault = 'unreadable' | 'locked' | 'too-large'
export type SheetText = { readonly text: string } | { readonly fault: SheetFault }

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04]
// The compound file format: Excel before 2007, and workbooks with a password.
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/** The text of a file: a workbook as comma-separated cells, any other file as it is. */
export async function textOfSheet(bytes: Uint8Array, limits: SheetLimits): Promise<SheetText> {
  if (beginsWith(bytes, ARCHIVE)) return await inTurn(async () => await readWorkbook(bytes, limits))
  if (beginsWith(bytes, COMPOUND)) return { fault: 'locked' }
  const text = decoded(bytes)
  if (text === undefined) return { fault: 'unreadable' }
  return text.length > limits.characters ? { fault: 'too-large' } : { text }
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

function decoded(bytes: Uint8Array): string | undefined {
  const encoding = wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  const text = new TextDecoder(encoding).decode(bytes)
  // oxlint-disable-next-line no-control-regex -- tables contain none; programs and pictures do
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  // Without a byte order mark: in Latin text as UTF-16, every other byte is zero.
  const zeros = (from: number) =>
    bytes.subarray(0, SAMPLE).filter((byte, index) => index % 2 === from && byte === 0).length
  const most = Math.min(bytes.length, SAMPLE) * WIDE_SHARE
  if (zeros(1) > most) return 'utf-16le'
  return zeros(0) > most ? 'utf-16be' : undefined
}
const SAMPLE = 1000
const WIDE_SHARE = 0.4

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined
  } catch {
    return false
  }
}

const TIME_LIMIT_MS = 10_000
const MEMORY_MB = 192
let last: Promise<unknown> = Promise.resolve()

/** One after the other: each may use all the memory set aside for this. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return await mine
}

/**
 * In a thread with its own memory and time limits: unpacking and parsing would block every other
 * request.
 */
async function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<SheetText> {
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const { promise, resolve } = Promise.withResolvers<SheetText>()
  const timer = setTimeout(() => resolve({ fault: 'too-large' }), TIME_LIMIT_MS)
  worker.once('message', resolve)
  worker.once('error', (error: unknown) =>
    resolve({ fault: isOutOfMemory(error) ? 'too-large' : 'unreadable' }),
  )
  worker.once('exit', () => resolve({ fault: 'unreadable' }))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
