import { App } from 'antd'
import { useState } from 'react'
import type { User } from '@rmtools/contracts/auth/users'
import { staleVersion } from '@rmtools/contracts/problem'
import { formatDate } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { refresh, useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { useDraft } from '../ui/draft.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Stale } from '../ui/Stale.tsx'
import { PersonFields } from './PersonFields.tsx'
import { useRoles } from './role-names.ts'
import { words } from './words.ts'

const fields = ['fullName', 'role', 'language', 'licenceNumber', 'licenceExpiresOn'] as const
type FieldName = (typeof fields)[number]
const labels = {
  fullName: words.name,
  role: words.role,
  language: words.language,
  licenceNumber: words.licenceNumber,
  licenceExpiresOn: words.licenceExpiresOn,
}

export function PersonForm({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay()
  const { nameOf } = useRoles()
  const draft = useDraft<Pick<User, FieldName | 'version'>>(user, fields)
  const [isTried, setTried] = useState(false)
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('users', 'update', {
    touches: ['pendingAdministration'],
    onDone: ({ waits }) => {
      if (waits) void message.info(say(secondPerson.asked))
      onClose()
    },
  })
  const save = async () => {
    setTried(true)
    if (draft.value.fullName.trim() === '') return
    if (!draft.isChanged) return onClose()
    const { version: _, ...changes } = draft.changes
    if (!(await run({ id: user.id, version: draft.version, changes }))) await refresh('users')
  }
  const show = (field: string, value: unknown) => {
    if (field === 'role') return nameOf(String(value))
    return field === 'licenceExpiresOn'
      ? formatDate(value as string | null, say.language)
      : String(value ?? '–')
  }
  return (
    <FormDialog
      title={say(words.editTitle, { name: user.fullName })}
      act={say(actions.save)}
      isPending={isPending}
      isDisabled={draft.theirs.length > 0}
      problem={problem?.code === staleVersion.code && draft.theirs.length > 0 ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Stale draft={draft} label={(field) => say(labels[field as FieldName])} show={show} />
      <PersonFields
        value={draft.value}
        onChange={draft.set}
        fault={isTried ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null}
        roleHint={say(words.roleHint)}
      />
    </FormDialog>
  )
}
