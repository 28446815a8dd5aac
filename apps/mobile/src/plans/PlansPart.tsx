import { router } from 'expo-router'
import { planWords } from '@rmtools/look/plan-words'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { Section } from '../ui/Section.tsx'
import { PlanRow } from './PlanRow.tsx'
import { usePlans } from './remote.ts'

/** The recurring plans of an investor, and the way to a new one. */
export function PlansPart({ investorId }: { investorId: string }) {
  const words = useSay()
  const { data } = usePlans(investorId)
  const plans = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Section title={words(planWords.plans)}>
      <Card>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} isOfInvestor />
        ))}
        <ListRow
          title={words(add)}
          icon="plus"
          onPress={() => router.push(paths.newPlan(investorId))}
          isLast
        />
      </Card>
    </Section>
  )
}

const add = say('Rencana berkala baru', 'New recurring plan')
