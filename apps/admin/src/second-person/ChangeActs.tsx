// Decides on a change: the requester withdraws it, somebody else approves or rejects it.
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { changeNeeds, pendingChanges } from '@rmtools/contracts/second-person'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { ChangeDetails } from './ChangeDetails.tsx'
import type { WaitingChange } from './changes.ts'
import { kindWords, words } from './words.ts'

type Decision = 'approve' | 'reject' | 'take-back'

export function ChangeActs({ change }: { change: WaitingChange }) {
  const [decision, setDecision] = useState<Decision | null>(null)
  return (
    <>
      <Acts change={change} onAsk={setDecision} />
      {decision && (
        <DecisionDialog change={change} decision={decision} onClose={() => setDecision(null)} />
      )}
    </>
  )
}

function Acts({ change, onAsk }: { change: WaitingChange; onAsk: (decision: Decision) => void }) {
  const say = useSay()
  const me = useMe()
  const may = useMay(pendingChanges.decide)
  if (me?.id === change.askedBy)
    return (
      <Flex gap="small" justify="end" align="center" wrap>
        <span className="faint">{say(words.yours)}</span>
        <Button size="small" onClick={() => onAsk('take-back')}>
          {say(words.takeBack)}
        </Button>
      </Flex>
    )
  const isPermitted = may !== false && (me?.permissions.includes(changeNeeds[change.kind]) ?? false)
  const whyForbidden = isPermitted ? undefined : say(words.mayNot)
  const whyNot = change.subject === me?.id ? say(words.aboutYou) : whyForbidden
  return (
    <WithReason reason={whyNot}>
      {(described) => (
        <Flex gap="small" justify="end">
          <Button size="small" {...described} onClick={() => onAsk('reject')}>
            {say(actions.reject)}
          </Button>
          <Button size="small" type="primary" {...described} onClick={() => onAsk('approve')}>
            {say(actions.approve)}
          </Button>
        </Flex>
      )}
    </WithReason>
  )
}

const touches = {
  pendingChanges: ['messageTemplates', 'riskProfiles', 'investors'],
  pendingAdministration: ['users', 'roles', 'companies'],
} as const

function DecisionDialog({
  change,
  decision,
  onClose,
}: {
  change: WaitingChange
  decision: Decision
  onClose: () => void
}) {
  const say = useSay()
  const { id, kind, noun } = change
  const { run, isPending, problem } = useAct(noun, 'decide', {
    touches: touches[noun],
    onDone: onClose,
  })
  const shared = { problem, isPending, onClose }
  const details = <ChangeDetails change={change} />
  if (decision === 'reject')
    return (
      <ReasonDialog
        title={say(words.rejectTitle, { what: say(kindWords[kind]) })}
        act={say(actions.reject)}
        isDangerous
        {...shared}
        onAct={(reason) => void run({ id, decision: 'reject', reason })}
      >
        {details}
      </ReasonDialog>
    )
  const isApproval = decision === 'approve'
  return (
    <ConfirmDialog
      title={say(isApproval ? words.approveTitle : words.takeBackTitle, {
        what: say(kindWords[kind]),
      })}
      act={say(isApproval ? actions.approve : words.takeBack)}
      {...shared}
      onAct={() => void run({ id, decision: isApproval ? 'approve' : 'reject' })}
    >
      {details}
    </ConfirmDialog>
  )
}
