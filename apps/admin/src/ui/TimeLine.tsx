import type { ReactNode } from 'react'
import { coloursOf } from '@rmtools/look/colours'
import { toneColour, type Tone } from '@rmtools/look/states'
import { useScheme } from '../base/scheme.ts'
import { Ago } from './values.tsx'
import styles from './TimeLine.module.css'

export type TimeLineEvent = {
  key: string
  at: string
  who?: string | null
  what: ReactNode
  detail?: ReactNode
  /** The tone of the new state: colours its dot. */
  tone?: Tone
}

// A custom property, which React's types do not include.
const DOT: string = '--dot'

/** Events in the given order. */
export function TimeLine({ label, items }: { label: string; items: readonly TimeLineEvent[] }) {
  const { scheme, brand } = useScheme()
  const colours = coloursOf(scheme, brand)
  return (
    <ol className={styles['line']} aria-label={label}>
      {items.map(({ key, at, who, what, detail, tone }) => (
        <li key={key} {...(tone ? { style: { [DOT]: toneColour(tone, colours) } } : {})}>
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
