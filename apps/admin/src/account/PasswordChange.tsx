import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { wrongPassword } from '@rmtools/contracts/auth/account'
import { problemText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { isLongEnough, NewPassword } from '../sign-in/NewPassword.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Section } from '../ui/Page.tsx'
import { words } from './words.ts'

export function PasswordChange() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={say(words.password)}>
      <p className="faint">{say(words.passwordHint)}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{say(words.changePassword)}</Button>
      </div>
      {isOpen && <PasswordForm onClose={() => setOpen(false)} />}
    </Section>
  )
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [currentPassword, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const { run, isPending, problem } = useAct('account', 'changeSetting', {
    touches: ['sessions', 'devices'],
    onDone: () => {
      void message.success(say(words.passwordChanged))
      onClose()
    },
  })
  const isWrong = problem?.code === wrongPassword.code
  return (
    <FormDialog
      title={say(words.changePassword)}
      act={say(actions.save)}
      isPending={isPending}
      isDisabled={currentPassword === '' || !isLongEnough(password)}
      problem={isWrong ? null : problem}
      onSubmit={() => void run({ setting: 'password', currentPassword, password })}
      onClose={onClose}
    >
      <Field
        id="current-password"
        label={say(words.current)}
        isRequired
        fault={isWrong ? problemText(wrongPassword.code, say.language) : null}
      >
        <Input.Password
          id="current-password"
          autoFocus
          visibilityToggle={false}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <NewPassword
        id="new-password"
        value={password}
        onChange={setPassword}
        isRefused={problem !== null && !isWrong}
      />
    </FormDialog>
  )
}
