// Says that the open case changed elsewhere, what, and by whom; nothing typed is lost.
import { Alert, Button } from 'antd'
import { investorStates } from '@rmtools/look/states'
import { useSay } from '../../base/language.ts'
import { pointerLabel } from '../kyc/labels.ts'
import type { Change } from './use-case.ts'
import { words } from './words.ts'

export function CaseChanged({ change, onAccept }: { change: Change | null; onAccept: () => void }) {
  const say = useSay()
  if (!change) return null
  const parts =
    change.parts.length === 0
      ? say(words.nothingSeen)
      : change.parts.map((pointer) => say(pointerLabel(pointer))).join(', ')
  const lines = [
    change.by === null
      ? say(words.changedUnknown, { parts })
      : say(words.changedBy, { name: change.by, parts }),
    change.hasNewStatus
      ? say(words.newStatus, { state: say(investorStates[change.status].word) })
      : '',
    say(words.keepsMarks),
  ]
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={say(words.changed)}
      description={lines.filter(Boolean).join(' ')}
      action={<Button onClick={onAccept}>{say(words.takeChange)}</Button>}
    />
  )
}
