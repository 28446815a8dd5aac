// How long a case has waited; long waits are marked in words, not only by colour.
import { Tooltip } from 'antd'
import { CircleAlert, Clock } from 'lucide-react'
import { formatInstant, formatRelative } from '@rmtools/look/format'
import { useSay } from '../../base/language.ts'
import { words } from './words.ts'
import styles from './review.module.css'

const HOUR_MS = 3_600_000
/** The same ages as on the home screen. */
const [DAY_HOURS, LONG_HOURS] = [24, 72]

export type Age = 'fresh' | 'day' | 'long'

/** The category of a wait. */
export function ageOf(since: string, now: Date): Age {
  const hours = (now.getTime() - Date.parse(since)) / HOUR_MS
  if (hours >= LONG_HOURS) return 'long'
  return hours >= DAY_HOURS ? 'day' : 'fresh'
}

export function WaitingAge({ since, now }: { since: string | null; now: Date }) {
  const say = useSay()
  if (since === null) return <span className="faint">–</span>
  const age = ageOf(since, now)
  const warning = { long: say(words.waitingLong), day: say(words.waitingDay), fresh: '' }[age]
  const Icon = age === 'long' ? CircleAlert : Clock
  const exact = formatInstant(since, say.language)
  return (
    <Tooltip title={[warning, exact].filter(Boolean).join(' · ')}>
      <span className={styles['age']} data-age={age}>
        {age !== 'fresh' && <Icon size={12} aria-hidden />}
        <time dateTime={since}>{formatRelative(since, say.language, now)}</time>
        {warning && <span className="visually-hidden">, {warning}</span>}
      </span>
    </Tooltip>
  )
}
