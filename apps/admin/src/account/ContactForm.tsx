// Changes the e-mail address or phone number: the current password, then a code sent to the new
// one.
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { wrongPassword } from '@rmtools/contracts/auth/account'
import { emailTaken, phoneInvalid, phoneTaken } from '@rmtools/contracts/auth/registration'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { problemText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { refresh, useAct } from '../base/queries.ts'
import { CodeForm } from '../sign-in/CodeForm.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { words } from './words.ts'

export function ContactForm({ which, onClose }: { which: 'email' | 'phone'; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const [to, setTo] = useState('')
  const [currentPassword, setPassword] = useState('')
  const [challenge, setChallenge] = useState<SignIn | null>(null)
  const { run, isPending, problem } = useAct('account', 'changeSetting', { onDone: setChallenge })
  const title = say(which === 'email' ? words.changeEmail : words.changePhone)
  const done = () => {
    void message.success(say(words.changed))
    void refresh('account')
    onClose()
  }
  if (challenge)
    return (
      <Modal open title={title} footer={null} onCancel={onClose}>
        <CodeForm
          challenge={challenge}
          purpose={`change-${which}`}
          onDone={done}
          onBack={() => setChallenge(null)}
        />
      </Modal>
    )
  const said = (...codes: readonly string[]) =>
    problem && codes.includes(problem.code) ? problemText(problem.code, say.language) : null
  const ofContact = said(emailTaken.code, phoneTaken.code, phoneInvalid.code)
  const ofPassword = said(wrongPassword.code)
  return (
    <FormDialog
      title={title}
      act={say(words.sendCode)}
      isPending={isPending}
      isDisabled={to.trim() === '' || currentPassword === ''}
      problem={(ofContact ?? ofPassword) ? null : problem}
      onSubmit={() => void run({ setting: which, [which]: to.trim(), currentPassword })}
      onClose={onClose}
    >
      <Field
        id={which}
        label={say(which === 'email' ? words.newEmail : words.newPhone)}
        isRequired
        hint={say(words.codeHint)}
        fault={ofContact}
      >
        <Input
          id={which}
          autoFocus
          inputMode={which === 'email' ? 'email' : 'tel'}
          maxLength={which === 'email' ? 254 : 20}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </Field>
      <Field id="current-password" label={say(words.current)} isRequired fault={ofPassword}>
        <Input.Password
          id="current-password"
          visibilityToggle={false}
          autoComplete="current-password"
          value={currentPassword}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </FormDialog>
  )
}
