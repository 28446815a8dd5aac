import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { MAX_RANGE_YEARS, returnPeriods, type ProductNavs } from '@rmtools/contracts/bff/products'
import { formatDate, formatUnits } from '@rmtools/look/format'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { Chart } from '../ui/Chart.tsx'
import { linesOver } from '../ui/chart-options.ts'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Change } from '../ui/values.tsx'
import { RangePicker, useRange } from './RangePicker.tsx'
import { rangeWords, words } from './words.ts'
import styles from './products.module.css'

type Props = { code: string; name: string; isBond: boolean }

/** The NAV over a range, the maximum drawdown, and the returns up to the latest NAV. */
export function NavSection({ code, name, isBond }: Props) {
  const say = useSay()
  const [range, address, change] = useRange()
  const { data, error, isPending, refetch } = useQuery(ask('products', 'navs', { code, ...range }))
  return (
    <>
      <Section
        title={say(isBond ? words.price : words.navHistory)}
        actions={<RangePicker address={address} change={change} maxYears={MAX_RANGE_YEARS} />}
      >
        {error && <Refusal problem={error} onRetry={() => void refetch()} />}
        {isPending && (
          <div style={{ height: HEIGHT + UNDER }}>
            <Waiting rows={8} />
          </div>
        )}
        {data && data.items.length === 0 && <Empty title={say(words.noNav)} />}
        {data && data.items.length > 0 && <NavChart name={name} navs={data} />}
        {data && (
          <p className={styles['under']}>
            <span>
              {say(words.drawdown)}: <Change percent={data.maxDrawdown} />
            </span>
            <AsOf asOf={data.asOf} isStale={data.isStale} />
          </p>
        )}
        <Disclaimer />
      </Section>
      <Section
        title={say(words.returns)}
        actions={<span className="faint">{say(words.toLatest)}</span>}
      >
        <p className="faint">{say(figureMeanings.returns)}</p>
        <dl className={styles['returns']}>
          {returnPeriods.map((period) => (
            <div key={period} aria-current={address.range === period || undefined}>
              <dt>{say(rangeWords[period])}</dt>
              <dd>{data ? <Change percent={data.returns[period]} /> : '\u00A0'}</dd>
            </div>
          ))}
        </dl>
        <Disclaimer />
      </Section>
    </>
  )
}

const HEIGHT = 300
/** The height of the line under the chart, with its gap: the skeleton is as high as the content. */
const UNDER = 32

function NavChart({ name, navs: { items } }: { name: string; navs: ProductNavs }) {
  const say = useSay()
  const { language } = say
  const option = useMemo(
    () =>
      linesOver({
        series: [{ name, points: items.map(({ date, nav }) => [date, nav]) }],
        format: (value) => formatUnits(String(value), language).replace(/([.,]\d\d)00$/, '$1'),
        language,
        area: true,
      }),
    [items, language, name],
  )
  const [from = '', to = ''] = [items[0]?.date, items.at(-1)?.date]
  return (
    <Chart
      label={say(words.chart, {
        name,
        from: formatDate(from, language),
        to: formatDate(to, language),
      })}
      option={option}
      height={HEIGHT}
      table={
        <table>
          <thead>
            <tr>
              <th>{say(words.date)}</th>
              <th>{say(nouns.nav)}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ date, nav, corrected }) => (
              <tr key={date}>
                <td>{formatDate(date, language)}</td>
                <td>
                  {formatUnits(nav, language)} {corrected && say(words.corrected)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}
