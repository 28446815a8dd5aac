import { returnCaptions } from '@rmtools/look/figure-meanings'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { changeOf } from '@rmtools/contracts/decimals'
import { formatDate, formatPercent, formatUnits, today } from '@rmtools/look/format'
import { space } from '@rmtools/look/scale'
import { nouns } from '@rmtools/look/words'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { LineChart } from '../charts/LineChart.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Gain } from '../ui/Gain.tsx'
import { Fact } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { AsOf } from '../ui/States.tsx'
import { FigureText, Text } from '../ui/Text.tsx'
import { useColours } from '../ui/theme.ts'
import { useNavs } from './remote.ts'
import { ranges, startOf, type Range } from './returns.ts'

const words = {
  '1m': say('1 B', '1M'),
  '3m': say('3 B', '3M'),
  '6m': say('6 B', '6M'),
  '1y': say('1 T', '1Y'),
  '3y': say('3 T', '3Y'),
}

/** The price over time, with the maximum drawdown of the range; a thumb reads off values. */
export function NavChart({ code }: { code: string }) {
  const speak = useSay()
  const language = useLanguage()
  const colours = useColours()
  const [range, setRange] = useState<Range>('1y')
  const [at, setAt] = useState<number>()
  const { data, isLoading, error, refetch } = useNavs(code, startOf(range, today()))
  const items = data?.items ?? []
  const [first, last] = [items[0], items.at(-1)]
  const shown = (at === undefined ? undefined : items[at]) ?? last
  const isLatest = at === undefined
  // The latest price shows the return from the table below; a price under the thumb is compared
  // with the first one drawn.
  const change = isLatest ? data?.returns[range] : first && shown && changeOf(shown.nav, first.nav)
  return (
    <View style={styles.whole}>
      <View style={styles.head}>
        <Text kind="label" tone="second">
          {speak(nouns.nav)}
        </Text>
        <FigureText>{shown ? formatUnits(shown.nav, language) : '–'}</FigureText>
        <View style={styles.line}>
          {change === undefined ? null : <Gain percent={change} kind="label" />}
          <Text kind="caption" tone="second">
            {shown ? formatDate(shown.date, language) : ' '}
            {isLatest || !first
              ? ` · ${speak(returnCaptions[range])}`
              : ` · ${speak(sinceFirst, { date: formatDate(first.date, language) })}`}
          </Text>
        </View>
      </View>
      <AsOf at={data?.asOf} isStale={data?.isStale === true} />
      <Loaded
        isLoading={isLoading}
        error={!data && error}
        onRetry={() => void refetch()}
        outline={<Skeleton height={200} />}
      >
        {items.length > 1 ? (
          <LineChart
            values={items.map(({ nav }) => Number(nav))}
            height={200}
            colour={colours.brand}
            label={speak(chart, {
              from: formatDate(first?.date, language),
              to: formatDate(last?.date, language),
            })}
            onPoint={setAt}
          />
        ) : (
          <Text tone="second">{speak(none)}</Text>
        )}
      </Loaded>
      <Segments
        label={speak(rangeWord)}
        value={range}
        onChange={setRange}
        options={ranges.map((value) => ({ value, text: speak(words[value]) }))}
      />
      {data?.maxDrawdown ? (
        <Fact label={speak(drawdown)} value={formatPercent(data.maxDrawdown, language)} />
      ) : null}
      <Disclaimer />
    </View>
  )
}

const sinceFirst = say('sejak {date}', 'since {date}')
const chart = say('Grafik NAB/UP dari {from} sampai {to}', 'Chart of the NAV from {from} to {to}')
const none = say('Belum ada riwayat harga.', 'No prices yet.')
const rangeWord = say('Rentang', 'Range')
const drawdown = say('Penurunan terdalam pada rentang ini', 'Maximum drawdown in this range')

const styles = StyleSheet.create({
  whole: { gap: space(3) },
  head: { gap: 2 },
  line: { flexDirection: 'row', flexWrap: 'wrap', columnGap: space(3), alignItems: 'baseline' },
})
