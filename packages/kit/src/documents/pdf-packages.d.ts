// Types for packages that have none, or whose types do not match what Node imports.
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next line-break opportunity, after any spaces; null at the end of the text. */
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare module 'bidi-js/dist/bidi.mjs' {
  import type { Bidi } from 'bidi-js'
  export default function bidiFactory(): Bidi
}
