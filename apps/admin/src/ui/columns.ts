import type { ReactNode } from 'react'

export type Column<T> = {
  key: string
  title: string
  /** The title is for screen readers only: a column of buttons. */
  isUntitled?: boolean
  render: (item: T) => ReactNode
  /** Figures are right-aligned. */
  align?: 'right'
  width?: number
  /** The cell that names the row: it contains the link and is always visible. */
  isName?: boolean
  /** Hidden in narrow windows, unless the user chose it. */
  isMinor?: boolean
  /** Shown only if chosen. */
  isExtra?: boolean
}
