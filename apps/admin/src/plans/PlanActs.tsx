// The back office's actions on a plan: its mandate, sending it again, pausing, resuming, stopping.
import { App, Button } from 'antd'
import { useState } from 'react'
import { plans, type Plan } from '@rmtools/contracts/crm/plans'
import { sendablePlans } from '@rmtools/contracts/crm/plan-rules'
import { planFundsText } from '@rmtools/look/plan-words'
import { fileOf } from '../base/files.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { FileButton } from '../ui/Download.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { words } from './words.ts'

/** What may be done with a plan now. */
export function PlanActs({ plan }: { plan: Plan }) {
  const say = useSay()
  const may = useMay(plans.pause) === true
  const { id, status, pausedBy, isChangeWaiting } = plan
  const isOpen = status === 'active' || status === 'paused' || status === 'awaiting-approval'
  return (
    <>
      <FileButton
        file={fileOf('plans', 'document', { id, language: say.language })}
        word={say(words.mandate)}
        as="view"
      />
      {may && (sendablePlans.includes(status) || isChangeWaiting) && <Resend plan={plan} />}
      {may && status === 'paused' && pausedBy !== 'investor' && <Resume plan={plan} />}
      {may && status === 'active' && <WithReason plan={plan} act="pause" />}
      {may && isOpen && <WithReason plan={plan} act="stop" />}
    </>
  )
}

function Resend({ plan: { id, version, investorName } }: { plan: Plan }) {
  const say = useSay()
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('plans', 'send', {
    touches: ['clientLinks'],
    onDone: () => void message.success(say(words.resent, { name: investorName })),
  })
  return (
    <>
      <Refusal problem={problem} />
      <Button type="primary" loading={isPending} onClick={() => void run({ id, version })}>
        {say(words.resend)}
      </Button>
    </>
  )
}

function Resume({ plan: { id, version } }: { plan: Plan }) {
  const say = useSay()
  const { run, isPending, problem } = useAct('plans', 'resume')
  return (
    <>
      <Refusal problem={problem} />
      <Button type="primary" loading={isPending} onClick={() => void run({ id, version })}>
        {say(words.resume)}
      </Button>
    </>
  )
}

function WithReason({ plan, act }: { plan: Plan; act: 'pause' | 'stop' }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { run, isPending, problem, clear } = useAct('plans', act, {
    onDone: () => setOpen(false),
  })
  const { id, version, investorName: name } = plan
  const isStop = act === 'stop'
  const product = planFundsText(plan.lines, say.language)
  return (
    <>
      <Button danger={isStop} onClick={() => setOpen(true)}>
        {say(words[act])}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={say(isStop ? words.stopTitle : words.pauseTitle, { product, name })}
          act={say(words[act])}
          isDangerous={isStop}
          problem={problem}
          isPending={isPending}
          onAct={(reason) => void run({ id, version, reason })}
          onClose={() => {
            clear()
            setOpen(false)
          }}
        >
          <p>{say(isStop ? words.stopText : words.pauseText)}</p>
        </ReasonDialog>
      )}
    </>
  )
}
