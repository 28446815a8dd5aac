import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { Product } from '@rmtools/contracts/bff/market'
import { returnPeriods, type ProductNavs } from '@rmtools/contracts/bff/products'
import { figureMeanings, returnCaptions } from '@rmtools/look/figure-meanings'
import { formatDate } from '@rmtools/look/format'
import {
  productFees,
  productFields,
  productParts,
  type ShownField,
} from '@rmtools/look/product-fields'
import { productStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { Chart } from '../ui/Chart.tsx'
import { linesOver } from '../ui/chart-options.ts'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Section } from '../ui/Page.tsx'
import { shortName } from '../ui/product-name.ts'
import { State } from '../ui/State.tsx'
import { Change, Day, Money, Units } from '../ui/values.tsx'
import { indexedFrom100 } from './ranges.ts'
import { words } from './words.ts'
import styles from './products.module.css'

export type Compared = { product: Product; navs: ProductNavs }

const CHART_HEIGHT = 320
/** The height of the chart and the content below it. */
export const COMPARED_HEIGHT = CHART_HEIGHT + 56

/** All of them since a common day, indexed to 100. */
export function ComparedChart({ compared }: { compared: readonly Compared[] }) {
  const say = useSay()
  const { language } = say
  const key = compared
    .map(({ navs }) => `${navs.productCode} ${navs.items[0]?.date} ${navs.items.at(-1)?.nav}`)
    .join()
  const series = useMemo(() => {
    const indexed = indexedFrom100(compared.map(({ navs }) => navs.items))
    return compared.map(({ product: { name } }, index) => ({
      name: shortName(name),
      points: indexed[index] ?? [],
    }))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is made anew at each drawing; its key says what is in it
  }, [key])
  const option = useMemo(
    () =>
      linesOver({
        series,
        format: (value) =>
          new Intl.NumberFormat(language, {
            minimumFractionDigits: 1,
            maximumFractionDigits: 1,
          }).format(value),
        language,
      }),
    [series, language],
  )
  return (
    <>
      <Chart
        label={`${say(words.indexed)}: ${series.map(({ name }) => name).join(', ')}`}
        option={option}
        height={CHART_HEIGHT}
        table={
          <ul>
            {series.map(({ name, points }) => (
              <li key={name}>
                {name}: {points.at(-1)?.[1]} ({formatDate(points.at(-1)?.[0], language)})
              </li>
            ))}
          </ul>
        }
      />
      <p className="faint caption">{say(words.indexedNote)}</p>
      <Disclaimer />
    </>
  )
}

type Row = readonly [label: string, cell: (one: Compared) => ReactNode]

export function ComparedTable({
  compared,
  onRemove,
}: {
  compared: readonly Compared[]
  onRemove: (code: string) => void
}) {
  const say = useSay()
  const rows = useRows(compared)
  return (
    <Section title={say(productParts.terms)}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <td />
            {compared.map(({ product: { code, name } }) => (
              <th key={code} scope="col">
                <div className={styles['chosen']}>
                  <Link to={paths.product(code)}>{name}</Link>
                  <Button
                    size="small"
                    type="text"
                    icon={<X size={14} aria-hidden />}
                    aria-label={say(words.removeProduct, { name })}
                    onClick={() => onRemove(code)}
                  />
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {compared.map((one) => (
                <td key={one.product.code}>{cell(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint caption">{say(figureMeanings.returns)}</p>
      <Disclaimer />
    </Section>
  )
}

/** The compared figures, labelled with their periods. */
function useRows(compared: readonly Compared[]): Row[] {
  const say = useSay()
  const spans = compared.map(({ navs: { items } }) => [items[0]?.date, items.at(-1)?.date] as const)
  const first = spans.flatMap(([date]) => date ?? []).toSorted()[0]
  const last = spans
    .flatMap(([, date]) => date ?? [])
    .toSorted()
    .at(-1)
  const rangeText = { from: formatDate(first, say.language), to: formatDate(last, say.language) }
  const fact = ({ label, textOf }: ShownField<Product>): Row => [
    say(label),
    ({ product }) => textOf(product, say.language),
  ]
  return [
    [
      say(productFields.status.label),
      ({ product }) => <State state={productStates[product.status]} />,
    ],
    fact(productFields.type),
    fact(productFields.manager),
    fact(productFields.riskLevel),
    [
      say(productFields.latestNav.label),
      ({ product: { latestNav } }) =>
        latestNav && (
          <>
            <Units units={latestNav.nav} />{' '}
            <span className="faint">
              · <Day date={latestNav.date} />
            </span>
          </>
        ),
    ],
    ...returnPeriods.map((period): Row => [
      `${say(words.returns)} ${say(returnCaptions[period])}`,
      ({ navs }) => <Change percent={navs.returns[period]} />,
    ]),
    [say(words.drawdownWithin, rangeText), ({ navs }) => <Change percent={navs.maxDrawdown} />],
    [
      say(productFields.minimumSubscription.label),
      ({ product }) => <Money amount={product.minimumSubscription} currency={product.currency} />,
    ],
    fact(productFees.subscription),
    fact(productFees.redemption),
    fact(productFields.cutOff),
    fact(productFields.settlementDays),
  ]
}
