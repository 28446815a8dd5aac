import type { ReactNode } from 'react'
import styles from './KeyValues.module.css'

export type KeyValue = readonly [label: string, value: ReactNode]

/** Labels and values in columns that line up. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className={styles['values']}>
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="faint">–</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
