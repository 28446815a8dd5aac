import { Segmented } from 'antd'
import { returnPeriods } from '@rmtools/contracts/bff/products'
import { today } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { date, oneOf, useAddress, type SearchOf } from '../base/search.ts'
import { Period } from '../ui/Period.tsx'
import { rangeOf, type Range } from './ranges.ts'
import { rangeWords, words } from './words.ts'
import styles from './products.module.css'

const readers = { range: oneOf(returnPeriods), from: date, to: date }
type Address = SearchOf<typeof readers>

/** The range in the address: a preset, or a custom pair of days; a year by default. */
export function useRange(): [Range, Address, (changes: Partial<Address>) => void] {
  const [address, change] = useAddress(readers)
  const { range, from, to } = address
  if (range === undefined && from !== undefined && to !== undefined && from <= to)
    return [{ from, to }, address, change]
  const shown = range ?? '1y'
  return [rangeOf(shown, today()), { range: shown }, change]
}

type Props = { address: Address; change: (changes: Partial<Address>) => void; maxYears: number }

export function RangePicker({ address: { range, from, to }, change, maxYears }: Props) {
  const say = useSay()
  return (
    <div className={styles['ranges']}>
      <Segmented
        size="small"
        aria-label={say(words.navHistory)}
        value={range ?? 'custom'}
        options={returnPeriods.map((period) => ({ value: period, label: say(rangeWords[period]) }))}
        onChange={(next) =>
          change({
            range: returnPeriods.find((period) => period === next),
            from: undefined,
            to: undefined,
          })
        }
      />
      <Period
        value={{ from, to }}
        label={say(words.custom)}
        maxYears={maxYears}
        onChange={(days) =>
          change(
            days.from && days.to
              ? { range: undefined, ...days }
              : { range: '1y', from: undefined, to: undefined },
          )
        }
      />
    </div>
  )
}
