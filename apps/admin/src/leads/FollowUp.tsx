import type { Lead } from '@rmtools/contracts/crm/leads'
import { useSay } from '../base/language.ts'
import { Ago } from '../ui/values.tsx'
import { words } from './words.ts'

/** The date of the next follow-up; overdue ones are marked. */
export function FollowUp({
  lead: { nextFollowUpAt, status },
}: {
  lead: Pick<Lead, 'nextFollowUpAt' | 'status'>
}) {
  const say = useSay()
  const isOver = status === 'converted' || status === 'lost'
  const isLate = !isOver && nextFollowUpAt !== null && Date.parse(nextFollowUpAt) < Date.now()
  if (!isLate) return <Ago at={nextFollowUpAt} />
  return (
    <span style={{ color: 'var(--danger)' }}>
      <Ago at={nextFollowUpAt} /> · {say(words.overdue)}
    </span>
  )
}
