import { useState, type ReactNode } from 'react'

type Props<T> = { first: T; children: (value: T, set: (value: T) => void) => ReactNode }

/** Keeps what is chosen or typed in a story, so that it can be tried. */
export function Held<T>({ first, children }: Props<T>) {
  const [value, set] = useState(first)
  return children(value, set)
}
