import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatCount, formatMoneyShort, formatMonth } from '@rmtools/look/format'
import type { InputOf } from '../app/api.ts'
import { useSay, type Say } from '../app/language.ts'
import { ask } from '../app/queries.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { Chart } from '../ui/Chart.tsx'
import { barsOf } from '../ui/chart-options.ts'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { shortName } from '../ui/product-name.ts'
import { Money } from '../ui/values.tsx'
import { Name, type Drill } from './Name.tsx'
import { salesSums, salesTables, type Grouping, type PerCurrency, type SalesRow } from './sums.ts'
import { groupWords, viewWords, words } from './words.ts'

type Props = { input: InputOf<'reports', 'sales'>; by: Grouping; onDrill: Drill }

export function SalesReport({ input, by, onDrill }: Props) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(ask('reports', 'sales', input))
  const tables = useMemo(() => salesTables(data?.items ?? [], by), [data, by])
  if (error) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting rows={12} />
  return (
    <>
      <AsOf asOf={data.asOf} isStale={data.isStale} />
      {tables.length === 0 && <Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
      {tables.map((table) => (
        <OneCurrency key={table.currency} table={table} by={by} onDrill={onDrill} />
      ))}
    </>
  )
}

const CHARTED = 12

function OneCurrency({ table, by, onDrill }: { table: PerCurrency<SalesRow>; by: Grouping; onDrill: Drill }) {
  const say = useSay()
  const { currency, rows, total } = table
  const { language } = say
  const shown = by === 'month' ? rows : rows.slice(0, CHARTED)
  const option = useMemo(
    () =>
      barsOf({
        categories: shown.map(({ name }) => shortName(nameOf(say, by, name))),
        series: [
          { name: say(words.subscriptions), values: shown.map(({ subscriptions }) => subscriptions) },
          { name: say(words.redemptions), values: shown.map(({ redemptions }) => redemptions) },
        ],
        format: (value) => formatMoneyShort(String(value), currency, language),
        isHorizontal: by !== 'month',
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `shown` follows from the table
    [table, by, currency, language],
  )
  const label = say(words.chartOf, { report: say(viewWords.sales), by: say(groupWords[by]).toLowerCase(), currency })
  return (
    <>
      <Section
        title={say(words.inCurrency, { report: say(viewWords.sales), currency })}
        actions={<Money amount={total.net} currency={currency} />}
      >
        <Chart label={label} option={option} height={by === 'month' ? 240 : 60 + shown.length * 40} table={null} />
      </Section>
      <PlainTable<SalesRow>
        label={label}
        rows={rows}
        keyOf={({ key }) => key}
        columns={columnsOf(say, { currency, by, total, onDrill })}
        empty={null}
      />
    </>
  )
}

const nameOf = (say: Say, by: Grouping, name: string) => (by === 'month' ? formatMonth(name, say.language) : name || say(words.unnamed))

type Shown = { currency: string; by: Grouping; total: SalesRow; onDrill: Drill }

function columnsOf(say: Say, { currency, by, total, onDrill }: Shown): PlainColumn<SalesRow>[] {
  const { language } = say
  return [
    {
      key: 'name',
      title: say(groupWords[by]),
      render: ({ key, name }) => <Name by={by} id={key} text={nameOf(say, by, name)} onDrill={onDrill} />,
      total: say(words.total),
    },
    {
      key: 'transactions',
      title: say(words.transactions),
      align: 'right',
      render: ({ transactions }) => formatCount(transactions, language),
      sort: (a, b) => a.transactions - b.transactions,
      total: formatCount(total.transactions, language),
    },
    ...salesSums.map((sum): PlainColumn<SalesRow> => ({
      key: sum,
      title: say(words[sum]),
      align: 'right',
      render: (row) => <Money amount={row[sum]} currency={currency} />,
      sort: (a, b) => Number(a[sum]) - Number(b[sum]),
      total: <Money amount={total[sum]} currency={currency} />,
      ...(sum === 'switchIn' || sum === 'switchOut' ? { isMinor: true } : {}),
    })),
  ]
}
