import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { compare } from '@rmtools/contracts/decimals'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatCount, formatMonth } from '@rmtools/look/format'
import type { InputOf } from '../base/api.ts'
import { useSay, type Say } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import type { PlainColumn } from '../ui/PlainTable.tsx'
import { Money } from '../ui/values.tsx'
import type { ReportAddress } from './behind.ts'
import {
  salesSums,
  salesTables,
  type Grouping,
  type PerCurrency,
  type SalesRow,
  type SalesSum,
} from './sums.ts'
import { SumsReport, type Look } from './SumsReport.tsx'
import { groupWords, viewWords, words } from './words.ts'

type Props = { input: InputOf<'reports', 'sales'>; by: Grouping; address: ReportAddress }

export function SalesReport({ input, by, address }: Props) {
  const say = useSay()
  const asked = useQuery(ask('reports', 'sales', input))
  const tables = useMemo(() => salesTables(asked.data?.items ?? [], by), [asked.data, by])
  const look: Look<SalesRow> = {
    word: say(viewWords.sales),
    title: ({ currency }) => say(words.inCurrency, { report: say(viewWords.sales), currency }),
    sum: ({ net }) => net,
    series: [
      { name: say(words.subscriptions), of: ({ subscriptions }) => subscriptions },
      { name: say(words.redemptions), of: ({ redemptions }) => redemptions },
    ],
    nameOf: (name) =>
      by === 'month' ? formatMonth(name, say.language) : name || say(words.unnamed),
    columns: (table) => columnsOf(say, table),
    nameHead: say(groupWords[by]),
    hasTotal: true,
  }
  return (
    <>
      <p className="faint">
        {say(words.net)}: {say(figureMeanings.netSales)}
      </p>
      <SumsReport asked={asked} tables={tables} by={by} address={address} look={look} />
    </>
  )
}

// The columns that fit into a narrow window.
const NARROW = new Set<SalesSum>(['subscriptions', 'redemptions', 'net'])

function columnsOf(say: Say, { currency, total }: PerCurrency<SalesRow>): PlainColumn<SalesRow>[] {
  return [
    {
      key: 'transactions',
      title: say(words.transactions),
      align: 'right',
      render: ({ transactions }) => formatCount(transactions, say.language),
      sort: (a, b) => a.transactions - b.transactions,
      total: formatCount(total.transactions, say.language),
    },
    ...salesSums.map((sum): PlainColumn<SalesRow> => ({
      key: sum,
      title: say(words[sum]),
      align: 'right',
      render: (row) => <Money amount={row[sum]} currency={currency} />,
      sort: (a, b) => compare(a[sum], b[sum]),
      total: <Money amount={total[sum]} currency={currency} />,
      ...(NARROW.has(sum) ? {} : { isMinor: true }),
    })),
  ]
}
