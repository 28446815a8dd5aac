// PDFs for tests: harmless ones, and ones with active content in every place where a writer can put
// it.
import { deflateSync } from 'node:zlib'

/** Objects by their number; 1 is the catalogue. */
export type PdfObjects = Record<number, string | Buffer>

const HEAD = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')

/** A stream object. */
export const stream = (bytes: Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${more} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])

/** One page with a line of text; `catalog` and `page` are inserted into those dictionaries. */
export function pageObjects({ catalog = '', page = '' } = {}): PdfObjects {
  return {
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> ${page} >>`,
    4: stream(Buffer.from('0 0 100 100 re f')),
  }
}

/** A file with a cross-reference table. */
export function plainPdf(objects: PdfObjects): Buffer {
  return appended(HEAD, objects, '')
}

/** The file with an incremental update: further or newer objects after its end. */
export function updatedPdf(file: Buffer, objects: PdfObjects): Buffer {
  const before = file.lastIndexOf('startxref\n') + 'startxref\n'.length
  return appended(
    file,
    objects,
    `/Prev ${Number.parseInt(file.subarray(before, before + 20).toString('latin1'), 10)}`,
  )
}

function appended(file: Buffer, objects: PdfObjects, more: string): Buffer {
  let written = file
  const add = (part: string | Buffer) =>
    (written = Buffer.concat([
      written,
      typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
    ]))
  const entries = Object.entries(objects).map(([number, object]) => {
    const offset = written.length
    for (const part of [`${number} 0 obj\n`, object, '\nendobj\n']) add(part)
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = written.length
  add(`xref\n0 1\n0000000000 65535 f \n${entries.join('')}`)
  add(
    `trailer\n<< /Root 1 0 R /Size ${Math.max(...Object.keys(objects).map(Number)) + 1} ${more} >>\nstartxref\n${table}\n%%EOF\n`,
  )
  return written
}

/** The same objects in a compressed object stream, except those that are streams themselves. */
export function packedPdf(objects: PdfObjects, filter = '/FlateDecode'): Buffer {
  const packed = Object.entries(objects).filter(([, object]) => typeof object === 'string')
  const number = Math.max(...Object.keys(objects).map(Number)) + 1
  const heads: string[] = []
  let body = ''
  for (const [id, object] of packed) {
    heads.push(`${id} ${body.length}`)
    body += `${String(object)} `
  }
  const head = `${heads.join(' ')} `
  const container = stream(
    deflateSync(Buffer.from(head + body, 'latin1')),
    `/Type /ObjStm /N ${packed.length} /First ${head.length} /Filter ${filter}`,
  )
  const loose = Object.entries(objects).filter(([, object]) => typeof object !== 'string')
  return withStreamTable(Object.fromEntries(loose), {
    number,
    container,
    packed: packed.map(([id]) => Number(id)),
  })
}

type Packed = { number: number; container: Buffer; packed: number[] }

function withStreamTable(loose: PdfObjects, { number, container, packed }: Packed): Buffer {
  let written = HEAD
  const rows = new Map<number, [number, number, number]>([[0, [0, 0, 255]]])
  for (const [id, object] of [...Object.entries(loose), [String(number), container] as const]) {
    rows.set(Number(id), [1, written.length, 0])
    written = Buffer.concat([
      written,
      Buffer.from(`${id} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
  }
  packed.forEach((id, index) => rows.set(id, [2, number, index]))
  const table = number + 1
  rows.set(table, [1, written.length, 0])
  const entries = Buffer.from(
    Array.from({ length: table + 1 }, (_, id) => {
      const [kind, place, index] = rows.get(id) ?? [0, 0, 0]
      return [kind, place >> 8, place & 255, index]
    }).flat(),
  )
  const xref = stream(
    deflateSync(entries),
    `/Type /XRef /Size ${table + 1} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode`,
  )
  const offset = written.length
  return Buffer.concat([
    written,
    Buffer.from(`${table} 0 obj\n`),
    xref,
    Buffer.from(`\nendobj\nstartxref\n${offset}\n%%EOF\n`),
  ])
}
