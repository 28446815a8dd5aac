import type { ReactNode } from 'react'
import styles from './Columns.module.css'

/**
 * The main content on the left, additional content on the right; stacked where there is little
 * room.
 */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>{children}</div>
      <div className={styles['stack']}>{aside}</div>
    </div>
  )
}
