import { nouns } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { Section } from '../../ui/Page.tsx'
import { Ago, Day, Money, Units } from '../../ui/values.tsx'
import { orderStatusWords, orderTypeWords, words } from '../words.ts'
import type { Portfolio } from './portfolio.ts'
import styles from '../investors.module.css'

type Props = Pick<Portfolio, 'pending' | 'positions'>

/** Orders at Bib that have not yet changed the units. */
export function PendingOrders({ pending, positions }: Props) {
  const say = useSay()
  if (pending.length === 0) return null
  const nameOf = (code: string) =>
    positions.find(({ productCode }) => productCode === code)?.productName ?? code
  const currencyOf = (code: string) =>
    positions.find(({ productCode }) => productCode === code)?.currency ?? 'IDR'
  return (
    <Section title={say(words.pending)}>
      <ul className={styles['pending']}>
        {pending.map(
          ({
            sourceId,
            type,
            productCode,
            targetProductCode,
            amount,
            units,
            all,
            status,
            navDate,
            receivedAt,
          }) => (
            <li key={sourceId}>
              <span>
                {say(orderTypeWords[type])} · {nameOf(productCode)}
                {targetProductCode && ` → ${nameOf(targetProductCode)}`}
              </span>
              <span>
                {all && say(words.allUnits)}
                {!all && amount === null && <Units units={units} />}
                {!all && amount !== null && (
                  <Money amount={amount} currency={currencyOf(productCode)} />
                )}
              </span>
              <span>{say(orderStatusWords[status])}</span>
              <span className="faint">
                {say(nouns.nav)} <Day date={navDate} /> · <Ago at={receivedAt} />
              </span>
            </li>
          ),
        )}
      </ul>
    </Section>
  )
}
