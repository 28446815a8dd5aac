import { useQuery } from '@tanstack/react-query'
import type { PlanCount } from '@rmtools/contracts/crm/figures'
import { total } from '@rmtools/contracts/decimals'
import { formatCount } from '@rmtools/look/format'
import { planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import type { InputOf } from '../base/api.ts'
import { useSay, type Say } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { PlainTable, type PlainColumn } from '../ui/PlainTable.tsx'
import { State } from '../ui/State.tsx'
import { Money } from '../ui/values.tsx'
import { planReportWords, viewWords, words } from './words.ts'

/** Recurring plans as they stand now: by status, with the amount of a month and what failed. */
export function PlansReport({ input }: { input: InputOf<'figures', 'plans'> }) {
  const say = useSay()
  const { data, error, refetch } = useQuery(ask('figures', 'plans', input))
  return (
    <>
      <p className="faint">{say(planReportWords.hint)}</p>
      <PlainTable<PlanCount>
        label={say(viewWords.plans)}
        rows={data?.items}
        keyOf={({ status }) => status}
        columns={columnsOf(say, data?.items ?? [])}
        problem={error}
        onRetry={() => void refetch()}
        empty={null}
      />
    </>
  )
}

function columnsOf(say: Say, items: readonly PlanCount[]): PlainColumn<PlanCount>[] {
  const count = (key: string, title: string, of: (row: PlanCount) => number) =>
    ({
      key,
      title,
      align: 'right',
      render: (row) => formatCount(of(row), say.language),
      total: formatCount(
        items.reduce((sum, row) => sum + of(row), 0),
        say.language,
      ),
    }) satisfies PlainColumn<PlanCount>
  const money = (key: string, title: string, of: (row: PlanCount) => string) =>
    ({
      key,
      title,
      align: 'right',
      render: (row) => <Money amount={of(row)} currency="IDR" />,
      total: <Money amount={total(items.map(of))} currency="IDR" />,
    }) satisfies PlainColumn<PlanCount>
  return [
    {
      key: 'status',
      title: say(planReportWords.status),
      render: ({ status }) => <State state={planStates[status]} />,
      isName: true,
      total: say(words.total),
    },
    count('count', say(planWords.plans), (row) => row.count),
    money('amount', say(planWords.perRun), (row) => row.amount),
    money('done', say(planWords.bought), (row) => row.amountDone),
    count('failing', say(planReportWords.failing), (row) => row.failing),
    count('skipped', say(planReportWords.skipped), (row) => row.skipped),
  ]
}
