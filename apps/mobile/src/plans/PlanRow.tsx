import { router } from 'expo-router'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { formatDate, formatMoney } from '@rmtools/look/format'
import { planFundsText, planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import { paths } from '../base/paths.ts'
import { useLanguage, useSay } from '../base/preferences.ts'
import { ListRow } from '../ui/ListRow.tsx'
import { StateDot } from '../ui/StateDot.tsx'

type Props = { plan: Plan; isLast?: boolean; isOfInvestor?: boolean }

/** A plan in a list: of the book by investor, on an investor's page by what it buys. */
export function PlanRow({ plan, isLast = false, isOfInvestor = false }: Props) {
  const words = useSay()
  const language = useLanguage()
  const funds = planFundsText(plan.lines, language)
  const next =
    plan.nextRunOn === null
      ? undefined
      : `${words(planWords.nextRun)}: ${formatDate(plan.nextRunOn, language)}`
  const detail = [isOfInvestor ? undefined : funds, next].filter(Boolean).join(' · ')
  return (
    <ListRow
      title={isOfInvestor ? funds : plan.investorName}
      {...(detail === '' ? {} : { detail })}
      below={<StateDot state={planStates[plan.status]} />}
      right={formatMoney(plan.amount, plan.currency, language)}
      onPress={() => router.push(paths.plan(plan.id))}
      isLast={isLast}
    />
  )
}
