// Documents as PDF. Services describe the content as data and a thread draws it: a long statement
// would block every other request.
import { createHash } from 'node:crypto'
import { fileNameOf } from '@rmtools/look/file-names'
import { jakarta } from '../process/clock.ts'
import type { Block, Cells, Column, DocumentInfo } from './pdf-document.ts'

export { isolated } from '../files/pdf-isolated.ts'
export { makeDocument } from './pdf-drawing.ts'
export type { Block, DocumentInfo, Fact, Letterhead } from './pdf-document.ts'

export type TableColumn<Row> = Column & { readonly of: (row: Row) => string }

export function table<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  sums: readonly Cells[] = [],
): Block {
  const cells = rows.map((row) => columns.map(({ of }) => of(row)))
  return {
    kind: 'table',
    columns: columns.map(({ of: _, ...column }) => column),
    rows: cells,
    sums,
  }
}

/** A document as a file. */
export type NamedPdf = { readonly name: string; readonly bytes: Uint8Array }

/** The hash that identifies a document whose content has none of its own. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** A document number that can be read aloud: a prefix, and eight characters of an id or hash. */
export function documentNumber(prefix: string, id: string): string {
  const signs = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** The file name of a document: whose, what, which and when. */
export function documentName({
  company,
  title,
  number,
  at,
}: Pick<DocumentInfo, 'company' | 'title' | 'number' | 'at'>): string {
  return fileNameOf([company.name, title, number, jakarta(at).date], 'pdf')
}
