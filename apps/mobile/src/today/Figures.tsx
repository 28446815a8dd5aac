import { StyleSheet, View } from 'react-native'
import type { Today } from '@rmtools/contracts/bff/today'
import { changeOf } from '@rmtools/contracts/decimals'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatMoneyShort, formatPercent } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { AsOf } from '../ui/States.tsx'
import { Figure } from '../ui/Section.tsx'
import { Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'

/**
 * Assets and sales of the RM's own book, this month against last. Currencies are never added up.
 */
export function Figures({ aum, sales }: Pick<Today, 'aum' | 'sales'>) {
  const words = useSay()
  const language = useLanguage()
  const assets = aum?.items.toSorted(rupiahFirst) ?? []
  const sold = sales?.items.toSorted(rupiahFirst) ?? []
  const [main, ...others] = assets
  const change = main && changeOf(main.now, main.lastMonthEnd)
  if (!main && sold.length === 0) return null
  return (
    <View style={styles.figures}>
      {main ? (
        <Figure
          label={words(managed)}
          value={formatMoneyShort(main.now, main.currency, language)}
          change={change && words(sinceMonthEnd, { change: formatPercent(change, language, true) })}
          isGain={change === undefined ? undefined : !change.startsWith('-')}
        />
      ) : null}
      {others.map(({ currency, now }) => (
        <Text key={currency} tone="second" isFigure>
          {formatMoneyShort(now, currency, language)}
        </Text>
      ))}
      <View style={styles.row}>
        {sold.slice(0, 2).map(({ currency, thisMonth, lastMonth }) => (
          <Small
            key={currency}
            label={words(netSales)}
            value={formatMoneyShort(thisMonth.net, currency, language)}
            below={words(lastMonthWas, {
              amount: formatMoneyShort(lastMonth.net, currency, language),
            })}
          />
        ))}
      </View>
      {sold.length > 0 ? (
        <Text kind="caption" tone="second">
          {words(figureMeanings.netSales)}
        </Text>
      ) : null}
      <AsOf
        at={aum?.asOf ?? sales?.asOf}
        isStale={aum?.isStale === true || sales?.isStale === true}
      />
    </View>
  )
}

function Small({ label, value, below }: { label: string; value: string; below: string }) {
  const { hairline } = useColours()
  return (
    <View style={[styles.small, { borderColor: hairline }]}>
      <Text kind="caption" tone="second">
        {label}
      </Text>
      <Text kind="section" isFigure role="none">
        {value}
      </Text>
      <Text kind="caption" tone="second" isFigure>
        {below}
      </Text>
    </View>
  )
}

const rupiahFirst = (a: { currency: string }, b: { currency: string }) =>
  Number(b.currency === 'IDR') - Number(a.currency === 'IDR')

const managed = say('Dana kelolaan', 'Assets under management')
const sinceMonthEnd = say('{change} sejak akhir bulan lalu', '{change} since the end of last month')
const netSales = say('Penjualan bersih bulan ini', 'Net sales this month')
const lastMonthWas = say('Bulan lalu {amount}', 'Last month {amount}')

const styles = StyleSheet.create({
  figures: { gap: space(2) },
  row: { flexDirection: 'row', gap: space(4), marginTop: space(2) },
  small: { flex: 1, borderTopWidth: StyleSheet.hairlineWidth, paddingTop: space(3), gap: 2 },
})
