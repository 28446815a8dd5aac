// What a document says, as data: its head, and the blocks that follow.
import type { Language } from '@rmtools/look/words'

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
export type Column = { readonly title: string; readonly width: number; readonly isNumber?: boolean }
export type Cells = readonly string[]

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
