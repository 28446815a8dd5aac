// A politically exposed person needs senior approval before the review can decide.
import { Button } from 'antd'
import { useState } from 'react'
import { isMaker } from '@rmtools/contracts/crm/investor-review'
import { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorDetail, InvestorEvent } from '@rmtools/contracts/crm/investor-cases'
import { useSay } from '../../base/language.ts'
import { useMay, useMe } from '../../base/me.ts'
import { useAct } from '../../base/queries.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { At } from '../../ui/values.tsx'
import { WithReason } from '../../ui/WithReason.tsx'
import { words } from './words.ts'
import styles from './review.module.css'

type Props = {
  investor: InvestorDetail
  events: readonly InvestorEvent[]
  isStale: boolean
  onActing: (isActing: boolean) => void
  onDone: () => void
}

export function SeniorApproval({ investor, events, isStale, onActing, onDone }: Props) {
  const say = useSay()
  const me = useMe()
  const may = useMay(investors.approvePep)
  const [isAsking, setAsking] = useState(false)
  const { run, isPending, problem } = useAct('investors', 'approvePep')
  if (!investor.isPep || investor.status !== 'submitted') return null
  if (investor.seniorApprovedAt !== null) {
    const by = events.find(({ kind }) => kind === 'senior-approved')?.actorName
    return (
      <p className={styles['senior']} data-given="true">
        {say(words.seniorGiven)}
        {by && ` · ${by}`} · <At at={investor.seniorApprovedAt} />
        {investor.seniorApprovalNote && <q>{investor.seniorApprovalNote}</q>}
      </p>
    )
  }
  const whyNot = () => {
    if (may === false) return say(words.whyRole)
    if (me && isMaker(investor, me.id)) return say(words.whyMaker)
    return isStale ? say(words.whyStale) : undefined
  }
  const reason = whyNot()
  const approve = async (note: string) => {
    onActing(true)
    const { id, version } = investor
    if (await run({ id, version, note })) {
      setAsking(false)
      onDone()
    }
    onActing(false)
  }
  return (
    <div className={styles['senior']}>
      <span>{say(words.seniorNeeded)}</span>
      <WithReason reason={reason}>
        {(described) => (
          <Button size="small" {...described} onClick={() => setAsking(true)}>
            {say(words.seniorAct)}
          </Button>
        )}
      </WithReason>
      {isAsking && (
        <ReasonDialog
          title={say(words.seniorTitle, { name: investor.displayName })}
          act={say(words.seniorAct)}
          problem={problem}
          isPending={isPending}
          onAct={(note) => void approve(note)}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.seniorFollows)}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
