// Judges a PDF by its structure and rewrites it without anything that leads out of it or acts
// without a click. Only what was parsed here is written: not the bytes after the end, earlier
// revisions or unreferenced objects. docs/decisions/0020 says why.
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFWriter,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { activePart, disarm, lostAction } from './pdf-actions.ts'

export type PdfVerdict =
  | { bytes: Uint8Array<ArrayBuffer>; pages: number }
  | { refused: 'active' | 'encrypted' | 'damaged' | 'too-complex'; what: string }

/** More than any document of an investor has. */
export const MAX_PAGES = 10_000
export const MAX_OBJECTS = 250_000
/** The total unpacked size of a file's object streams. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

class Refusal extends Error {
  readonly verdict: PdfVerdict
  constructor(refused: Exclude<PdfVerdict, { bytes: unknown }>['refused'], what: string) {
    super(what)
    this.verdict = { refused, what }
  }
}

/**
 * The verdict on a file. Hostile input costs time and memory in proportion to its size: run it in a
 * workshop.
 */
export async function judgePdf(bytes: Uint8Array): Promise<PdfVerdict> {
  try {
    return await judged(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.verdict
    return { refused: 'damaged', what: error instanceof Error ? error.message : String(error) }
  }
}

async function judged(bytes: Uint8Array): Promise<PdfVerdict> {
  boundUnpacking()
  const parser = PDFParser.forBytesWithOptions(bytes, Infinity)
  const read = remembered(parser)
  const context = await parser.parseDocument()
  if (unpacked > MAX_UNPACKED_BYTES) throw new Refusal('too-complex', 'unpacks to too many bytes')
  if (context.trailerInfo.Encrypt) throw new Refusal('encrypted', 'Encrypt')
  if (read.length > MAX_OBJECTS) throw new Refusal('too-complex', `${read.length} objects`)
  for (const object of read) judge(object)
  const pages = pagesOf(context)
  dropUnreachable(context)
  for (const [, object] of context.enumerateIndirectObjects())
    for (const dict of dictsOf(object))
      disarm(dict, object instanceof PDFRawStream && dict === object.dict)
  context.trailerInfo.Info = undefined
  // Again: removing parts may have left objects unreferenced.
  dropUnreachable(context)
  const written = await PDFWriter.forContext(context, Infinity).serializeToBuffer()
  return { bytes: Uint8Array.from(written), pages }
}

/**
 * Every object that is read, including those that a later one of the same number replaces: a reader
 * may use the earlier one.
 */
function remembered(parser: PDFParser): PDFObject[] {
  const context: unknown = Reflect.get(parser, 'context')
  if (!(context instanceof PDFContext)) throw new Error('the parser has no context')
  const read: PDFObject[] = []
  const assign = context.assign.bind(context)
  context.assign = (ref, object) => {
    read.push(object)
    if (read.length > MAX_OBJECTS) throw new Refusal('too-complex', 'objects')
    assign(ref, object)
  }
  return read
}

function judge(object: PDFObject): void {
  if (object instanceof PDFInvalidObject) {
    // An unreadable object is not kept. The file is refused if the object may have been more than a
    // broken picture.
    const text = Buffer.from(bytesOf(object)).toString('latin1')
    const names = text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    if (
      /\/(JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|XFA|AA|OpenAction)\b/.test(
        names,
      )
    )
      throw new Refusal('active', 'an unreadable object')
    if (/\/ObjStm\b/.test(names)) throw new Refusal('damaged', 'an unreadable object stream')
  }
  if (object instanceof PDFRawStream && isUnreadObjectStream(object))
    throw new Refusal('damaged', 'an object stream under another type')
  for (const dict of dictsOf(object)) {
    const active = activePart(dict)
    if (active !== undefined) throw new Refusal('active', active)
    const lost = lostAction(dict)
    if (lost !== undefined) throw new Refusal('damaged', `${lost} has no target`)
  }
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

/** Readers find object streams by the cross-reference table, whatever type the streams state. */
function isUnreadObjectStream({ dict }: PDFRawStream): boolean {
  const holdsObjects = [PDFName.of('N'), PDFName.of('First')].every(
    (key) => dict.lookup(key) instanceof PDFNumber,
  )
  return holdsObjects && dict.get(PDFName.of('Type')) !== PDFName.of('ObjStm')
}

/** All dictionaries that belong to an object directly. */
function* dictsOf(object: PDFObject): Generator<PDFDict> {
  const open = [object]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFRawStream) open.push(next.dict)
    else if (next instanceof PDFArray) open.push(...next.asArray())
    else if (next instanceof PDFDict) {
      yield next
      open.push(...next.values())
    }
  }
}

/** Counts the pages. Throws if there is none, or if the page tree is not a tree. */
function pagesOf(context: PDFContext): number {
  const root = context.lookup(context.trailerInfo.Root)
  if (!(root instanceof PDFDict)) throw new Refusal('damaged', 'no catalogue')
  const seen = new Set<PDFObject>()
  const open: (PDFObject | undefined)[] = [root.get(PDFName.of('Pages'))]
  let pages = 0
  while (open.length > 0) {
    const node = context.lookup(open.pop())
    if (!(node instanceof PDFDict)) continue
    if (seen.has(node)) throw new Refusal('damaged', 'the page tree has a cycle')
    seen.add(node)
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray) open.push(...kids.asArray())
    else if (++pages > MAX_PAGES) throw new Refusal('too-complex', 'pages')
  }
  if (pages === 0) throw new Refusal('damaged', 'no page')
  return pages
}

/** Drops unreferenced and unreadable objects. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>()
  const open: PDFObject[] = [context.trailerInfo.Root].filter((ref) => ref !== undefined)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFRef) {
      const object = reached.has(next) ? undefined : context.lookup(next)
      reached.add(next)
      if (object) open.push(object)
    } else open.push(...partsOf(next))
  }
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (!reached.has(ref) || object instanceof PDFInvalidObject) context.delete(ref)
}

/** The objects that another one consists of. */
function partsOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFRawStream) return [object.dict]
  if (object instanceof PDFArray) return object.asArray()
  return object instanceof PDFDict ? object.values() : []
}

/** The buffer of a stream decoder, which doubles on demand. */
type Growing = { buffer: Uint8Array; ensureBuffer(requested: number): Uint8Array }
let unpacked = 0
let isBound = false

/**
 * A few bytes can unpack to gigabytes, and the library has no limit: we add one to the base class
 * of its decoders.
 */
function boundUnpacking(): void {
  unpacked = 0
  if (isBound) return
  isBound = true
  const dict = PDFDict.withContext(PDFContext.create())
  dict.set(PDFName.of('Filter'), PDFName.of('ASCIIHexDecode'))
  const decoder: unknown = Object.getPrototypeOf(
    Object.getPrototypeOf(decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()))),
  )
  if (!isGrowing(decoder))
    throw new Error('pdf-lib decodes streams differently now; adapt boundUnpacking()')
  const grow = decoder.ensureBuffer
  decoder.ensureBuffer = function bounded(this: Growing, requested: number): Uint8Array {
    if (requested > this.buffer.byteLength) unpacked += requested
    if (unpacked > MAX_UNPACKED_BYTES) throw new Error('unpacks to too many bytes')
    return grow.call(this, requested)
  }
}

function isGrowing(value: unknown): value is Growing {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'ensureBuffer')
}
