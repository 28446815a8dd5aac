import type { ReactNode } from 'react'
import { To } from '../base/To.tsx'
import styles from './home.module.css'

export type Bar = {
  key: string
  name: ReactNode
  /** Only determines the length of the bar. */
  size: number
  text: string
  path: string
  search: Readonly<Record<string, string | undefined>>
}

/** Rows with a name, a bar and a figure, linked to the list behind them. Zero is a figure too. */
export function Bars({ items }: { items: readonly Bar[] }) {
  const most = Math.max(1, ...items.map(({ size }) => size))
  return (
    <ul className={styles['bars']}>
      {items.map(({ key, name, size, text, path, search }) => (
        <li key={key}>
          <To path={path} search={search}>
            <span data-name>{name}</span>
            <span className="visually-hidden">: </span>
            <i data-bar aria-hidden style={{ width: `${Math.max(0, (100 * size) / most)}%` }} />
            <b>{text}</b>
          </To>
        </li>
      ))}
    </ul>
  )
}
