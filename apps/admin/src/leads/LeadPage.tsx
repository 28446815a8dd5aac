import { useParam } from '../base/params.ts'
import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { leadField, leadFieldNames, type LeadField } from '@rmtools/contracts/crm/lead-fields'
import { leads, type Lead } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { actions, nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask, useAct } from '../base/queries.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { FollowUp } from './FollowUp.tsx'
import { LeadForm } from './LeadForm.tsx'
import { activitiesOf, LeadTimeLine } from './LeadTimeLine.tsx'
import { MoveMenu, useMoving } from './moving.tsx'
import { duplicateWords, words } from './words.ts'
import styles from './Lead.module.css'

export function LeadPage() {
  const say = useSay()
  const id = useParam('id')
  const { data: lead, error, refetch } = useQuery(ask('leads', 'get', { id }))
  // Fetched in parallel with the lead, not after it.
  usePrefetchQuery(ask('leads', 'duplicates', { id }))
  usePrefetchInfiniteQuery(activitiesOf(id))
  const back = <Link to={paths.leads()}>{say(nouns.leads)}</Link>
  if (error && lead?.id !== id)
    return (
      <Page title={say(nouns.lead)} back={back}>
        <Refusal problem={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!lead || lead.id !== id)
    return (
      <Page title={'\u00A0'} back={back}>
        <Section title={say(words.details)}>
          <Waiting rows={8} />
        </Section>
      </Page>
    )
  return (
    <LeadDetail lead={lead} refusal={<Refusal problem={error} onRetry={() => void refetch()} />} />
  )
}

/** With `refusal` if it could not be refetched: the input stays. */
function LeadDetail({ lead, refusal }: { lead: Lead; refusal: ReactNode }) {
  const say = useSay()
  const moving = useMoving()
  return (
    <Page
      title={lead.fullName}
      aside={<State state={leadStates[lead.status]} />}
      back={<Link to={paths.leads()}>{say(nouns.leads)}</Link>}
      actions={
        <>
          <LeadActions lead={lead} />
          <MoveMenu lead={lead} onMove={moving.move} />
        </>
      }
    >
      {refusal}
      {moving.notices}
      <Duplicates id={lead.id} />
      <div className={styles['detail']}>
        <LeadTimeLine lead={lead} />
        <Section title={say(words.details)}>
          <KeyValues
            items={[
              ...shown.map((name) => [say(leadField(name).label), valueOf(lead, name)] as const),
              ['RM', lead.rmName],
              ...(lead.lostReason ? [[say(words.lostReason), lead.lostReason] as const] : []),
              ...(lead.investorId
                ? [
                    [
                      say(words.investor),
                      <Link
                        key="investor"
                        to={paths.investor(lead.investorId)}
                        children={say(words.openInvestor)}
                      />,
                    ] as const,
                  ]
                : []),
              [say(words.created), <Ago key="created" at={lead.createdAt} />],
              [say(words.changed), <Ago key="changed" at={lead.updatedAt} />],
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}

const shown = leadFieldNames.filter((name) => leadField(name).isShown)

/** The value of a field among the details. */
function valueOf(lead: Lead, name: LeadField): ReactNode {
  const { control } = leadField(name)
  if (control === 'follow-up') return <FollowUp lead={lead} />
  if (control === 'phone')
    return (
      <Code>{lead.phoneExtension ? `${lead.phone} ext. ${lead.phoneExtension}` : lead.phone}</Code>
    )
  const value = lead[name]
  return Array.isArray(value) ? value.join(' · ') : value
}

function LeadActions({ lead }: { lead: Lead }) {
  const say = useSay()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const isReader = useMay(leads.update) === false
  const remove = useAct('leads', 'remove', {
    touches: ['dashboard'],
    onDone: () => void navigate({ to: paths.leads() }),
  })
  const why = isReader ? say(words.mayNotWrite) : undefined
  return (
    <>
      <WithReason
        reason={why ?? (lead.status === 'converted' ? say(words.convertedStays) : undefined)}
      >
        {(described) => (
          <Button
            type="text"
            danger={!described.disabled}
            {...described}
            onClick={() => setOpen('remove')}
          >
            {say(actions.remove)}
          </Button>
        )}
      </WithReason>
      <WithReason reason={why}>
        {(described) => (
          <Button {...described} onClick={() => setOpen('edit')}>
            {say(actions.edit)}
          </Button>
        )}
      </WithReason>
      {open === 'edit' && <LeadForm lead={lead} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <Modal
          open
          title={say(words.removeTitle, { name: lead.fullName })}
          okText={say(words.remove)}
          okButtonProps={{ danger: true, loading: remove.isPending }}
          onOk={() => void remove.run({ id: lead.id, version: lead.version })}
          onCancel={() => setOpen(null)}
        >
          <Refusal problem={remove.problem} />
          <p>{say(words.removeHint)}</p>
        </Modal>
      )}
    </>
  )
}

/** Duplicates in the company: a warning only, as they may be legitimate. */
function Duplicates({ id }: { id: string }) {
  const say = useSay()
  const { data } = useQuery(ask('leads', 'duplicates', { id }))
  if (!data || data.items.length === 0) return null
  return (
    <aside className={styles['warning']} aria-label={say(words.duplicates)}>
      <strong>{say(words.duplicates)}</strong>
      <ul>
        {data.items.map(({ kind, matches, rmName }, index) => (
          // Two books may list the same person identically.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{say(duplicateWords[kind][matches], { rm: rmName ?? 'RM' })}</li>
        ))}
      </ul>
    </aside>
  )
}
