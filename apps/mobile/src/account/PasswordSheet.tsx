import { useState } from 'react'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { PasswordField } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { toast } from '../ui/Toast.tsx'

/** Sets a new password, which ends all other sessions. */
export function PasswordSheet({ onClose }: { onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const [currentPassword, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const { run, isBusy, error } = useAct(
    async () => await api.account.changeSetting({ setting: 'password', currentPassword, password }),
    {
      onDone: () => {
        toast(words(changed))
        onClose()
      },
      onRefused: shownOnScreen,
    },
  )
  const code = error ? codeOf(error) : ''
  const shown = error ? textOf(error, language) : undefined
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(save)}
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={!currentPassword || password.length < 12}
          isWide
        />
      }
    >
      {shown && code !== 'wrong-password' && !code.startsWith('password-') ? (
        <Banner icon="warning" tone="danger" title={shown} />
      ) : null}
      <PasswordField
        label={words(current)}
        value={currentPassword}
        onChange={setCurrent}
        error={code === 'wrong-password' ? shown : undefined}
      />
      <PasswordField
        label={words(next)}
        value={password}
        onChange={setPassword}
        isNew
        hint={words(hint)}
        error={code.startsWith('password-') ? shown : undefined}
      />
    </Sheet>
  )
}

const title = say('Ganti kata sandi', 'Change the password')
const current = say('Kata sandi sekarang', 'Current password')
const next = say('Kata sandi baru', 'New password')
const hint = say(
  'Paling sedikit 12 karakter. Sesi lain berakhir.',
  'At least 12 characters. Other sessions end.',
)
const save = say('Ganti kata sandi', 'Change the password')
const changed = say('Kata sandi diganti', 'The password is changed')
