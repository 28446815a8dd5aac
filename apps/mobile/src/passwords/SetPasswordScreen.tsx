import { router, useLocalSearchParams } from 'expo-router'
import { useEffect, useState } from 'react'
import {
  linkExpired,
  linkUsed,
  MAX_PASSWORD,
  MIN_PASSWORD,
} from '@rmtools/contracts/auth/passwords'
import { notFound } from '@rmtools/contracts/problem'
import { passwordWords } from '@rmtools/look/password-words'
import type { Bilingual } from '@rmtools/look/words'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api } from '../base/api.ts'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { session } from '../sessions/session.ts'
import { Button } from '../ui/Button.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { PasswordField } from '../ui/Field.tsx'
import { Banner } from '../ui/States.tsx'

/** Errors after which the link cannot be used any more. */
const endings: Readonly<Record<string, Bilingual>> = {
  [linkExpired.code]: passwordWords.linkExpired,
  [linkUsed.code]: passwordWords.linkUsed,
  [notFound.code]: passwordWords.linkUnknown,
}

/**
 * The target of the links in invitations and password resets. The token is in the fragment, which
 * browsers do not send to servers.
 */
export function SetPasswordScreen() {
  const { '#': hash = '' } = useLocalSearchParams<{ '#'?: string }>()
  const [token] = useState(() => (/^[A-Za-z0-9_-]{43}$/.test(hash) ? hash : undefined))
  // Removed from the address bar, so that nobody reads it over the user's shoulder or in the
  // history.
  useEffect(() => {
    if (hash) router.setParams({ '#': '' })
  }, [hash])
  return token === undefined ? (
    <Ended why={passwordWords.linkUnknown} />
  ) : (
    <NewPassword token={token} />
  )
}

function NewPassword({ token }: { token: string }) {
  const words = useSay()
  const language = useLanguage()
  const [password, setPassword] = useState('')
  const { run, isBusy, isDone, error } = useAct(
    async () => await api.passwords.confirmReset({ token, newPassword: password }),
    {
      onRefused: shownOnScreen,
    },
  )
  const ending = error ? endings[codeOf(error)] : undefined
  const isLongEnough = password.length >= MIN_PASSWORD && password.length <= MAX_PASSWORD
  if (ending) return <Ended why={ending} />
  if (isDone)
    return (
      <EntryScreen title={words(passwordWords.setDoneTitle)} text={words(done)}>
        <Button title={words(toSignIn)} onPress={leave} isWide />
      </EntryScreen>
    )
  return (
    <EntryScreen title={words(passwordWords.setTitle)} text={words(passwordWords.setEndsSessions)}>
      <PasswordField
        label={words(passwordWords.newPassword)}
        value={password}
        onChange={setPassword}
        isNew
        hint={words(passwordWords.ruleLength, { min: MIN_PASSWORD, max: MAX_PASSWORD })}
        error={error ? textOf(error, language) : undefined}
        returnKeyType="done"
        onSubmitEditing={() => isLongEnough && run()}
      />
      <Button
        title={words(passwordWords.setPassword)}
        onPress={() => run()}
        isBusy={isBusy}
        isDisabled={!isLongEnough}
        isWide
      />
    </EntryScreen>
  )
}

function Ended({ why }: { why: Bilingual }) {
  const words = useSay()
  return (
    <EntryScreen title={words(passwordWords.linkEndedTitle)}>
      <Banner icon="warning" tone="warning" title={words(why)} />
      <Button title={words(another)} onPress={() => router.replace('/reset')} isWide />
      <Button title={words(toSignIn)} kind="plain" onPress={leave} isWide />
    </EntryScreen>
  )
}

/** Opens the sign-in page; another user's session on this device stays. */
function leave(): void {
  router.replace(session.get().status === 'signed-in' ? '/' : '/sign-in')
}

const done = say('Masuklah dengan kata sandi baru.', 'Sign in with the new password.')
const another = say('Minta tautan baru', 'Ask for a new link')
const toSignIn = say('Ke halaman masuk', 'Go to sign-in')
