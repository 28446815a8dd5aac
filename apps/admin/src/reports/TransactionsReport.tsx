import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TransactionReportLine } from '@rmtools/contracts/bff/report-lines'
import { nouns, transactionTypes } from '@rmtools/look/words'
import { instructionStates } from '@rmtools/look/states'
import type { InputOf } from '../base/api.ts'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { askPages } from '../base/queries.ts'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { shortName } from '../ui/product-name.ts'
import { State } from '../ui/State.tsx'
import { Day, Money, Units } from '../ui/values.tsx'
import { viewWords, words } from './words.ts'

export function TransactionsReport({ input }: { input: InputOf<'reports', 'transactions'> }) {
  const say = useSay()
  return (
    <DataTable
      label={say(viewWords.transactions)}
      name="report-transactions"
      home={{ view: 'transactions' }}
      query={askPages('reports', 'transactions', { ...input, limit: 50 })}
      columns={columnsOf(say)}
      empty={<Empty title={say(words.empty)}>{say(words.emptyHint)}</Empty>}
    />
  )
}

const states = { ALLOCATED: instructionStates.allocated, SETTLED: instructionStates.settled }

function columnsOf(say: Say): Column<TransactionReportLine>[] {
  return [
    {
      key: 'navDate',
      title: say(words.navDate),
      render: ({ navDate }) => <Day date={navDate} />,
      isName: true,
    },
    {
      key: 'investor',
      title: say(nouns.investor),
      render: (line) => <Two first={<Investor line={line} />} second={line.rmName} />,
    },
    {
      key: 'type',
      title: say(words.type),
      render: ({ type }) => <span className="nowrap">{say(transactionTypes[type])}</span>,
    },
    {
      key: 'product',
      title: say(nouns.product),
      render: ({ productCode, productName }) => (
        <Link to={paths.product(productCode)}>{shortName(productName ?? productCode)}</Link>
      ),
    },
    {
      key: 'units',
      title: say(words.unitsAndNav),
      align: 'right',
      render: ({ units, nav }) => (
        <Two first={<Units units={units} />} second={<Units units={nav} />} />
      ),
      isMinor: true,
    },
    {
      key: 'amount',
      title: say(words.amountAndFee),
      align: 'right',
      render: ({ amount, fee, currency }) => (
        <Two
          first={<Money amount={amount} currency={currency} />}
          second={<Money amount={fee} currency={currency} />}
        />
      ),
    },
    {
      key: 'status',
      title: say(words.status),
      render: ({ status }) => <State state={states[status]} />,
    },
  ]
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className="nowrap">
      {first}
      <div className="faint">{second}</div>
    </span>
  )
}

/** Bib has investors that were never entered here, or that are in another RM's book. */
function Investor({
  line: { investorId, investorName, externalId },
}: {
  line: TransactionReportLine
}) {
  const say = useSay()
  if (investorId === null)
    return (
      <span className="faint">
        {say(words.unknownInvestor)} · <span className="mono">{externalId}</span>
      </span>
    )
  return <Link to={paths.investor(investorId)}>{investorName}</Link>
}
