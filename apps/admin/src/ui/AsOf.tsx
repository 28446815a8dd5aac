import { formatInstant } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import styles from './AsOf.module.css'

/** The time of Bib's data; amber with an explanation if Bib is unreachable. */
export function AsOf({ asOf, isStale }: { asOf: string; isStale: boolean }) {
  const say = useSay()
  const at = formatInstant(asOf, say.language)
  if (!isStale)
    return (
      <span className={styles['fresh']}>
        {say({ id: 'Data Bib per {at}', en: 'From Bib, as of {at}' }, { at })}
      </span>
    )
  return (
    <span className={styles['stale']} role="status">
      {say(
        {
          id: 'Bib tidak dapat dihubungi. Ini data per {at}.',
          en: 'Bib cannot be reached. This is as of {at}.',
        },
        { at },
      )}
    </span>
  )
}
