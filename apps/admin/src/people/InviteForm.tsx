import { App, Input } from 'antd'
import { useState } from 'react'
import { emailTaken, phoneInvalid, phoneTaken } from '@rmtools/contracts/auth/registration'
import { MAX_PHONE_CHARACTERS } from '@rmtools/contracts/phones'
import { problemText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { PersonFields, type PersonValue } from './PersonFields.tsx'
import { words } from './words.ts'
import styles from './People.module.css'

const blank: PersonValue & { email: string; phone: string } = {
  fullName: '',
  email: '',
  phone: '',
  role: '',
  language: 'id',
  licenceNumber: null,
  licenceExpiresOn: null,
}

/** Invites somebody: an e-mail with a link to set a password goes out. */
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
  const email = value.email.trim()
  const submit = () => {
    setTried(true)
    const { fullName, phone, role, language, licenceNumber, licenceExpiresOn } = value
    if (fullName.trim() === '' || email === '' || role === '') return
    void run({
      fullName: fullName.trim(),
      email,
      role,
      language,
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(licenceNumber ? { licenceNumber } : {}),
      ...(licenceExpiresOn ? { licenceExpiresOn } : {}),
    })
  }
  const change = (changes: Partial<typeof blank>) => setValue({ ...value, ...changes })
  const needed = isTried ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null
  const said = (...codes: readonly string[]) =>
    problem && codes.includes(problem.code) ? problemText(problem.code, say.language) : null
  return (
    <FormDialog
      title={say(words.invite)}
      act={say(words.invite)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields value={value} onChange={change} fault={needed} />
      <div className={styles['pair']}>
        <Field
          id="email"
          label={say(words.email)}
          isRequired
          hint={say(words.inviteHint)}
          fault={said(emailTaken.code) ?? (email === '' ? needed : null)}
        >
          <Input
            id="email"
            inputMode="email"
            maxLength={254}
            value={value.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </Field>
        <Field id="phone" label={say(words.phone)} fault={said(phoneTaken.code, phoneInvalid.code)}>
          <Input
            id="phone"
            inputMode="tel"
            maxLength={MAX_PHONE_CHARACTERS}
            value={value.phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        </Field>
      </div>
    </FormDialog>
  )
}
