import { router } from 'expo-router'
import { useState } from 'react'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { Field } from '../ui/Field.tsx'
import { Banner } from '../ui/States.tsx'

/** Requests a link to set a new password. It never reveals whether the account exists. */
export function ResetScreen() {
  const words = useSay()
  const language = useLanguage()
  const [login, setLogin] = useState('')
  const { run, isBusy, isDone, error } = useAct(
    async () => await api.passwords.requestReset({ login: login.trim() }),
    {
      onRefused: shownOnScreen,
    },
  )
  const back = () => (router.canGoBack() ? router.back() : router.replace('/sign-in'))
  return (
    <EntryScreen title={words(title)} text={words(text)} onBack={back}>
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
      {isDone ? (
        <Banner icon="mail" tone="success" title={words(sent)} text={words(sentText)} />
      ) : null}
      <Field
        label={words(loginLabel)}
        value={login}
        onChange={setLogin}
        autoCapitalize="none"
        autoCorrect={false}
        autoComplete="username"
        keyboardType="email-address"
        returnKeyType="send"
        onSubmitEditing={() => login.trim().length >= 3 && run()}
      />
      <Button
        title={words(send)}
        onPress={() => run()}
        isBusy={isBusy}
        isDisabled={login.trim().length < 3}
        isWide
      />
    </EntryScreen>
  )
}

const title = say('Lupa kata sandi', 'Forgot password')
const text = say(
  'Kami kirim tautan untuk membuat kata sandi baru.',
  'We send you a link to set a new one.',
)
const loginLabel = say('E-mail atau nomor telepon', 'E-mail or phone number')
const send = say('Kirim tautan', 'Send the link')
const sent = say('Periksa pesan Anda', 'Check your messages')
const sentText = say(
  'Bila akun itu ada, tautannya sudah dikirim. Tautan berlaku sebentar dan hanya satu kali.',
  'If that account exists, the link is on its way. It is valid for a short time and works once.',
)
