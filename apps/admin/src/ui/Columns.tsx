import type { ReactNode } from 'react'
import styles from './Columns.module.css'

/** The matter at the left, what goes with it at the right; one below the other where there is little room. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>{children}</div>
      <div className={styles['stack']}>{aside}</div>
    </div>
  )
}
