// The history of a lead, newest first, with a form for notes.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { leadActivities, type LeadActivity } from '@rmtools/contracts/crm/lead-activities'
import { askedOf } from '@rmtools/contracts/crm/lead-fields'
import { leadStatuses, type Lead } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { askPages, useAct } from '../base/queries.ts'
import { Field, RefusedContext } from '../ui/Field.tsx'
import { fromLocal } from '../ui/instants.ts'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { TimeLine } from '../ui/TimeLine.tsx'
import { activityWords, words } from './words.ts'
import styles from './Lead.module.css'

const kinds = ['note', 'call', 'meeting', 'message'] as const

/** The query for a lead's time line. */
export const activitiesOf = (id: string) => askPages('leadActivities', 'list', { id, limit: 20 })

export function LeadTimeLine({ lead }: { lead: Lead }) {
  const say = useSay()
  const mayNote = useMay(leadActivities.create)
  const query = useInfiniteQuery(activitiesOf(lead.id))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Section title={say(words.history)}>
      {mayNote && <NoteForm lead={lead} />}
      {query.error && <Refusal problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting rows={4} />}
      {query.data && items.length === 0 && <Empty title={say(words.noHistory)} />}
      <TimeLine
        label={say(words.history)}
        items={items.map((activity) => ({
          key: activity.id,
          at: activity.happenedAt,
          who: activity.authorName,
          what: <span className={styles['note']}>{textOf(activity, say)}</span>,
          detail:
            activity.kind === 'status' || activity.kind === 'note'
              ? null
              : say(activityWords[activity.kind]),
        }))}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say({ id: 'Muat lebih banyak', en: 'Load more' })}
        </Button>
      )}
    </Section>
  )
}

/** A move is stored as `new → contacted`; a hand-over as the names, with its reason. */
function textOf({ kind, text }: LeadActivity, say: Say): string {
  if (kind !== 'status') return text
  const steps = text.split(' → ').map((step) => leadStatuses.find((status) => status === step))
  return steps.every((step) => step !== undefined)
    ? steps.map((step) => say(leadStates[step].word)).join(' → ')
    : text
}

function NoteForm({ lead }: { lead: Lead }) {
  const say = useSay()
  const [kind, setKind] = useState<(typeof kinds)[number]>('note')
  const [text, setText] = useState('')
  const [followUp, setFollowUp] = useState('')
  const { run, isPending, problem } = useAct('leadActivities', 'create', {
    touches: ['leads'],
    onDone: () => {
      setText('')
      setFollowUp('')
    },
  })
  const submit = () =>
    void run({
      id: lead.id,
      kind,
      text: text.trim(),
      ...(followUp ? { nextFollowUpAt: fromLocal(followUp) } : {}),
    })
  return (
    <Form layout="vertical" onFinish={submit} aria-label={say(words.note)}>
      <Refusal problem={problem} />
      <RefusedContext value={problem}>
        <Field id="text" label={say(words.noteText)}>
          <Input.TextArea
            id="text"
            maxLength={4000}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div className={styles['pair']}>
          <Field id="kind" label={say(words.noteKind)}>
            <Select
              id="kind"
              value={kind}
              onChange={setKind}
              options={kinds.map((one) => ({ value: one, label: say(activityWords[one]) }))}
            />
          </Field>
          <Field
            id="note-follow-up"
            names={['nextFollowUpAt']}
            label={say(askedOf('nextFollowUpAt'))}
          >
            <Input
              id="note-follow-up"
              type="datetime-local"
              value={followUp}
              onChange={(event) => setFollowUp(event.target.value)}
            />
          </Field>
        </div>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={text.trim() === ''}>
          {say(words.noteSave)}
        </Button>
      </RefusedContext>
    </Form>
  )
}
