import { App } from 'antd'
import { useState } from 'react'
import {
  editedUserFields,
  isUserField,
  userDescription,
  type EditedUserField,
} from '@rmtools/contracts/auth/user-fields'
import { fieldsToEnter } from '@rmtools/contracts/described'
import type { User } from '@rmtools/contracts/auth/users'
import { staleVersion } from '@rmtools/contracts/problem'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { refresh, useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { DescribedFields, isLacking, shownValue } from '../ui/DescribedFields.tsx'
import { useDraft } from '../ui/draft.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Stale } from '../ui/Stale.tsx'
import { personControls } from './controls.tsx'
import { useRoles } from './role-names.ts'
import { words } from './words.ts'

const entered = fieldsToEnter(userDescription, editedUserFields)
type Editable = Pick<User, EditedUserField | 'version'>

export function PersonForm({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay()
  const { nameOf } = useRoles()
  const draft = useDraft<Editable>(user, editedUserFields)
  const [isTried, setTried] = useState(false)
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('users', 'update', {
    touches: ['pendingAdministration'],
    onDone: ({ waits }) => {
      if (waits) void message.info(say(secondPerson.asked))
      onClose()
    },
  })
  const isMissing = (name: EditedUserField) =>
    isLacking(userDescription.of(name), draft.value[name])
  const save = async () => {
    setTried(true)
    if (editedUserFields.some(isMissing)) return
    if (!draft.isChanged) return onClose()
    const { version: _, ...changes } = draft.changes
    if (!(await run({ id: user.id, version: draft.version, changes }))) await refresh('users')
  }
  const show = (field: string, value: unknown) => {
    if (field === 'role') return nameOf(String(value))
    return isUserField(field)
      ? shownValue(userDescription.of(field).control, value, say.language)
      : null
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
      <Stale
        draft={draft}
        label={(field) => (isUserField(field) ? say(userDescription.askedOf(field)) : field)}
        show={show}
      />
      <DescribedFields
        fields={entered}
        value={draft.value}
        onChange={draft.set}
        faultOf={(name) =>
          isTried && isMissing(name) ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null
        }
        own={personControls}
        hints={{ role: say(words.roleHint) }}
      />
    </FormDialog>
  )
}
