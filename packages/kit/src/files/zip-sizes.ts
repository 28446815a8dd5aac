// What an archive says of its own size, before anything of it is unpacked (APPNOTE.TXT 4.3).

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 65_535
const MAX_ENTRIES = 2000
// Beyond it a size stands elsewhere: no file that may be sent here is so large.
const ELSEWHERE = 0xffffffff
const MOST_BYTES_OF_NOTHING = 16

/**
 * How many bytes all entries have once unpacked; undefined for what is no sound archive, or does not say it of each entry. Whoever
 * unpacks an entry must not take more than it says.
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
  // An empty file takes two bytes when it is packed; more than these few could hold anything.
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
