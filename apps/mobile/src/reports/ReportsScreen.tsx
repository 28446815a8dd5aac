import { useState } from 'react'
import { reportDay } from '@rmtools/contracts/bff/book-figures'
import { today } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { useIsOnline } from '../base/network.ts'
import { say, useSay } from '../base/preferences.ts'
import { periodsOf } from '../investors/StatementSheet.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup, Segments } from '../ui/Chip.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AsOf, EmptyState, ErrorState } from '../ui/States.tsx'
import { Assets, Sales } from './BookFigures.tsx'
import { useAum, useInvestorLines, useSales, type Span } from './remote.ts'
import { ShareSheet } from './ShareSheet.tsx'
import { bookWords, type What } from './words.ts'

const currencies = ['IDR', 'USD']

/** Assets and sales of the RM's own book, by month, product and investor. */
export function ReportsScreen() {
  const words = useSay()
  const isOnline = useIsOnline()
  const [what, setWhat] = useState<What>('aum')
  const [period, setPeriod] = useState(() => periodsOf(today())[0])
  const [currency, setCurrency] = useState('IDR')
  const [isSharing, setSharing] = useState(false)
  const { from = '', to = '' } = period ?? {}
  const span: Span = { from, to, currency }
  const aum = useAum(span, what === 'aum')
  const sales = useSales(span, what === 'sales')
  const investors = useInvestorLines(span)
  const { data, isLoading, error, refetch } = what === 'aum' ? aum : sales
  const figures = ({ items, asOf }: NonNullable<typeof data>) => {
    if (items.length === 0)
      return <EmptyState icon="report" title={words(none)} text={words(noneText)} />
    if (what === 'sales')
      return (
        <Sales lines={sales.data?.items ?? []} investors={investors.data} currency={currency} />
      )
    return (
      <Assets
        lines={aum.data?.items ?? []}
        investors={investors.data}
        currency={currency}
        day={reportDay({ to, asOf })}
      />
    )
  }
  return (
    <Screen
      title={words(nouns.reports)}
      backTo="/more"
      onRefresh={() => void refetch()}
      footer={
        <Button
          title={words(share)}
          icon="share"
          onPress={() => setSharing(true)}
          isWide
          isDisabled={!data}
        />
      }
    >
      <Segments<What>
        label={words(whatWord)}
        value={what}
        onChange={setWhat}
        options={[
          { value: 'aum', text: words(assets) },
          { value: 'sales', text: words(bookWords.sales) },
        ]}
      />
      <ChipGroup>
        {periodsOf(today()).map((each) => (
          <Chip
            key={each.name.id}
            text={words(each.name)}
            isOn={each.from === from && each.to === to}
            onPress={() => setPeriod(each)}
          />
        ))}
        {currencies.map((code) => (
          <Chip key={code} text={code} isOn={currency === code} onPress={() => setCurrency(code)} />
        ))}
      </ChipGroup>
      <AsOf at={data?.asOf} isStale={data?.isStale === true || !isOnline} />
      {isLoading ? <Skeleton height={220} /> : null}
      {!isLoading && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? figures(data) : null}
      {isSharing ? <ShareSheet what={what} span={span} onClose={() => setSharing(false)} /> : null}
    </Screen>
  )
}

/** Short enough for half the width of a phone. */
const assets = say('Dana kelolaan', 'Assets')
const whatWord = say('Laporan', 'Report')
const share = say('Bagikan laporan', 'Share the report')
const none = say('Tidak ada angka pada periode ini', 'No figures in this period')
const noneText = say('Pilih periode atau mata uang lain.', 'Choose another period or currency.')
