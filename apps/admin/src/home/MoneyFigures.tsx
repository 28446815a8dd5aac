// Assets and sales, from Bib: never added across currencies.
import { Segmented } from 'antd'
import { sumOf } from '@rmtools/contracts/bff/book-figures'
import type { AumFigures, SalesFigures } from '@rmtools/contracts/bff/dashboard'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatMoney, formatMoneyShort, formatMonth } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { text, useAddress } from '../base/search.ts'
import { To } from '../base/To.tsx'
import { monthOf } from '../reports/behind.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { BarChart, type Point } from '../ui/BarChart.tsx'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Section } from '../ui/Page.tsx'
import { shortName } from '../ui/product-name.ts'
import { Bars, type Bar } from './Bars.tsx'
import { words } from './words.ts'
import styles from './home.module.css'

const readers = { currency: text(3) }
const SHOWN = 8

export function MoneyFigures({
  aum,
  sales,
}: {
  aum: AumFigures | null
  sales: SalesFigures | null
}) {
  const [address, change] = useAddress(readers)
  const found = [...(aum?.byMonth ?? []), ...(sales?.byMonth ?? [])].map(({ currency }) => currency)
  const currencies = [...new Set(found)].toSorted(
    (a, b) => Number(b === 'IDR') - Number(a === 'IDR') || a.localeCompare(b),
  )
  const currency = currencies.find((one) => one === address.currency) ?? currencies[0] ?? 'IDR'
  const choice = {
    currencies,
    currency,
    choose: (next: string) => change({ currency: next === currencies[0] ? undefined : next }),
  }
  return (
    <>
      <AumSection aum={aum} choice={choice} />
      <SalesSection sales={sales} choice={choice} />
    </>
  )
}

type Choice = {
  currencies: readonly string[]
  currency: string
  choose: (currency: string) => void
}

function Head({
  dated,
  choice: { currencies, currency, choose },
}: {
  dated: { asOf: string; isStale: boolean }
  choice: Choice
}) {
  const say = useSay()
  return (
    <div className={styles['sum']}>
      <AsOf asOf={dated.asOf} isStale={dated.isStale} />
      {currencies.length > 1 && (
        <Segmented
          size="small"
          aria-label={say(words.currency)}
          value={currency}
          options={[...currencies]}
          onChange={choose}
        />
      )}
    </div>
  )
}

function AumSection({ aum, choice }: { aum: AumFigures | null; choice: Choice }) {
  const say = useSay()
  const { currency } = choice
  if (aum === null) return <NoBib title={say(words.aum)} />
  const months = aum.byMonth.filter((one) => one.currency === currency)
  const search = { view: 'aum', ...(choice.currencies.length > 1 ? { currency } : {}) }
  const bar = (line: { value: string; currency: string }) => ({
    size: Number(line.value),
    text: formatMoneyShort(line.value, currency, say.language),
  })
  return (
    <Section title={say(words.aum)} actions={<Head dated={aum} choice={choice} />}>
      <div className={styles['sum']}>
        <To path={paths.reports()} search={search}>
          <strong>{formatMoney(months.at(-1)?.value ?? '0', currency, say.language)}</strong>
        </To>
        <span className="faint">{say(figureMeanings.assets)}</span>
      </div>
      <Parts
        currency={currency}
        series={[say(words.aum)]}
        months={months.map(({ month, value }) => ({
          key: month,
          values: [value],
          path: paths.reports(),
          search: { ...search, by: 'product', to: monthOf(month).to },
        }))}
        products={ofCurrency(aum.byProduct, currency).map((line) => ({
          ...productBar(line),
          ...bar(line),
          search: { ...search, by: 'month', productCode: line.productCode },
        }))}
        rms={ofCurrency(aum.byRm, currency).map((line) => ({
          ...rmBar(line, say(words.unnamed)),
          ...bar(line),
          search: { ...search, by: 'month', rmId: line.rmId },
        }))}
      />
      <Disclaimer />
    </Section>
  )
}

function SalesSection({ sales, choice }: { sales: SalesFigures | null; choice: Choice }) {
  const say = useSay()
  const { currency } = choice
  if (sales === null) return <NoBib title={say(words.sales)} />
  const months = sales.byMonth.filter((one) => one.currency === currency)
  const net = sumOf(months.map((month) => month.net))
  const search = { view: 'sales', ...(choice.currencies.length > 1 ? { currency } : {}) }
  const bar = (line: { net: string }) => ({
    size: Math.max(0, Number(line.net)),
    text: formatMoneyShort(line.net, currency, say.language),
  })
  return (
    <Section title={say(words.sales)} actions={<Head dated={sales} choice={choice} />}>
      <div className={styles['sum']}>
        <To path={paths.reports()} search={search}>
          <strong>{formatMoney(net, currency, say.language)}</strong>
        </To>
        <span className="faint" title={say(figureMeanings.netSales)}>
          {say(words.net)} · {say(figureMeanings.netSales)}
        </span>
      </div>
      <Parts
        currency={currency}
        series={[say(words.inflow), say(words.outflow)]}
        months={months.map(({ month, inflow, outflow }) => ({
          key: month,
          values: [inflow, outflow],
          path: paths.reports(),
          search: { view: 'transactions', ...monthOf(month) },
        }))}
        products={ofCurrency(sales.byProduct, currency).map((line) => ({
          ...productBar(line),
          ...bar(line),
          search: { ...search, by: 'month', productCode: line.productCode },
        }))}
        rms={ofCurrency(sales.byRm, currency).map((line) => ({
          ...rmBar(line, say(words.unnamed)),
          ...bar(line),
          search: { ...search, by: 'month', rmId: line.rmId },
        }))}
      />
    </Section>
  )
}

const ofCurrency = <L extends { currency: string }>(lines: readonly L[], currency: string) =>
  lines.filter((line) => line.currency === currency)
const productBar = ({
  productCode,
  productName,
}: {
  productCode: string
  productName: string | null
}) => ({
  key: productCode,
  name: shortName(productName ?? productCode),
  path: paths.reports(),
})
const rmBar = ({ rmId, rmName }: { rmId: string; rmName: string | null }, unnamed: string) => ({
  key: rmId,
  name: rmName ?? unnamed,
  path: paths.reports(),
})

type PartsProps = {
  currency: string
  series: readonly string[]
  months: readonly Omit<Point, 'name'>[]
  products: readonly Bar[]
  rms: readonly Bar[]
}

function Parts({ currency, series, months, products, rms }: PartsProps) {
  const say = useSay()
  const { language } = say
  if (months.length === 0) return <p className="faint">{say(words.noMoney)}</p>
  return (
    <div className={styles['three']}>
      <div>
        <h3>{say(words.byMonth)}</h3>
        <BarChart
          label={`${series.join(', ')} · ${say(words.byMonth)}, ${currency}`}
          head={say(words.month)}
          series={series}
          points={months.map((point) => ({ ...point, name: formatMonth(point.key, language) }))}
          short={(value) => formatMoneyShort(String(value), currency, language)}
          exact={(value) => formatMoney(String(value), currency, language)}
          height={232}
        />
      </div>
      <div>
        <h3>{say(words.byProduct)}</h3>
        <Bars items={largest(products)} />
      </div>
      <div>
        <h3>{say(words.byRm)}</h3>
        <Bars items={largest(rms)} />
      </div>
    </div>
  )
}

const largest = (bars: readonly Bar[]) => bars.toSorted((a, b) => b.size - a.size).slice(0, SHOWN)

function NoBib({ title }: { title: string }) {
  const say = useSay()
  return (
    <Section title={title}>
      <p className="faint">{say(words.noBib)}</p>
    </Section>
  )
}
