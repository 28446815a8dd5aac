import { router } from 'expo-router'
import { useState } from 'react'
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
} from '@rmtools/contracts/bff/report-lines'
import { sumOf } from '@rmtools/contracts/bff/book-figures'
import { rounded } from '@rmtools/contracts/decimals'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatCount, formatMoney, formatMoneyShort, formatMonth } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { paths } from '../base/paths.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Bars } from '../charts/Bars.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Figure, Section } from '../ui/Section.tsx'
import { Text } from '../ui/Text.tsx'
import {
  aumByDate,
  aumByInvestor,
  aumByProduct,
  salesByInvestor,
  salesByMonth,
  salesByProduct,
  type SalesSum,
  type Sum,
} from './figures.ts'
import { bookWords } from './words.ts'

type Investors = { items: readonly InvestorReportLine[]; count: number } | undefined
type Props<L> = { lines: readonly L[]; investors: Investors; currency: string }
/** `day` is the last day of the report. */
type AssetsProps = Props<AumReportLine> & { day: string }

/** The book's assets: by month, product and investor. */
export function Assets({ lines, investors, currency, day }: AssetsProps) {
  const words = useSay()
  const language = useLanguage()
  const dates = aumByDate(lines, day)
  return (
    <>
      <Figure
        label={words(bookWords.aum)}
        value={whole(dates.at(-1)?.value ?? '0', currency, language)}
      />
      <Meaning of="assets" />
      <Card isPadded>
        <Bars bars={dates.map((sum) => barOf(sum, currency, language))} label={words(byMonth)} />
      </Card>
      <Rows
        title={words(byProduct)}
        sums={aumByProduct(lines, day)}
        currency={currency}
        detail={({ count }) =>
          words(count === 1 ? oneInvestor : investorsWord, { count: formatCount(count, language) })
        }
        linkOf={({ key }) => paths.product(key)}
      />
      <Rows
        title={words(byInvestor)}
        sums={aumByInvestor(investors?.items ?? [])}
        currency={currency}
        detail={({ count }) => words(count === 1 ? oneProduct : productsWord, { count })}
        linkOf={({ investorId }) => (investorId === null ? undefined : paths.investor(investorId))}
      />
      <Disclaimer />
    </>
  )
}

/** The book's sales: by month, product and investor. */
export function Sales({ lines, investors, currency }: Props<SalesReportLine>) {
  const words = useSay()
  const language = useLanguage()
  const months = salesByMonth(lines)
  const flows = ({ inflow, outflow }: SalesSum) =>
    words(flowWord, {
      inflow: formatMoneyShort(inflow, currency, language),
      outflow: formatMoneyShort(outflow, currency, language),
    })
  return (
    <>
      <Figure
        label={words(netWord)}
        value={whole(sumOf(months.map(({ value }) => value)), currency, language)}
      />
      <Meaning of="netSales" />
      <Card isPadded>
        <Bars bars={months.map((sum) => barOf(sum, currency, language))} label={words(byMonth)} />
      </Card>
      <Rows
        title={words(byProduct)}
        sums={salesByProduct(lines)}
        currency={currency}
        detail={flows}
        linkOf={({ key }) => paths.product(key)}
      />
      <Rows
        title={words(byInvestor)}
        sums={salesByInvestor(investors?.items ?? [])}
        currency={currency}
        detail={flows}
        linkOf={({ investorId }) => (investorId === null ? undefined : paths.investor(investorId))}
      />
    </>
  )
}

function Meaning({ of }: { of: 'assets' | 'netSales' }) {
  const words = useSay()
  return (
    <Text kind="caption" tone="second">
      {words(figureMeanings[of])}
    </Text>
  )
}

/** Cents are noise in the total of a whole book. */
const whole = (value: string, currency: string, language: Language) =>
  formatMoney(rounded(value, 0), currency, language)

function barOf({ key, value }: Sum, currency: string, language: Language) {
  return {
    key,
    name: formatMonth(key.slice(0, 7), language),
    value: Number(value),
    text: formatMoneyShort(value, currency, language),
  }
}

type RowsProps<S> = {
  title: string
  sums: readonly S[]
  currency: string
  detail: (sum: S) => string
  linkOf: (sum: S) => Parameters<typeof router.push>[0] | undefined
}

const FEW = 5

/** The largest rows; the others are shown on request. */
function Rows<S extends Sum>({ title, sums, currency, detail, linkOf }: RowsProps<S>) {
  const words = useSay()
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? sums : sums.slice(0, FEW)
  if (sums.length === 0) return null
  return (
    <Section title={title}>
      <Card>
        {shown.map((sum, index) => {
          const link = linkOf(sum)
          return (
            <ListRow
              key={sum.key}
              title={sum.name}
              detail={detail(sum)}
              right={formatMoneyShort(sum.value, currency, language)}
              isLast={index === shown.length - 1}
              onPress={link === undefined ? undefined : () => router.push(link)}
            />
          )
        })}
      </Card>
      {shown.length < sums.length ? (
        <Button
          title={words(showAll, { count: sums.length })}
          kind="plain"
          isSmall
          onPress={() => setWhole(true)}
        />
      ) : null}
    </Section>
  )
}

const netWord = say('Penjualan bersih', 'Net sales')
const byMonth = say('Per bulan', 'By month')
const byProduct = say('Per produk', 'By product')
const byInvestor = say('Per investor', 'By investor')
const oneInvestor = say('1 investor', '1 investor')
const oneProduct = say('1 produk', '1 product')
const investorsWord = say('{count} investor', '{count} investors')
const productsWord = say('{count} produk', '{count} products')
const flowWord = say('masuk {inflow} · keluar {outflow}', 'in {inflow} · out {outflow}')
const showAll = say('Tampilkan semua ({count})', 'Show all ({count})')
