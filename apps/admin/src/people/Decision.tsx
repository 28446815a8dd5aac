// Approve or reject a registration: names the person, warns of missing data, asks for the reason of
// a rejection.
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { users, type User } from '@rmtools/contracts/auth/users'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { words } from './words.ts'

export function Decision({ user, size = 'middle' }: { user: User; size?: 'small' | 'middle' }) {
  const say = useSay()
  const me = useMe()
  const { message } = App.useApp()
  const may = useMay(users.approveOrReject)
  const [decision, setDecision] = useState<'approve' | 'reject' | null>(null)
  const { run, isPending, problem, clear } = useAct('users', 'approveOrReject', {
    touches: ['pendingAdministration'],
    onDone: ({ waits }) => {
      if (waits) void message.info(say(secondPerson.asked))
      setDecision(null)
    },
  })
  const whyOwn = me?.id === user.id ? say(words.ownAccount) : undefined
  const whyNot = may === false ? say(words.mayNotApprove) : whyOwn
  const name = user.fullName
  const open = (next: 'approve' | 'reject') => {
    clear()
    setDecision(next)
  }
  return (
    <>
      <WithReason reason={whyNot}>
        {(described) => (
          <Button
            size={size}
            {...described}
            onClick={() => open('reject')}
            aria-label={say(words.rejectTitle, { name })}
          >
            {say(actions.reject)}
          </Button>
        )}
      </WithReason>{' '}
      <WithReason reason={whyNot}>
        {(described) => (
          <Button
            size={size}
            type="primary"
            {...described}
            onClick={() => open('approve')}
            aria-label={say(words.approveTitle, { name })}
          >
            {say(actions.approve)}
          </Button>
        )}
      </WithReason>
      {decision && (
        <ReasonDialog
          title={say(decision === 'approve' ? words.approveTitle : words.rejectTitle, { name })}
          act={say(actions[decision])}
          isDangerous={decision === 'reject'}
          isOptional={decision === 'approve'}
          presets={
            decision === 'reject' ? [say(words.rejectLicence), say(words.rejectUnknown)] : []
          }
          problem={problem}
          isPending={isPending}
          onAct={(reason) =>
            void run({
              id: user.id,
              version: user.version,
              decision,
              ...(reason ? { reason } : {}),
            })
          }
          onClose={() => setDecision(null)}
        >
          {decision === 'approve' && !user.licenceNumber && (
            <Alert type="warning" showIcon title={say(words.approveNoLicence)} />
          )}
          <p className="faint">
            {say(decision === 'approve' ? words.approveHint : words.rejectHint, { name })}
          </p>
        </ReasonDialog>
      )}
    </>
  )
}
