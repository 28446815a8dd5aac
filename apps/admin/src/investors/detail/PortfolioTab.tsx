// The investor's holdings according to Bib: totals, allocation, positions, and pending orders.
import { useQuery } from '@tanstack/react-query'
import { sharesOfPositions } from '@rmtools/contracts/bff/shares'
import { compare } from '@rmtools/contracts/decimals'
import { formatPercent } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { useSay, type Say } from '../../base/language.ts'
import { paths } from '../../base/paths.ts'
import { ask } from '../../base/queries.ts'
import { AsOf } from '../../ui/AsOf.tsx'
import { Disclaimer } from '../../ui/Disclaimer.tsx'
import { Empty, Refusal, Waiting } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { Change, Day, Money, Units } from '../../ui/values.tsx'
import { words } from '../words.ts'
import { Allocation } from './Allocation.tsx'
import { PendingOrders } from './PendingOrders.tsx'
import styles from '../investors.module.css'
import type { Portfolio } from './portfolio.ts'

type Position = Portfolio['positions'][number]

export function PortfolioTab({ id }: { id: string }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    ...ask('portfolios', 'get', { id }),
    placeholderData: undefined,
  })
  if (error && !data) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return (
    <div className={styles['stack']}>
      <AsOf asOf={data.asOf} isStale={data.isStale} />
      {data.totals.map((total) => (
        <Section key={total.currency} title={`${say(words.total)} ${total.currency}`}>
          <div className={styles['total']}>
            <strong>
              <Money amount={total.value} currency={total.currency} />
            </strong>
            <span>
              <Money amount={total.gain} currency={total.currency} />{' '}
              <Change percent={total.gainPercent} />
            </span>
          </div>
          <Allocation
            positions={data.positions.filter(({ currency }) => currency === total.currency)}
          />
        </Section>
      ))}
      <PlainTable<Position>
        label={say(words.positions)}
        rows={data.positions}
        keyOf={({ productCode }) => productCode}
        pathOf={({ productCode }) => paths.product(productCode)}
        columns={columnsOf(say, data)}
        empty={<Empty title={say(words.noPositions)}>{say(words.noPositionsHint)}</Empty>}
      />
      <PendingOrders pending={data.pending} positions={data.positions} />
      <Disclaimer />
    </div>
  )
}

function columnsOf(say: Say, { positions }: Portfolio): PlainColumn<Position>[] {
  const shares = sharesOfPositions(positions)
  const share = (position: Position) => shares.get(position) ?? '0.00'
  return [
    {
      key: 'product',
      title: say(nouns.product),
      render: ({ productName }) => productName,
      isName: true,
    },
    {
      key: 'units',
      title: say(nouns.units),
      render: ({ units }) => <Units units={units} />,
      align: 'right',
    },
    {
      key: 'nav',
      title: say(nouns.nav),
      render: ({ nav, navDate }) => (
        <>
          <Units units={nav} />
          <div className="faint">
            <Day date={navDate} />
          </div>
        </>
      ),
      align: 'right',
      isMinor: true,
    },
    {
      key: 'cost',
      title: say(words.cost),
      render: ({ cost, currency }) => <Money amount={cost} currency={currency} />,
      align: 'right',
      isMinor: true,
    },
    {
      key: 'value',
      title: say(words.value),
      render: ({ value, currency }) => <Money amount={value} currency={currency} />,
      align: 'right',
      sort: (a, b) => compare(a.value, b.value),
    },
    {
      key: 'share',
      title: say(words.share),
      render: (position) => (
        <span className="figures">{formatPercent(share(position), say.language)}</span>
      ),
      align: 'right',
      sort: (a, b) => compare(share(a), share(b)),
    },
    {
      key: 'gain',
      title: say(words.gain),
      render: ({ gain, currency }) => <Money amount={gain} currency={currency} />,
      align: 'right',
    },
    {
      key: 'gainPercent',
      title: '%',
      render: ({ gainPercent }) => <Change percent={gainPercent} />,
      align: 'right',
      sort: (a, b) => compare(a.gainPercent, b.gainPercent),
    },
  ]
}
