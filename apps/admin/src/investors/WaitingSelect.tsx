import { daysBefore, WAITING_DAYS } from '@rmtools/contracts/crm/figures'
import { formatInstant } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { Pick } from '../ui/Pick.tsx'
import { useNow } from '../ui/use-now.ts'
import { words } from './words.ts'

type Props = { value: string | undefined; onChange: (value: string | undefined) => void }

/**
 * A filter by time in status. Its value is a point in time, so that a shared link shows the same
 * list.
 */
export function WaitingSelect({ value, onChange }: Props) {
  const say = useSay()
  const now = useNow()
  const choices = WAITING_DAYS.map((days) => ({
    value: daysBefore(now, days),
    label: say(days === 1 ? words.waitingOverDay : words.waitingOver, { days }),
  }))
  const chosen = value
    ? [{ value, label: say(words.waitingBefore, { at: formatInstant(value, say.language) }) }]
    : []
  return (
    <Pick
      label={say(words.waiting)}
      all={say(words.anyWaiting)}
      value={value}
      options={[...chosen, ...choices.filter((choice) => choice.value !== value)]}
      onPick={onChange}
    />
  )
}
