// The contents of an app's gallery: each shared component with its states. Independent of React,
// because the apps use two versions of it.

/** Chooses the text in the gallery's language. */
export type Words = (id: string, en: string) => string

export type Options = {
  /** Renders the state in a frame of this height: for dialogs and whole screens. */
  readonly height?: number
  /** Takes the whole width of the sheet. */
  readonly isWide?: boolean
  /** Animated by a clock that is frozen here: left out of the pictures. */
  readonly isMoving?: boolean
}

export type Story<Node> = Options & { readonly node: Node }

/** States by name, by component name. */
export type Stories<Node> = Readonly<
  Record<string, (say: Words) => Readonly<Record<string, Story<Node>>>>
>

/** A state of the sheet. */
export const state = <Node>(node: Node, options: Options = {}): Story<Node> => ({
  ...options,
  node,
})
