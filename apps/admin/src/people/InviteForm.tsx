import { App } from 'antd'
import { useState } from 'react'
import { emailTaken, phoneInvalid, phoneTaken } from '@rmtools/contracts/auth/registration'
import {
  userDescription,
  type UserField,
  type userFields,
} from '@rmtools/contracts/auth/user-fields'
import type { users } from '@rmtools/contracts/auth/users'
import { fieldsToEnter, type Values } from '@rmtools/contracts/described'
import type { Input } from '@rmtools/contracts/endpoint'
import { problemText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { DescribedFields, isLacking, textOf } from '../ui/DescribedFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { personControls } from './controls.tsx'
import { words } from './words.ts'

const entered = fieldsToEnter(userDescription, userDescription.names)
const { names, of } = userDescription
const blank: Values<typeof userFields> = { ...userDescription.blank, language: 'id' }
type Value = typeof blank

/** The input, trimmed; empty optional fields are omitted. */
function given(value: Value): Input<typeof users.create> {
  const texts = names.map((name) => [name, textOf(value[name]).trim()] as const)
  const entries = texts.filter(([name, text]) => of(name).isNeeded || text !== '')
  return Object.fromEntries(entries) as Input<typeof users.create>
}

/** Invites a user: sends an e-mail with a link to set a password. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [value, setValue] = useState(blank)
  const [isTried, setTried] = useState(false)
  const { run, isPending, problem } = useAct('users', 'create', {
    touches: ['pendingAdministration'],
    onDone: ({ email, waits }) => {
      void message.success(
        waits ? say(secondPerson.asked) : say(words.invitedDone, { email: email ?? '' }),
      )
      onClose()
    },
  })
  const isMissing = (name: UserField) => isLacking(of(name), value[name])
  const submit = () => {
    setTried(true)
    if (!names.some(isMissing)) void run(given(value))
  }
  const said = (...codes: readonly string[]) =>
    problem && codes.includes(problem.code) ? problemText(problem.code, say.language) : null
  const refusals: Partial<Record<UserField, string | null>> = {
    email: said(emailTaken.code),
    phone: said(phoneTaken.code, phoneInvalid.code),
  }
  const needed = isTried ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null
  const faultOf = (name: UserField) => refusals[name] ?? (isMissing(name) ? needed : null)
  return (
    <FormDialog
      title={say(words.invite)}
      act={say(words.invite)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <DescribedFields
        fields={entered}
        value={value}
        onChange={(changes) => setValue({ ...value, ...changes })}
        faultOf={faultOf}
        own={personControls}
        hints={{ email: say(words.inviteHint) }}
      />
    </FormDialog>
  )
}
