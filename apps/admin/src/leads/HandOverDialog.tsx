// Hands all or part of an RM's book to another: who, what, how much, and why.
import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio, Select } from 'antd'
import { useState, type ComponentProps } from 'react'
import type { handovers } from '@rmtools/contracts/crm/handovers'
import type { Lead } from '@rmtools/contracts/crm/leads'
import type { Reply } from '@rmtools/contracts/endpoint'
import { formatDate } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { ask, useAct } from '../base/queries.ts'
import { totalText } from '../ui/DataTable.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { HandOverResult } from './HandOverResult.tsx'
import { handOverWords as words } from './hand-over-words.ts'

type What = 'all' | 'leads' | 'investors' | 'selected'
type Props = { chosen: readonly Lead[]; onDone: () => void; onClose: () => void }

export function HandOverDialog({ chosen, onDone, onClose }: Props) {
  const say = useSay()
  const owners = [...new Set(chosen.map(({ rmId }) => rmId))]
  const isMixed = owners.length > 1
  const [fromRmId, setFrom] = useState(owners.length === 1 ? owners[0] : undefined)
  const [toRmId, setTo] = useState<string>()
  const [what, setWhat] = useState<What>(chosen.length > 0 && !isMixed ? 'selected' : 'all')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [result, setResult] = useState<Reply<typeof handovers.create> | null>(null)
  const { run, isPending, problem } = useAct('handovers', 'create', {
    touches: ['leads', 'investors', 'instructions', 'dashboard'],
    onDone: (reply) => {
      setResult(reply)
      onDone()
    },
  })
  const givers = useQuery(ask('figures', 'rms', {}))
  const receivers = useQuery(ask('users', 'list', { role: 'rm', status: 'active', limit: 100 }))
  const submit = () => {
    setTried(true)
    if (!fromRmId || !toRmId || fromRmId === toRmId || reason.trim() === '') return
    const leadIds = what === 'selected' ? { leadIds: chosen.map(({ id }) => id) } : {}
    void run({ fromRmId, toRmId, what, reason: reason.trim(), ...leadIds })
  }
  const nameOfReceiver = receivers.data?.items.find(({ id }) => id === toRmId)?.fullName ?? ''
  if (result) return <Done result={result} to={nameOfReceiver} chosen={chosen} onClose={onClose} />
  const sameRm = toRmId === fromRmId ? say(words.sameRm) : null
  const missing = isTried ? say(words.needed) : null
  return (
    <FormDialog
      title={say(words.title)}
      act={say(words.act)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field id="fromRmId" label={say(words.from)} isRequired fault={fromRmId ? null : missing}>
        <RmChoice
          id="fromRmId"
          value={fromRmId}
          onChange={setFrom}
          rms={rmsOf(givers.data)}
          isDisabled={what === 'selected'}
        />
      </Field>
      <Field id="what" label={say(words.what)} hint={isMixed ? say(words.mixed) : undefined}>
        <WhatChoice value={what} onChange={setWhat} chosen={chosen.length} isMixed={isMixed} />
      </Field>
      <Field
        id="toRmId"
        label={say(words.to)}
        isRequired
        hint={say(words.toHint)}
        fault={toRmId ? sameRm : missing}
      >
        <RmChoice
          id="toRmId"
          value={toRmId}
          onChange={setTo}
          rms={rmsOf(receivers.data).filter(({ id }) => id !== fromRmId)}
        />
      </Field>
      <Preview fromRmId={fromRmId} what={what} chosen={chosen.length} />
      <Field
        id="reason"
        label={say(words.reason)}
        isRequired
        fault={isTried && reason.trim() === '' ? say(words.reasonNeeded) : null}
      >
        <Input.TextArea
          id="reason"
          value={reason}
          maxLength={500}
          rows={3}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p className="faint">{say(words.consequence)}</p>
    </FormDialog>
  )
}

type DoneProps = ComponentProps<typeof HandOverResult> & { onClose: () => void }

function Done({ onClose, ...result }: DoneProps) {
  const say = useSay()
  return (
    <Modal
      open
      title={say(words.doneTitle)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{say(actions.close)}</Button>}
    >
      <HandOverResult {...result} />
    </Modal>
  )
}

type Rm = { id: string; fullName: string; licenceExpiresOn?: string | null }
const rmsOf = (data: { items: readonly Rm[] } | undefined) => data?.items ?? []
type ChoiceProps = {
  id: string
  value: string | undefined
  onChange: (id: string) => void
  rms: readonly Rm[]
  isDisabled?: boolean
}

function RmChoice({ id, value, onChange, rms, isDisabled = false }: ChoiceProps) {
  const say = useSay()
  const options = rms.map((rm) => ({
    value: rm.id,
    label: rm.licenceExpiresOn
      ? `${rm.fullName} · ${formatDate(rm.licenceExpiresOn, say.language)}`
      : rm.fullName,
  }))
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(words.choose)}
      value={value ?? null}
      disabled={isDisabled}
      onChange={onChange}
      options={options}
    />
  )
}

type WhatProps = { value: What; onChange: (what: What) => void; chosen: number; isMixed: boolean }

function WhatChoice({ value, onChange, chosen, isMixed }: WhatProps) {
  const say = useSay()
  const options: { value: What; label: string; disabled?: boolean }[] = [
    { value: 'all', label: say(words.all) },
    { value: 'leads', label: say(words.leads) },
    { value: 'investors', label: say(words.investors) },
  ]
  if (chosen > 0)
    options.push({
      value: 'selected',
      label: say(words.selected, { count: chosen }),
      disabled: isMixed,
    })
  return (
    <Radio.Group
      id="what"
      vertical
      value={value}
      options={options}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** The size of the hand-over. */
function Preview({
  fromRmId,
  what,
  chosen,
}: {
  fromRmId: string | undefined
  what: What
  chosen: number
}) {
  const say = useSay()
  const counted = { rmId: fromRmId ?? '', limit: 1, count: true }
  const [leads, investors] = useQueries({
    queries: [
      {
        ...ask('leads', 'list', { ...counted, statuses: 'new,contacted,qualified,proposal,lost' }),
        enabled: fromRmId !== undefined && (what === 'all' || what === 'leads'),
      },
      {
        ...ask('investors', 'list', counted),
        enabled: fromRmId !== undefined && (what === 'all' || what === 'investors'),
      },
    ],
  })
  const total = (query: {
    data?: { total?: { count: number; isCapped: boolean } | undefined } | undefined
  }) => query.data?.total && totalText(query.data.total, say.language)
  const parts =
    what === 'selected'
      ? [say(words.previewLeads, { count: chosen })]
      : [
          what !== 'investors' &&
            total(leads) &&
            say(words.previewLeads, { count: total(leads) ?? '' }),
          what !== 'leads' &&
            total(investors) &&
            say(words.previewInvestors, { count: total(investors) ?? '' }),
        ].filter((part) => typeof part === 'string')
  if (what !== 'selected' && !fromRmId) return null
  return (
    <p role="status">
      {say(words.preview)}: <strong className="figures">{parts.join(', ') || '…'}</strong>
    </p>
  )
}
