// Finding the seal of a PDF by its bytes alone: a file from a stranger is not parsed further.

/** The bytes that a signature covers: all before `end` but those of the gap. */
export type Placed = { readonly gap: Gap; readonly at: Date | undefined; readonly end: number }
/** Where the signature itself is. */
export type Gap = { readonly from: number; readonly to: number }

/** The bytes outside the gap, which are what is signed. */
export function covered(bytes: Uint8Array, { gap, end }: Pick<Placed, 'gap' | 'end'>): Uint8Array {
  return Buffer.concat([bytes.subarray(0, gap.from), bytes.subarray(gap.to, end)])
}

const RANGE = /\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g
const DATE = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|[+]00'00'?)\)/

/**
 * The signature of a PDF that covers most, found without trust in the rest of the file;
 * undefined if it has none.
 */
export function placedIn(bytes: Uint8Array): Placed | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const found = text.matchAll(RANGE).map((match) => {
    const [from = 0, to = 0, rest = 0] = match.slice(1).map(Number)
    return { gap: { from, to }, end: to + rest, index: match.index }
  })
  const [widest] = [...found].toSorted((one, other) => other.end - one.end)
  if (!widest) return undefined
  // For the one range only: a hostile file may have a hundred thousand.
  const { index, ...range } = widest
  const before = text.slice(text.lastIndexOf(' obj', index), index)
  const after = text.slice(index, text.indexOf('endobj', index))
  return { ...range, at: dateIn(before) ?? dateIn(after) }
}

function dateIn(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = DATE.exec(text) ?? []
  if (year === undefined) return undefined
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** What the gap holds, if it is one hexadecimal string and nothing else; undefined otherwise. */
export function contentOf(bytes: Uint8Array, { from, to }: Gap): Buffer | undefined {
  const text = Buffer.from(bytes.subarray(from, to)).toString('latin1')
  const isHex = text.length % 2 === 0 && /^<[\da-f]+>$/i.test(text)
  return isHex ? Buffer.from(text.slice(1, -1), 'hex') : undefined
}
