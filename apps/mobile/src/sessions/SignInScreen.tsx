import { router } from 'expo-router'
import { useRef, useState } from 'react'
import type { TextInput } from 'react-native'
import { actions } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { useStore } from '../base/store.ts'
import { Button } from '../ui/Button.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { Field, PasswordField } from '../ui/Field.tsx'
import { haptic } from '../ui/haptics'
import { Banner } from '../ui/States.tsx'
import { CodeScreen } from './CodeScreen.tsx'
import { session, signIn } from './session.ts'
import { WaitingScreen } from './WaitingScreen.tsx'

/** The sign-in form, or the pending step of a sign-in or registration. */
export function SignInScreen() {
  const state = useStore(session)
  if (state.status !== 'signed-out') return null
  if (state.challenge) return <CodeScreen challenge={state.challenge} />
  if (state.pendingAt) return <WaitingScreen />
  return <PasswordScreen isEnded={state.reason === 'ended'} />
}

function PasswordScreen({ isEnded }: { isEnded: boolean }) {
  const words = useSay()
  const language = useLanguage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const passwordInput = useRef<TextInput>(null)
  const { run, isBusy, error } = useAct(async () => await signIn(login, password), {
    onRefused: () => haptic('refused'),
  })
  const isFilled = login.trim().length >= 3 && password.length > 0
  return (
    <EntryScreen
      title={words(title)}
      text={words(text)}
      footer={
        <Button title={words(register)} kind="plain" onPress={() => router.push('/register')} />
      }
    >
      {isEnded && !error ? (
        <Banner icon="lock" tone="warning" title={words(ended)} text={words(endedText)} />
      ) : null}
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
      <Field
        label={words(loginLabel)}
        value={login}
        onChange={setLogin}
        autoCapitalize="none"
        autoCorrect={false}
        autoComplete="username"
        textContentType="username"
        keyboardType="email-address"
        returnKeyType="next"
        onSubmitEditing={() => passwordInput.current?.focus()}
      />
      <PasswordField
        label={words(passwordLabel)}
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        returnKeyType="go"
        onSubmitEditing={() => isFilled && run()}
      />
      <Button
        title={words(actions.signIn)}
        onPress={() => run()}
        isBusy={isBusy}
        isDisabled={!isFilled}
        isWide
      />
      <Button title={words(forgotten)} kind="plain" onPress={() => router.push('/reset')} />
    </EntryScreen>
  )
}

const title = say('Masuk', 'Sign in')
const text = say(
  'Prospek, investor, dan instruksi Anda di satu tempat.',
  'Your leads, investors and instructions in one place.',
)
const loginLabel = say('E-mail atau nomor telepon', 'E-mail or phone number')
const passwordLabel = say('Kata sandi', 'Password')
const forgotten = say('Lupa kata sandi', 'Forgot your password?')
const register = say('Belum punya akun? Daftar', 'No account yet? Register')
const ended = say('Sesi Anda berakhir', 'Your session has ended')
const endedText = say(
  'Masuk lagi untuk melanjutkan. Isian yang belum terkirim tetap tersimpan.',
  'Sign in again to continue. Unsent changes are kept.',
)
