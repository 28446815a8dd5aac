// Incoming JSON must be well-formed, have a limited number of values and repeat no key. It is
// scanned before it is parsed: refusing a hundred thousand keys then costs nothing, while parsing
// and checking them takes a third of a second.
import sjson from 'secure-json-parse'

/** More values than any form, list or bulk operation of the product has. */
export const MAX_VALUES = 5000
/** As many as an outside system sends at once: WhatsApp up to a thousand states, of some 30 values each. */
export const MAX_PUSHED_VALUES = 40_000

export type JsonFault = 'json' | 'depth' | 'too-many' | 'repeated-key'
type Read = { value: unknown } | { fault: JsonFault }

const decoder = new TextDecoder('utf-8', { fatal: true })
const MAX_NESTING = 64

/** Parses a body, or says why it is refused. */
export function readJson(body: Uint8Array, maxValues = MAX_VALUES): Read {
  try {
    const text = decoder.decode(body)
    const fault = faultOf(text, maxValues)
    return fault
      ? { fault }
      : {
          value: sjson.parse(text, undefined, { protoAction: 'error', constructorAction: 'error' }),
        }
  } catch {
    return { fault: 'json' }
  }
}

const [QUOTE, COLON, COMMA, BACKSLASH] = [0x22, 0x3a, 0x2c, 0x5c]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]
const isBlank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const isOpening = (code: number) => code === OPEN_OBJECT || code === OPEN_LIST
const isClosing = (code: number) => code === CLOSE_OBJECT || code === CLOSE_LIST
const isFollowedByValue = (code: number) => isOpening(code) || code === COMMA
const keysIn = (code: number) => (code === OPEN_OBJECT ? new Set<string>() : null)

/** What is wrong with a text, apart from syntax errors, which the parser reports. */
function faultOf(text: string, maxValues: number): JsonFault | undefined {
  const open: (Set<string> | null)[] = []
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = endOfString(text, at)
      const fault = stringFault(text, { start: at, end, keys: open.at(-1) })
      if (fault) return fault
      at = end
    } else if (isClosing(code)) open.pop()
    else if (isOpening(code) && open.push(keysIn(code)) > MAX_NESTING) return 'depth'
    if (isFollowedByValue(code) && ++values > maxValues) return 'too-many'
  }
  return undefined
}

/** Where a string starts, and for an object the keys so far. */
type Place = { start: number; end: number; keys: Set<string> | null | undefined }

function stringFault(text: string, { start, end, keys }: Place): JsonFault | undefined {
  if (end < 0) return 'json'
  const isRepeated = keys && isKey(text, end) && !addKey(keys, text.slice(start, end + 1))
  return isRepeated ? 'repeated-key' : undefined
}

/** Adds a key as it is written; returns false if the object already has it. */
function addKey(keys: Set<string>, written: string): boolean {
  const key = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
  if (keys.has(key)) return false
  keys.add(key)
  return true
}

/** The end of the string that starts at `start`; -1 if it does not end. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1
    if ((end - before) % 2 === 0) return end
  }
  return -1
}

function isKey(text: string, end: number): boolean {
  let at = end + 1
  while (isBlank(text.charCodeAt(at))) at += 1
  return text.charCodeAt(at) === COLON
}
