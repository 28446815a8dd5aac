import { formatDate, today } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { words } from './words.ts'

export const SOON_DAYS = 60

/** A day from today in Jakarta. */
export function dayFromToday(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
}

type Props = { number: string | null; expiresOn: string | null }

/** The licence and its expiry; expired or expiring ones are marked. */
export function Licence({ number, expiresOn }: Props) {
  const say = useSay()
  if (!number && !expiresOn) return <span className="faint">{say(words.noLicence)}</span>
  const isOver = expiresOn !== null && expiresOn < today()
  const isSoon = !isOver && expiresOn !== null && expiresOn < dayFromToday(SOON_DAYS)
  const colour = isSoon ? 'var(--warning)' : 'var(--text-second)'
  return (
    <>
      <span className="mono">{number ?? '–'}</span>
      <br />
      <small style={{ color: isOver ? 'var(--danger)' : colour }}>
        {expiresOn ? formatDate(expiresOn, say.language) : say(words.noExpiry)}
        {(isOver || isSoon) && ` · ${say(isOver ? words.licenceOver : words.licenceSoon)}`}
      </small>
    </>
  )
}
