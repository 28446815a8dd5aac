import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatCount, formatDate, formatMoneyShort, formatPercent } from '@rmtools/look/format'
import type { InputOf } from '../app/api.ts'
import { useSay, type Say } from '../app/language.ts'
import { ask } from '../app/queries.ts'
import { AsOf } from '../ui/AsOf.tsx'
import { Chart } from '../ui/Chart.tsx'
import { barsOf } from '../ui/chart-options.ts'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { shortName } from '../ui/product-name.ts'
import { Money, Units } from '../ui/values.tsx'
import { Name, type Drill } from './Name.tsx'
import { aumTables, type AumRow, type Grouping, type PerCurrency } from './sums.ts'
import { groupWords, viewWords, words } from './words.ts'

type Props = { input: InputOf<'reports', 'aum'>; by: Grouping; onDrill: Drill }

export function AumReport({ input, by, onDrill }: Props) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery(ask('reports', 'aum', input))
  const tables = useMemo(() => aumTables(data?.items ?? [], by), [data, by])
  if (error) return <Refusal problem={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting rows={12} />
  return (
    <>
      <AsOf asOf={data.asOf} isStale={data.isStale} />
      {tables.length === 0 && <Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
      {tables.map((table) => (
        <OneCurrency key={table.currency} table={table} by={by} onDrill={onDrill} />
      ))}
      <Disclaimer />
    </>
  )
}

const CHARTED = 12

function OneCurrency({ table, by, onDrill }: { table: PerCurrency<AumRow>; by: Grouping; onDrill: Drill }) {
  const say = useSay()
  const { currency, rows, total, date } = table
  const { language } = say
  const shown = by === 'month' ? rows : rows.slice(0, CHARTED)
  const option = useMemo(
    () =>
      barsOf({
        categories: shown.map(({ name }) => shortName(nameOf(say, by, name))),
        series: [{ name: say(words.value), values: shown.map(({ value }) => value) }],
        format: (value) => formatMoneyShort(String(value), currency, language),
        isHorizontal: by !== 'month',
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `shown` follows from the table
    [table, by, currency, language],
  )
  const label = say(words.chartOf, { report: say(viewWords.aum), by: say(groupWords[by]).toLowerCase(), currency })
  return (
    <>
      <Section
        title={say(words.onDay, { report: say(viewWords.aum), currency, date: formatDate(date, language) })}
        actions={<Money amount={total.value} currency={currency} />}
      >
        <Chart label={label} option={option} height={by === 'month' ? 240 : 40 + shown.length * 28} table={null} />
      </Section>
      <PlainTable<AumRow>
        label={label}
        rows={rows}
        keyOf={({ key }) => key}
        columns={columnsOf(say, { currency, by, total, onDrill })}
        empty={null}
      />
    </>
  )
}

const nameOf = (say: Say, by: Grouping, name: string) => (by === 'month' ? formatDate(name, say.language) : name || say(words.unnamed))

type Shown = { currency: string; by: Grouping; total: AumRow; onDrill: Drill }

function columnsOf(say: Say, { currency, by, total, onDrill }: Shown): PlainColumn<AumRow>[] {
  const { language } = say
  const name: PlainColumn<AumRow> = {
    key: 'name',
    title: say(by === 'month' ? words.date : groupWords[by]),
    render: ({ key, name: text }) => <Name by={by} id={key} text={nameOf(say, by, text)} onDrill={onDrill} />,
    total: by === 'month' ? undefined : say(words.total),
  }
  const value: PlainColumn<AumRow> = {
    key: 'value',
    title: say(words.value),
    align: 'right',
    render: (row) => <Money amount={row.value} currency={currency} />,
    sort: (a, b) => Number(a.value) - Number(b.value),
    total: by === 'month' ? undefined : <Money amount={total.value} currency={currency} />,
  }
  if (by === 'month') return [name, value]
  const share: PlainColumn<AumRow> = {
    key: 'share',
    title: say(words.share),
    align: 'right',
    render: (row) => <span className="figures">{formatPercent(row.share, language)}</span>,
    total: '',
  }
  if (by === 'rm') return [name, share, value]
  return [
    name,
    {
      key: 'investors',
      title: say(words.investors),
      align: 'right',
      render: ({ investors }) => formatCount(investors, language),
      total: '',
    },
    { key: 'units', title: say(words.units), align: 'right', render: ({ units }) => <Units units={units} />, total: '' },
    share,
    value,
  ]
}
