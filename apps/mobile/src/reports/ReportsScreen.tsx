import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { View } from 'react-native'
import { rounded, total } from '@rmtools/contracts/decimals'
import { formatMoney, formatMoneyShort, formatMonth, today } from '@rmtools/look/format'
import { nouns, type Language } from '@rmtools/look/words'
import { api } from '../app/api.ts'
import { useIsOnline } from '../app/network.ts'
import { say, useLanguage, useSay } from '../app/preferences.ts'
import { Bars } from '../charts/Bars.tsx'
import { CSV } from '../files/shared-file.ts'
import { useDownload } from '../files/use-download.ts'
import { periodsOf } from '../investors/StatementSheet.tsx'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup, Segments } from '../ui/Chip.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Figure, Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AsOf, EmptyState, ErrorState } from '../ui/States.tsx'
import { aumByDate, aumByProduct, byInvestor, salesByMonth, salesByProduct, type SalesSum, type Sum } from './figures.ts'

type What = 'aum' | 'sales'
type Period = { from: string; to: string }

/** The own book in figures: assets and sales, by month, product and investor. */
export function ReportsScreen() {
  const words = useSay()
  const isOnline = useIsOnline()
  const [what, setWhat] = useState<What>('aum')
  const [period, setPeriod] = useState(() => periodsOf(today())[0])
  const [currency, setCurrency] = useState('IDR')
  const { from = '', to = '' } = period ?? {}
  const span = { from, to, currency }
  const aum = useQuery({ queryKey: ['reports', 'aum', span], queryFn: async () => await api.reports.aum(span), enabled: what === 'aum' })
  const sales = useQuery({
    queryKey: ['reports', 'sales', span],
    queryFn: async () => await api.reports.sales(span),
    enabled: what === 'sales',
  })
  const { data, isLoading, error, refetch } = what === 'aum' ? aum : sales
  return (
    <Screen title={words(nouns.reports)} backTo="/more" footer={<Share what={what} period={{ from, to }} currency={currency} />}>
      <Segments<What>
        label={words(whatWord)}
        value={what}
        onChange={setWhat}
        options={[
          { value: 'aum', text: words(managed) },
          { value: 'sales', text: words(salesWord) },
        ]}
      />
      <ChipGroup>
        {periodsOf(today()).map((each) => (
          <Chip key={each.name.id} text={words(each.name)} isOn={each.from === from && each.to === to} onPress={() => setPeriod(each)} />
        ))}
        {['IDR', 'USD'].map((code) => (
          <Chip key={code} text={code} isOn={currency === code} onPress={() => setCurrency(code)} />
        ))}
      </ChipGroup>
      <AsOf at={data?.asOf} isStale={data?.isStale === true || !isOnline} />
      {isLoading ? (
        <Skeleton height={220} />
      ) : !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data.items.length === 0 ? (
        <EmptyState icon="report" title={words(none)} />
      ) : what === 'aum' ? (
        <Assets lines={aum.data?.items ?? []} currency={currency} />
      ) : (
        <Sales lines={sales.data?.items ?? []} currency={currency} period={{ from, to }} />
      )}
    </Screen>
  )
}

function Assets({ lines, currency }: { lines: Parameters<typeof aumByDate>[0]; currency: string }) {
  const words = useSay()
  const language = useLanguage()
  const dates = aumByDate(lines)
  return (
    <>
      <Figure label={words(managed)} value={whole(dates.at(-1)?.value ?? '0', currency, language)} />
      <Card isPadded>
        <Bars bars={dates.map((sum) => barOf(sum, currency, language))} label={words(byMonth)} />
      </Card>
      <Rows
        title={words(byProduct)}
        sums={aumByProduct(lines)}
        currency={currency}
        detail={({ count }) => words(investorsWord, { count })}
      />
    </>
  )
}

function Sales({ lines, currency, period }: { lines: Parameters<typeof salesByMonth>[0]; currency: string; period: Period }) {
  const words = useSay()
  const language = useLanguage()
  const months = salesByMonth(lines)
  const net = salesByProduct(lines)
  const { data } = useQuery({
    queryKey: ['reports', 'transactions', period],
    queryFn: async () => await api.reports.transactions({ ...period, limit: 100 }),
  })
  const flows = ({ inflow, outflow }: SalesSum) =>
    words(flowWord, { inflow: formatMoneyShort(inflow, currency, language), outflow: formatMoneyShort(outflow, currency, language) })
  const investors = byInvestor((data?.items ?? []).filter((line) => line.currency === currency))
  return (
    <>
      <Figure label={words(netWord)} value={whole(sumOf(months), currency, language)} />
      <Card isPadded>
        <Bars bars={months.map((sum) => barOf(sum, currency, language))} label={words(byMonth)} />
      </Card>
      <Rows title={words(byProduct)} sums={net} currency={currency} detail={flows} />
      {investors.length > 0 ? <Rows title={words(byInvestorWord)} sums={investors} currency={currency} detail={flows} /> : null}
    </>
  )
}

/** Cents say nothing in a figure of a whole book. */
const whole = (value: string, currency: string, language: Language) => formatMoney(rounded(value, 0), currency, language)

const sumOf = (sums: readonly Sum[]) => total(sums.map(({ value }) => value))

function barOf({ key, value }: Sum, currency: string, language: Language) {
  return { key, name: formatMonth(key.slice(0, 7), language), value: Number(value), text: formatMoneyShort(value, currency, language) }
}

function Rows<S extends Sum>({
  title,
  sums,
  currency,
  detail,
}: {
  title: string
  sums: readonly S[]
  currency: string
  detail: (sum: S) => string
}) {
  const language = useLanguage()
  return (
    <Section title={title}>
      <Card>
        {sums.slice(0, 20).map((sum, index, all) => (
          <ListRow
            key={sum.key}
            title={sum.name}
            detail={detail(sum)}
            right={formatMoneyShort(sum.value, currency, language)}
            isLast={index === all.length - 1}
          />
        ))}
      </Card>
    </Section>
  )
}

function Share({ what, period, currency }: { what: What; period: Period; currency: string }) {
  const words = useSay()
  const { isBusy, download } = useDownload()
  const name = `${what}-${period.from}-${period.to}`
  const span = { ...period, currency }
  return (
    <View>
      <Button
        title={words(shareCsv)}
        kind="quiet"
        icon="share"
        isBusy={isBusy}
        isWide
        onPress={() =>
          download({ name: `${name}.csv`, mediaType: CSV }, async () =>
            what === 'aum' ? await api.reports.aumCsv(span) : await api.reports.salesCsv(span),
          )
        }
      />
    </View>
  )
}

const whatWord = say('Laporan', 'Report')
const managed = say('Dana kelolaan', 'Assets under management')
const salesWord = say('Penjualan', 'Sales')
const netWord = say('Penjualan bersih', 'Net sales')
const byMonth = say('Per bulan', 'By month')
const byProduct = say('Per produk', 'By product')
const byInvestorWord = say('Per investor', 'By investor')
const investorsWord = say('{count} investor', '{count} investors')
const flowWord = say('masuk {inflow} · keluar {outflow}', 'in {inflow} · out {outflow}')
const none = say('Tidak ada angka pada periode ini', 'No figures in this period')
const shareCsv = say('Bagikan CSV', 'Share as CSV')
