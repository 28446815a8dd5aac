import { useQuery } from '@tanstack/react-query'
import { plans as operations, type Plan } from '@rmtools/contracts/crm/plans'
import { planFundsText, planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { Section } from '../ui/Page.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { State } from '../ui/State.tsx'
import { Day, Money } from '../ui/values.tsx'
import { words } from './words.ts'

/** The recurring plans of an investor; nothing if there are none. */
export function PlansOfInvestor({ investorId }: { investorId: string }) {
  const say = useSay()
  const may = useMay(operations.list) === true
  const { data } = useQuery({ ...ask('plans', 'list', { investorId, limit: 50 }), enabled: may })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={say(planWords.plans)}>
      <PlainTable<Plan>
        label={say(planWords.plans)}
        rows={data.items}
        keyOf={({ id }) => id}
        pathOf={({ id }) => paths.plan(id)}
        empty={say(words.empty)}
        columns={[
          {
            key: 'funds',
            title: say(words.funds),
            render: ({ lines }) => planFundsText(lines, say.language),
            isName: true,
          },
          {
            key: 'amount',
            title: say(planWords.perRun),
            align: 'right',
            render: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
          },
          {
            key: 'status',
            title: say(words.status),
            render: ({ status }) => <State state={planStates[status]} />,
          },
          {
            key: 'next',
            title: say(planWords.nextRun),
            render: ({ nextRunOn }) => nextRunOn && <Day date={nextRunOn} />,
          },
        ]}
      />
    </Section>
  )
}
