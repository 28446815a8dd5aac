import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { challengeOf, proveCode, type Challenge } from '../sessions/session.ts'
import { Button } from '../ui/Button.tsx'
import { CodeField, Field, PasswordField } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'
import { toast } from '../ui/Toast.tsx'

type Setting = 'email' | 'phone'

/**
 * Changes the e-mail address or phone number; the change takes effect when the code sent to it is
 * entered.
 */
export function ContactSheet({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const [challenge, setChallenge] = useState<Challenge>()
  const words = useSay()
  const client = useQueryClient()
  const done = () => {
    void client.invalidateQueries({ queryKey: ['me'] })
    toast(words(changed))
    onClose()
  }
  if (challenge) return <Prove challenge={challenge} onDone={done} onClose={onClose} />
  return <Ask setting={setting} onChallenge={setChallenge} onClose={onClose} />
}

function Ask({
  setting,
  onChallenge,
  onClose,
}: {
  setting: Setting
  onChallenge: (challenge: Challenge) => void
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [value, setValue] = useState('')
  const [currentPassword, setCurrent] = useState('')
  const { run, isBusy, error } = useAct(
    async () =>
      await api.account.changeSetting({
        setting,
        currentPassword,
        ...(setting === 'email' ? { email: value.trim() } : { phone: value.trim() }),
      }),
    { onDone: (answer) => onChallenge(challengeOf(answer)), onRefused: shownOnScreen },
  )
  const isPasswordWrong = error !== undefined && codeOf(error) === 'wrong-password'
  const shown = error ? textOf(error, language) : undefined
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(setting === 'email' ? emailTitle : phoneTitle)}
      footer={
        <Button
          title={words(send)}
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={value.trim().length < 8 || !currentPassword}
          isWide
        />
      }
    >
      <Field
        label={words(setting === 'email' ? email : phone)}
        value={value}
        onChange={setValue}
        keyboardType={setting === 'email' ? 'email-address' : 'phone-pad'}
        autoCapitalize="none"
        error={isPasswordWrong ? undefined : shown}
      />
      <PasswordField
        label={words(current)}
        value={currentPassword}
        onChange={setCurrent}
        error={isPasswordWrong ? shown : undefined}
      />
    </Sheet>
  )
}

function Prove({
  challenge,
  onDone,
  onClose,
}: {
  challenge: Challenge
  onDone: () => void
  onClose: () => void
}) {
  const words = useSay()
  const language = useLanguage()
  const [code, setCode] = useState('')
  const { run, isBusy, error } = useAct(async () => await proveCode(challenge, code), {
    onDone,
    onRefused: shownOnScreen,
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(codeTitle)}
      footer={
        <Button
          title={words(prove)}
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={code.length !== 6}
          isWide
        />
      }
    >
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
      <Text tone="second">{words(codeText, { destination: challenge.destination })}</Text>
      <CodeField label={words(codeLabel)} value={code} onChange={setCode} autoFocus />
    </Sheet>
  )
}

const emailTitle = say('Ganti alamat e-mail', 'Change the e-mail address')
const phoneTitle = say('Ganti nomor telepon', 'Change the phone number')
const email = say('Alamat e-mail baru', 'New e-mail address')
const phone = say('Nomor telepon baru', 'New phone number')
const current = say('Kata sandi sekarang', 'Current password')
const send = say('Kirim kode', 'Send the code')
const codeTitle = say('Masukkan kode', 'Enter the code')
const codeText = say(
  'Kode enam angka kami kirim ke {destination}.',
  'We sent a code of six digits to {destination}.',
)
const codeLabel = say('Kode verifikasi', 'Verification code')
const prove = say('Ganti', 'Change')
const changed = say('Sudah diganti', 'Changed')
