import { To } from '../app/To.tsx'
import { paths } from '../app/paths.ts'
import type { Grouping } from './sums.ts'
import { useSay } from '../app/language.ts'
import styles from './reports.module.css'

export type Drill = (changes: { rmId?: string; productCode?: string }) => void

type Props = { by: Grouping; id: string; text: string; onDrill: Drill }

/** The name of a line: it leads to the same report of this product or RM alone; a month to its transactions. */
export function Name({ by, id, text, onDrill }: Props) {
  const say = useSay()
  if (by === 'month')
    return (
      <To
        path={paths.reports()}
        search={{ view: 'transactions', ...monthOf(id) }}
        label={say({ id: 'Transaksi {text}', en: 'Transactions of {text}' }, { text })}
      >
        {text}
      </To>
    )
  return (
    <button type="button" className={styles['name']} onClick={() => onDrill(by === 'rm' ? { rmId: id } : { productCode: id })}>
      {text}
    </button>
  )
}

/** First and last day of the month of a date or month. */
export function monthOf(day: string): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${String(last).padStart(2, '0')}` }
}
