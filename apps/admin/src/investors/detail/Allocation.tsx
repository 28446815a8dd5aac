import { sharesByType } from '@rmtools/contracts/bff/shares'
import { seriesOf } from '@rmtools/look/colours'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatPercent } from '@rmtools/look/format'
import { productTypes } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useScheme } from '../../base/scheme.ts'
import type { Portfolio } from './portfolio.ts'
import styles from '../investors.module.css'

/** One bar divided by product type, with a legend below. */
export function Allocation({ positions }: { positions: Portfolio['positions'] }) {
  const say = useSay()
  const { scheme, brand } = useScheme()
  const colours = seriesOf(scheme, brand)
  const shares = sharesByType(positions)
  if (shares.length === 0) return null
  return (
    <div className={styles['allocation']}>
      <div aria-hidden>
        {shares.map(({ type, percent }, index) => (
          <i
            key={type}
            style={{ flexGrow: Number(percent), background: colours[index % colours.length] }}
          />
        ))}
      </div>
      <ul>
        {shares.map(({ type, percent }, index) => (
          <li key={type}>
            <i aria-hidden style={{ background: colours[index % colours.length] }} />
            {say(productTypes[type])}
            <span className="figures">{formatPercent(percent, say.language)}</span>
          </li>
        ))}
      </ul>
      <p className="faint caption">{say(figureMeanings.shares)}</p>
    </div>
  )
}
