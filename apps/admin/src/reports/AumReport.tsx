import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { reportDay } from '@rmtools/contracts/bff/book-figures'
import { compare } from '@rmtools/contracts/decimals'
import { figureMeanings } from '@rmtools/look/figure-meanings'
import { formatCount, formatDate, formatPercent } from '@rmtools/look/format'
import type { InputOf } from '../base/api.ts'
import { useSay, type Say } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { Disclaimer } from '../ui/Disclaimer.tsx'
import type { PlainColumn } from '../ui/PlainTable.tsx'
import { Money, Units } from '../ui/values.tsx'
import type { ReportAddress } from './behind.ts'
import { aumTables, type AumRow, type Grouping, type PerCurrency } from './sums.ts'
import { SumsReport, type Look } from './SumsReport.tsx'
import { groupWords, viewWords, words } from './words.ts'

type Props = { input: InputOf<'reports', 'aum'>; by: Grouping; address: ReportAddress }

export function AumReport({ input, by, address }: Props) {
  const say = useSay()
  const asked = useQuery(ask('reports', 'aum', input))
  const { data } = asked
  const tables = useMemo(
    () => (data ? aumTables(data.items, by, reportDay({ to: input.to, asOf: data.asOf })) : []),
    [data, by, input.to],
  )
  const look: Look<AumRow> = {
    word: say(viewWords.aum),
    title: ({ currency, date }) =>
      say(words.onDay, {
        report: say(viewWords.aum),
        currency,
        date: formatDate(date, say.language),
      }),
    sum: ({ value }) => value,
    series: [{ name: say(words.value), of: ({ value }) => value }],
    nameOf: (name) =>
      by === 'month' ? formatDate(name, say.language) : name || say(words.unnamed),
    columns: (table) => columnsOf(say, by, table),
    nameHead: say(by === 'month' ? words.date : groupWords[by]),
    // Month-end values cannot be added up.
    hasTotal: by !== 'month',
  }
  return (
    <>
      <p className="faint">
        {say(words.value)}: {say(figureMeanings.assets)}
      </p>
      <SumsReport
        asked={asked}
        tables={tables}
        by={by}
        address={address}
        look={look}
        note={<Disclaimer />}
      />
    </>
  )
}

function columnsOf(
  say: Say,
  by: Grouping,
  { currency, total }: PerCurrency<AumRow>,
): PlainColumn<AumRow>[] {
  const { language } = say
  const value: PlainColumn<AumRow> = {
    key: 'value',
    title: say(words.value),
    align: 'right',
    render: (row) => <Money amount={row.value} currency={currency} />,
    sort: (a, b) => compare(a.value, b.value),
    total: by === 'month' ? undefined : <Money amount={total.value} currency={currency} />,
  }
  if (by === 'month') return [value]
  const share: PlainColumn<AumRow> = {
    key: 'share',
    title: say(words.share),
    align: 'right',
    render: (row) => <span className="figures">{formatPercent(row.share, language)}</span>,
    total: '',
  }
  if (by === 'rm') return [share, value]
  return [
    {
      key: 'investors',
      title: say(words.investors),
      align: 'right',
      render: ({ investors }) => formatCount(investors, language),
      total: '',
    },
    {
      key: 'units',
      title: say(words.units),
      align: 'right',
      render: ({ units }) => <Units units={units} />,
      total: '',
    },
    share,
    value,
  ]
}
