// Totals of a period, with a chart and a table for each currency: shared by the reports of assets
// and sales.
import type { ReactNode } from 'react'
import { formatMoney, formatMoneyShort } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { To } from '../base/To.tsx'
import { AsOf } from '../ui/AsOf.tsx'
import { BarChart } from '../ui/BarChart.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { shortName } from '../ui/product-name.ts'
import { Money } from '../ui/values.tsx'
import { behind, type ReportAddress } from './behind.ts'
import type { Grouping, PerCurrency } from './sums.ts'
import { groupWords, words } from './words.ts'

type Row = { key: string; name: string }
type Answer = { asOf: string; isStale: boolean }
type Asked = { data: Answer | undefined; error: unknown; refetch: () => unknown }

export type Look<R extends Row> = {
  /** The kind of report. */
  word: string
  title: (table: PerCurrency<R>) => string
  /** The one figure that represents the total. */
  sum: (total: R) => string
  series: readonly { name: string; of: (row: R) => string }[]
  nameOf: (name: string) => string
  /** The columns besides the name. */
  columns: (table: PerCurrency<R>) => readonly PlainColumn<R>[]
  nameHead: string
  hasTotal: boolean
}

type Props<R extends Row> = {
  asked: Asked
  tables: readonly PerCurrency<R>[]
  by: Grouping
  address: ReportAddress
  look: Look<R>
  /** A remark that must accompany the figures. */
  note?: ReactNode
}

export function SumsReport<R extends Row>({
  asked: { data, error, refetch },
  tables,
  by,
  address,
  look,
  note,
}: Props<R>) {
  const say = useSay()
  const refusal = error ? <Refusal problem={error} onRetry={() => void refetch()} /> : null
  if (!data) return refusal ?? <Waiting rows={12} isFramed />
  return (
    <>
      {refusal}
      <AsOf asOf={data.asOf} isStale={data.isStale} />
      {tables.length === 0 && <Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
      {tables.map((table) => (
        <OneCurrency key={table.currency} table={table} by={by} address={address} look={look} />
      ))}
      {note}
    </>
  )
}

const CHARTED = 12
const MONTHS_HEIGHT = 240

type OneProps<R extends Row> = Pick<Props<R>, 'by' | 'address' | 'look'> & { table: PerCurrency<R> }

function OneCurrency<R extends Row>({ table, by, address, look }: OneProps<R>) {
  const say = useSay()
  const { language } = say
  const { currency, rows, total } = table
  const shown = by === 'month' ? rows : rows.slice(0, CHARTED)
  const label = say(words.chartOf, {
    report: look.word,
    by: say(groupWords[by]).toLowerCase(),
    currency,
  })
  const name: PlainColumn<R> = {
    key: 'name',
    title: look.nameHead,
    render: (row) => (
      <To
        {...behind(by, row.key, address)}
        {...(by === 'month'
          ? { label: say(words.transactionsOf, { month: look.nameOf(row.name) }) }
          : {})}
      >
        {look.nameOf(row.name)}
      </To>
    ),
    ...(look.hasTotal ? { total: say(words.total) } : {}),
  }
  return (
    <>
      <Section
        title={look.title(table)}
        actions={<Money amount={look.sum(total)} currency={currency} />}
      >
        <BarChart
          label={label}
          head={look.nameHead}
          series={look.series.map((one) => one.name)}
          points={shown.map((row) => ({
            key: row.key,
            name: shortName(look.nameOf(row.name)),
            values: look.series.map(({ of }) => of(row)),
            ...behind(by, row.key, address),
          }))}
          short={(value) => formatMoneyShort(String(value), currency, language)}
          exact={(value) => formatMoney(String(value), currency, language)}
          height={
            by === 'month' ? MONTHS_HEIGHT : 44 + shown.length * (12 + 16 * look.series.length)
          }
          isHorizontal={by !== 'month'}
        />
      </Section>
      <PlainTable<R>
        label={label}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[name, ...look.columns(table)]}
        empty={null}
      />
    </>
  )
}
