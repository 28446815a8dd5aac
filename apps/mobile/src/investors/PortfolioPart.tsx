import { router } from 'expo-router'
import { useState } from 'react'
import { StyleSheet, View } from 'react-native'
import { sharesOfPositions } from '@rmtools/contracts/bff/shares'
import type { Portfolio } from '@rmtools/contracts/bff/market'
import {
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatPercent,
  formatUnits,
} from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Doughnut } from '../charts/Doughnut.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Gain } from '../ui/Gain.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AsOf, Banner, EmptyState, ErrorState } from '../ui/States.tsx'
import { FigureText, Text } from '../ui/Text.tsx'
import { usePortfolio } from './remote.ts'
import { PageLinkSheet } from './PageLinkSheet.tsx'
import { StatementSheet } from './StatementSheet.tsx'

/** The investor's holdings: value, gain, allocation, and pending orders. */
export function PortfolioPart({ id, name }: { id: string; name: string | undefined }) {
  const words = useSay()
  const { data, isLoading, error, refetch } = usePortfolio(id, true)
  const [isStating, setStating] = useState(false)
  const [isSending, setSending] = useState(false)
  const [chosen, setCurrency] = useState<string>()
  if (isLoading) return <Skeleton width="70%" height={42} />
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const currencies = data.totals.map(({ currency }) => currency)
  const currency = chosen ?? currencies[0] ?? 'IDR'
  return (
    <>
      <AsOf at={data.asOf} isStale={data.isStale} />
      {currencies.length > 1 ? (
        <Segments
          label={words(currencyWord)}
          value={currency}
          onChange={setCurrency}
          options={currencies.map((value) => ({ value, text: value }))}
        />
      ) : null}
      {data.positions.length === 0 ? (
        <EmptyState icon="products" title={words(empty)} text={words(emptyText)} />
      ) : (
        <Holdings portfolio={data} currency={currency} />
      )}
      {data.pending.length > 0 ? (
        <Banner
          icon="clock"
          title={words(pending, { count: data.pending.length })}
          text={words(pendingText)}
        />
      ) : null}
      <Card>
        <ListRow
          title={words(nouns.instructions)}
          icon="switch"
          onPress={() => router.push(`${paths.instructions}?investorId=${id}`)}
        />
        <ListRow
          title={words(transactions)}
          icon="list"
          onPress={() => router.push(paths.transactions(id))}
        />
        <ListRow title={words(pageLink)} icon="share" onPress={() => setSending(true)} />
        <ListRow title={words(statement)} icon="download" onPress={() => setStating(true)} isLast />
      </Card>
      {isStating ? <StatementSheet id={id} name={name} onClose={() => setStating(false)} /> : null}
      {isSending ? <PageLinkSheet id={id} name={name} onClose={() => setSending(false)} /> : null}
    </>
  )
}

type Holding = { portfolio: Pick<Portfolio, 'positions' | 'totals'>; currency: string }

function Holdings({ portfolio, currency }: Holding) {
  const words = useSay()
  const language = useLanguage()
  const total = portfolio.totals.find((each) => each.currency === currency)
  const positions = portfolio.positions.filter((position) => position.currency === currency)
  if (!total) return null
  const shares = sharesOfPositions(positions)
  const shareOf = (position: Portfolio['positions'][number]) => shares.get(position) ?? '0.00'
  return (
    <>
      <View style={styles.total}>
        <Text kind="label" tone="second">
          {words(nouns.portfolio)}
        </Text>
        <FigureText>{formatMoney(total.value, currency, language)}</FigureText>
        <Gain amount={total.gain} currency={currency} percent={total.gainPercent} kind="label" />
      </View>
      <Card isPadded>
        <Doughnut
          label={words(allocation)}
          other={words(rest)}
          slices={positions.map((position) => ({
            key: position.productCode,
            name: position.productName,
            percent: shareOf(position),
          }))}
        >
          <Text kind="caption" tone="second">
            {formatMoneyShort(total.value, currency, language)}
          </Text>
        </Doughnut>
      </Card>
      <Section title={words(holdings)}>
        <Card>
          {positions.map((position, index) => (
            <ListRow
              key={position.productCode}
              title={position.productName}
              detail={`${formatUnits(position.units, language)} ${words(nouns.units).toLowerCase()} · ${words(nouns.nav)} ${formatDate(position.navDate, language)}`}
              isLast={index === positions.length - 1}
              onPress={() => router.push(paths.product(position.productCode))}
              label={`${position.productName}, ${formatMoney(position.value, currency, language)}, ${formatPercent(shareOf(position), language)}`}
              right={
                <View style={styles.right}>
                  <Text isFigure>{formatMoney(position.value, currency, language)}</Text>
                  <Gain percent={position.gainPercent} />
                </View>
              }
            />
          ))}
        </Card>
      </Section>
      <Disclaimer />
    </>
  )
}

const currencyWord = say('Mata uang', 'Currency')
const empty = say('Belum ada kepemilikan', 'No holdings yet')
const emptyText = say(
  'Pembelian pertama muncul di sini setelah unit dialokasikan.',
  'The first subscription appears here once units are allocated.',
)
const pending = say('{count} instruksi sedang diproses', '{count} instructions in progress')
const pendingText = say('Nilai di atas belum memuatnya.', 'Not yet included in the figures above.')
const transactions = say('Transaksi', 'Transactions')
const pageLink = say('Kirim halaman kepada klien', 'Send the client their page')
const statement = say('Laporan rekening (PDF)', 'Statement (PDF)')
const allocation = say('Alokasi portofolio', 'Portfolio allocation')
const rest = say('Lainnya', 'Others')
const holdings = say('Kepemilikan', 'Holdings')

const styles = StyleSheet.create({
  total: { gap: 2 },
  right: { alignItems: 'flex-end' },
})
