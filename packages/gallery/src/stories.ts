// What stands in the gallery of an app: each shared component with its states. Without React, because the apps have two versions of it.

/** Puts a pair of words into the language of the gallery. */
export type Words = (id: string, en: string) => string

export type Options = {
  /** Draws the state in a window of its own that is this high: for dialogs and whole screens. */
  readonly height?: number
  /** Takes the whole width of the sheet. */
  readonly isWide?: boolean
  /** Moves by the clock, which stands still here: left out of the pictures. */
  readonly isMoving?: boolean
}

export type Story<Node> = Options & { readonly node: Node }

/** By the component's name: its states by theirs. */
export type Stories<Node> = Readonly<
  Record<string, (say: Words) => Readonly<Record<string, Story<Node>>>>
>

/** A state, as it is drawn in the sheet. */
export const state = <Node>(node: Node, options: Options = {}): Story<Node> => ({
  ...options,
  node,
})
