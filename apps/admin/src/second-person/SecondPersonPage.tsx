// What one person has asked for and another decides on.
import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { pendingChanges, type ChangeKind, type PendingChange } from '@rmtools/contracts/second-person'
import { actions } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { useMay, useMe } from '../app/me.ts'
import { ask, useAct } from '../app/queries.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { At } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { ChangeDetails, ChangeSubject } from './ChangeDetails.tsx'
import { kindWords, words } from './words.ts'

type Asked = { change: PendingChange; decision: 'approve' | 'reject' | 'take-back' }

/** The permission for the change itself: who may not make it may not approve it. */
const needs: Readonly<Record<ChangeKind, string>> = {
  'message-template': 'message-template.write',
  'risk-questionnaire': 'master-data.write',
  'risk-rise': 'investor.review',
}

export function SecondPersonPage() {
  const say = useSay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data, error, refetch } = useQuery(ask('pendingChanges', 'list', {} as never))
  return (
    <Page title={say(words.title)}>
      <p className="faint">{say(words.intro)}</p>
      <PlainTable<PendingChange>
        label={say(words.title)}
        rows={data?.items}
        keyOf={({ id }) => id}
        problem={error}
        onRetry={() => void refetch()}
        empty={<Empty title={say(words.nothing)} />}
        columns={[
          { key: 'kind', title: say(words.what), render: ({ kind }) => say(kindWords[kind]) },
          { key: 'subject', title: say(words.of), isName: true, render: (change) => <ChangeSubject change={change} /> },
          { key: 'by', title: say(words.askedBy), render: ({ askedByName }) => askedByName ?? '–' },
          { key: 'at', title: say(words.askedAt), render: ({ askedAt }) => <At at={askedAt} /> },
          { key: 'until', title: say(words.until), isMinor: true, render: ({ expiresAt }) => <At at={expiresAt} /> },
          {
            key: 'acts',
            title: '',
            align: 'right',
            render: (change) => <Acts change={change} onAsk={(decision) => setAsked({ change, decision })} />,
          },
        ]}
      />
      {asked && <DecisionDialog {...asked} onClose={() => setAsked(null)} />}
    </Page>
  )
}

function Acts({ change, onAsk }: { change: PendingChange; onAsk: (decision: Asked['decision']) => void }) {
  const say = useSay()
  const me = useMe()
  const may = useMay(pendingChanges.decide)
  if (me?.id === change.askedBy)
    return (
      <Flex gap="small" justify="end" align="center">
        <span className="faint">{say(words.yours)}</span>
        <Button size="small" onClick={() => onAsk('take-back')}>
          {say(words.takeBack)}
        </Button>
      </Flex>
    )
  const isPermitted = may !== false && (me?.permissions.includes(needs[change.kind]) ?? false)
  return (
    <WithReason reason={isPermitted ? undefined : say(words.mayNot)}>
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

function DecisionDialog({ change, decision, onClose }: Asked & { onClose: () => void }) {
  const say = useSay()
  const touches = ['messageTemplates', 'riskProfiles', 'investors'] as const
  const { run, isPending, problem } = useAct('pendingChanges', 'decide', { touches, onDone: onClose })
  const { id, kind } = change
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
      title={say(isApproval ? words.approveTitle : words.takeBackTitle, { what: say(kindWords[kind]) })}
      act={say(isApproval ? actions.approve : words.takeBack)}
      {...shared}
      onAct={() => void run({ id, decision: isApproval ? 'approve' : 'reject' })}
    >
      {details}
    </ConfirmDialog>
  )
}
