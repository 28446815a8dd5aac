// The content of a document as data: its head, and the blocks that follow.
import type { Language } from '@rmtools/look/words'

/** A company in the head of its documents. */
export type Letterhead = {
  readonly name: string
  /** As stored: a data URL of a picture. */
  readonly logo?: string | null | undefined
  readonly colour?: string | null | undefined
  /** Further lines below the name, such as the licence and the address. */
  readonly lines?: readonly string[]
}

export type DocumentInfo = {
  readonly language: Language
  readonly company: Letterhead
  readonly title: string
  /** Short enough to be read aloud. */
  readonly number: string
  /** When the document was made. */
  readonly at: Date
  /** The hash of the content; each page shows its first characters. */
  readonly hash: string
  /** Files inside the document, for whoever wants to check it. */
  readonly attachments?: readonly Attachment[]
}

export type Attachment = { readonly name: string; readonly type: string; readonly text: string }

/** A label with its value. A fact without a value is omitted; a long one takes the whole width. */
export type Fact = readonly [label: string, value: string | null | undefined, width?: 'wide']
/** Widths are fractions of the page's width. */
export type Column = { readonly title: string; readonly width: number; readonly isNumber?: boolean }
export type Cells = readonly string[]

/** What a document consists of. */
export type Block =
  /** `follows` is the height of the content that must be on the same page. */
  | { readonly kind: 'heading'; readonly text: string; readonly follows?: number }
  | { readonly kind: 'text' | 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly Cells[]
      readonly sums?: readonly Cells[]
    }
  /** A QR code of an address, with a text beside it. */
  | { readonly kind: 'code'; readonly url: string; readonly text: string }
  | { readonly kind: 'chart'; readonly values: readonly number[] }
  | {
      readonly kind: 'signature'
      readonly image: Uint8Array
      readonly name: string
      readonly capacity: string
      readonly at: string
      readonly beside?: readonly Fact[]
    }
