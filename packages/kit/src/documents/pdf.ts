// Documents as PDF: what they say, as data. Services describe, a thread draws: a long statement would hold up every other request.
import { createHash } from 'node:crypto'
import { fileNameOf } from '@rmtools/look/file-names'
import type { Language } from '@rmtools/look/words'
import { jakarta } from '../process/clock.ts'

export { isolated } from '../files/pdf-isolated.ts'
export { makeDocument } from './pdf-drawing.ts'

/** A company as the head of its documents names it. */
export type Letterhead = {
  readonly name: string
  /** As it is kept: a picture within a data URL. */
  readonly logo?: string | null | undefined
  readonly colour?: string | null | undefined
  /** What else stands below the name, such as the licence and the address. */
  readonly lines?: readonly string[]
}

export type DocumentInfo = {
  readonly language: Language
  readonly company: Letterhead
  readonly title: string
  /** Short enough to be read out. */
  readonly number: string
  /** When it was made. */
  readonly at: Date
  /** What it says, as a hash; its beginning stands on each page. */
  readonly hash: string
}

/** A label with its value. What is absent is left out; what is long takes the whole width. */
export type Fact = readonly [label: string, value: string | null | undefined, width?: 'wide']
/** Widths are shares of the page's. */
type Column = { readonly title: string; readonly width: number; readonly isNumber?: boolean }
type Cells = readonly string[]

/** What a document consists of. */
export type Block =
  /** `follows` is the height of what must stand on the same page. */
  | { readonly kind: 'heading'; readonly text: string; readonly follows?: number }
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly Cells[]
      readonly sums?: readonly Cells[]
    }
  | { readonly kind: 'chart'; readonly values: readonly number[] }
  | {
      readonly kind: 'signature'
      readonly image: Uint8Array
      readonly name: string
      readonly capacity: string
      readonly at: string
      readonly beside?: readonly Fact[]
    }

export type TableColumn<Row> = Column & { readonly of: (row: Row) => string }

/** Rows as a table. */
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

/** The hash by which a document is known whose content has none of its own. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** A number that can be read out: what it is of, and eight signs of an id or hash. */
export function documentNumber(prefix: string, id: string): string {
  const signs = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}

/** How a file is called that holds a document: whose, what, which, of when. */
export function documentName({
  company,
  title,
  number,
  at,
}: Pick<DocumentInfo, 'company' | 'title' | 'number' | 'at'>): string {
  return fileNameOf([company.name, title, number, jakarta(at).date], 'pdf')
}
