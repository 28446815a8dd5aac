import { nouns, transactionTypes } from '@rmtools/look/words'
import { useSay, type Say } from '../../base/language.ts'
import { askPages, type ItemOf } from '../../base/queries.ts'
import { date, useAddress } from '../../base/search.ts'
import type { Column } from '../../ui/columns.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Notice.tsx'
import { Period } from '../../ui/Period.tsx'
import { Day, Money, Units } from '../../ui/values.tsx'
import { words } from '../words.ts'

type Transaction = ItemOf<'portfolios', 'transactions'>
const readers = { from: date, to: date }

/** Allocated transactions from Bib, newest first. */
export function Transactions({ id }: { id: string }) {
  const say = useSay()
  const [{ from, to }, change] = useAddress(readers)
  const query = askPages('portfolios', 'transactions', {
    id,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    limit: 50,
  })
  return (
    <DataTable<Transaction>
      label={say(words.transactions)}
      query={query}
      columns={columnsOf(say)}
      empty={<Empty title={say(words.noTransactions)}>{say(words.noTransactionsHint)}</Empty>}
      toolbar={<Period value={{ from, to }} onChange={change} label={say(words.navPeriod)} />}
    />
  )
}

function columnsOf(say: Say): Column<Transaction>[] {
  return [
    { key: 'date', title: say(words.navDate), render: ({ navDate }) => <Day date={navDate} /> },
    { key: 'type', title: say(words.kind), render: ({ type }) => say(transactionTypes[type]) },
    { key: 'product', title: say(nouns.product), render: ({ productName }) => productName },
    {
      key: 'units',
      title: say(nouns.units),
      render: ({ units }) => <Units units={units} />,
      align: 'right',
    },
    {
      key: 'nav',
      title: say(nouns.nav),
      render: ({ nav }) => <Units units={nav} />,
      align: 'right',
      isMinor: true,
    },
    {
      key: 'fee',
      title: say(nouns.fee),
      render: ({ fee, currency }) => <Money amount={fee} currency={currency} />,
      align: 'right',
      isMinor: true,
    },
    {
      key: 'amount',
      title: say(nouns.amount),
      render: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
      align: 'right',
    },
    {
      key: 'settled',
      title: say(words.settlement),
      render: ({ settlementDate }) => <Day date={settlementDate} />,
      isMinor: true,
    },
  ]
}
