// Reads the sizes that an archive states, before anything is unpacked (APPNOTE.TXT 4.3).

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 65_535
const MAX_ENTRIES = 2000
// Marks a size that is stored elsewhere (ZIP64): no permitted upload is so large.
const ELSEWHERE = 0xffffffff
const MOST_BYTES_OF_NOTHING = 16

/**
 * The total size of all entries once unpacked; undefined for an invalid archive, or if an entry
 * does not state its size. The unpacker must not accept more than an entry states.
 */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  if (count > MAX_ENTRIES) return undefined
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined
    const size = entrySize(view, at)
    if (size === undefined) return undefined
    total += size
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return total
}

function entrySize(view: DataView, at: number): number | undefined {
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
  // An empty file takes two bytes when compressed; with more than these few, an entry that states
  // nothing could hold anything.
  const isSaid =
    packed !== ELSEWHERE &&
    unpacked !== ELSEWHERE &&
    (unpacked > 0 || packed <= MOST_BYTES_OF_NOTHING)
  const isLater = packed === 0 && (view.getUint16(at + 8, true) & 8) !== 0
  return isSaid && !isLater ? unpacked : undefined
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--)
    if (view.getUint32(at, true) === END) return at
  return undefined
}
