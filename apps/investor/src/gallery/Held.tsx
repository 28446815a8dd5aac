import { useState, type ReactNode } from 'react'

type Props<T> = { first: T; children: (value: T, set: (value: T) => void) => ReactNode }

/** Holds the state of a story, so that its controls can be tried out. */
export function Held<T>({ first, children }: Props<T>) {
  const [value, set] = useState(first)
  return children(value, set)
}
