import type { ReactNode } from 'react'
import { Ago } from './values.tsx'
import styles from './TimeLine.module.css'

export type Happening = { key: string; at: string; who?: string | null; what: ReactNode; detail?: ReactNode }

/** What happened, in the order given. */
export function TimeLine({ label, items }: { label: string; items: readonly Happening[] }) {
  return (
    <ol className={styles['line']} aria-label={label}>
      {items.map(({ key, at, who, what, detail }) => (
        <li key={key}>
          <div>{what}</div>
          {detail && <div className="faint">{detail}</div>}
          <small>
            {who && <span>{who} · </span>}
            <Ago at={at} />
          </small>
        </li>
      ))}
    </ol>
  )
}
