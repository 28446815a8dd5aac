// Platform users with access to a company: granted by the platform with a reason, ended by either
// side, extended by the company only.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Input, Select } from 'antd'
import { useState } from 'react'
import {
  platformAccess,
  type PlatformAccess as Access,
} from '@rmtools/contracts/auth/platform-access'
import { formatInstant } from '@rmtools/look/format'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { ask, useAct } from '../base/queries.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Refusal } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { words } from './platform-access-words.ts'

/** The queries for platform access to a company: the platform's, and the company's own. */
export const accessTo = (id: string) => ask('platformAccess', 'list', { id })
export const accessHere = () => ask('platformAccess', 'own')

/** For the platform's screen of a company. */
export function PlatformAccess({ id }: { id: string }) {
  const say = useSay()
  const me = useMe()
  const [isOpening, setOpening] = useState(false)
  const [ending, setEnding] = useState<Access | null>(null)
  const { data, error, refetch } = useQuery(accessTo(id))
  const isHere = data?.items.every(({ companyId }) => companyId === id)
  const close = useAct('platformAccess', 'close', {
    touches: ['account'],
    onDone: () => setEnding(null),
  })
  return (
    <Section
      title={say(words.title)}
      actions={<Button onClick={() => setOpening(true)}>{say(words.open)}</Button>}
    >
      <Refusal problem={error} onRetry={() => void refetch()} />
      {isHere && data?.items.length === 0 && <p className="faint">{say(words.none)}</p>}
      {isHere &&
        data?.items.map((access) => (
          <AccessNotice key={access.id} access={access}>
            {access.userId === me?.id && (
              <Button onClick={() => setEnding(access)}>{say(words.end)}</Button>
            )}
          </AccessNotice>
        ))}
      {isOpening && (
        <OpenForm id={id} maxHours={data?.maxHours ?? 1} onClose={() => setOpening(false)} />
      )}
      {ending && (
        <ConfirmDialog
          title={say(words.endTitle, { name: ending.fullName })}
          act={say(words.end)}
          isDangerous
          problem={close.problem}
          isPending={close.isPending}
          onAct={() => void close.run({ id: ending.id })}
          onClose={() => setEnding(null)}
        >
          <p>{say(words.closeHint)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** For the company's own screen of people; empty if nobody has access. */
export function PlatformAccessHere() {
  const say = useSay()
  const may = useMay(platformAccess.end)
  const [open, setOpen] = useState<{ act: 'end' | 'agree'; access: Access } | null>(null)
  const { data } = useQuery(accessHere())
  const onDone = () => setOpen(null)
  const acts = {
    end: useAct('platformAccess', 'end', { onDone }),
    agree: useAct('platformAccess', 'agree', { onDone }),
  }
  const button = (act: 'end' | 'agree', access: Access) => (
    <WithReason reason={may === false ? say(words.mayNot) : undefined}>
      {(described) => (
        <Button danger={act === 'end'} {...described} onClick={() => setOpen({ act, access })}>
          {say(words[act])}
        </Button>
      )}
    </WithReason>
  )
  if (!data || data.items.length === 0) return null
  const said = open && {
    name: open.access.fullName,
    until: formatInstant(open.access.endsAt, say.language),
  }
  return (
    <Section title={say(words.title)}>
      {data.items.map((access) => (
        <AccessNotice key={access.id} access={access}>
          {!access.mayWrite && button('agree', access)}
          {button('end', access)}
        </AccessNotice>
      ))}
      {open && said && (
        <ConfirmDialog
          title={say(words[`${open.act}Title`], said)}
          act={say(words[open.act])}
          isDangerous={open.act === 'end'}
          problem={acts[open.act].problem}
          isPending={acts[open.act].isPending}
          onAct={() => void acts[open.act].run({ id: open.access.id })}
          onClose={() => setOpen(null)}
        >
          <p>{say(words[`${open.act}Hint`], said)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function AccessNotice({
  access: { fullName, endsAt, reason, mayWrite },
  children,
}: {
  access: Access
  children: React.ReactNode
}) {
  const say = useSay()
  const said = { name: fullName, until: formatInstant(endsAt, say.language) }
  return (
    <Alert
      type="warning"
      showIcon
      title={say(mayWrite ? words.writes : words.reads, said)}
      description={reason}
      action={<Flex gap="small">{children}</Flex>}
    />
  )
}

function OpenForm({
  id,
  maxHours,
  onClose,
}: {
  id: string
  maxHours: number
  onClose: () => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState(1)
  const [isTried, setTried] = useState(false)
  const { run, isPending, problem } = useAct('platformAccess', 'open', {
    touches: ['account'],
    onDone: onClose,
  })
  const isMissing = reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!isMissing) void run({ id, reason: reason.trim(), hours })
  }
  return (
    <FormDialog
      title={say(words.open)}
      act={say(words.open)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="faint">{say(words.openHint)}</p>
      <Field
        id="reason"
        label={say(words.reason)}
        isRequired
        fault={isTried && isMissing ? say(words.reasonMissing) : null}
      >
        <Input.TextArea
          id="reason"
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field id="hours" label={say(words.hours)} isRequired>
        <Select
          id="hours"
          value={hours}
          onChange={setHours}
          options={Array.from({ length: maxHours }, (_, index) => ({
            value: index + 1,
            label: say(words.hour, { count: `${index + 1}` }),
          }))}
        />
      </Field>
    </FormDialog>
  )
}
