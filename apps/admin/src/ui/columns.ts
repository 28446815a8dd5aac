import type { ReactNode } from 'react'

export type Column<T> = {
  key: string
  title: string
  /** The title is for screen readers only: a column of buttons. */
  isUntitled?: boolean
  render: (item: T) => ReactNode
  /** Figures stand right. */
  align?: 'right'
  width?: number
  /** The cell that names the row: it is the link to it, and always there. */
  isName?: boolean
  /** Left out on narrow windows, unless it was chosen. */
  isMinor?: boolean
  /** Shown only if chosen. */
  isExtra?: boolean
}
