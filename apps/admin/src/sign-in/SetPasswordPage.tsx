// The target of the links in invitations and password resets. The token is in the fragment, which
// browsers do not send to servers.
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { linkExpired, linkUsed } from '@rmtools/contracts/auth/passwords'
import { notFound } from '@rmtools/contracts/problem'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { useAct } from '../base/queries.ts'
import { SignInLayout } from './SignInLayout.tsx'
import { isLongEnough, NewPassword } from './NewPassword.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

const tokenOf = (hash: string) => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null
/** Errors after which the link cannot be used any more. */
const endings: Readonly<Record<string, keyof typeof words>> = {
  [linkExpired.code]: 'linkExpired',
  [linkUsed.code]: 'linkUsed',
  [notFound.code]: 'linkUnknown',
}

export function SetPasswordPage() {
  const say = useSay()
  const [token] = useState(() => tokenOf(location.hash))
  const [isSet, setSet] = useState(false)
  const [ending, setEnding] = useState<keyof typeof words | null>(
    token === null ? 'linkUnknown' : null,
  )
  // Removed from the address bar, so that nobody reads it over the user's shoulder or in the
  // history.
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  if (isSet)
    return (
      <SignInLayout title={say(words.setDoneTitle)}>
        <p role="status">{say(words.setDone)}</p>
        <Link
          to={paths.signIn()}
          className={`button primary ${styles['submit']} ${styles['wide']}`}
        >
          {say(words.toSignIn)}
        </Link>
      </SignInLayout>
    )
  if (ending !== null || token === null)
    return (
      <SignInLayout title={say(words.linkEndedTitle)}>
        <p role="alert">{say(words[ending ?? 'linkUnknown'])}</p>
        <Link
          to={paths.resetPassword()}
          className={`button primary ${styles['submit']} ${styles['wide']}`}
        >
          {say(words.resetTitle)}
        </Link>
        <Link to={paths.signIn()}>{say(words.toSignIn)}</Link>
      </SignInLayout>
    )
  return (
    <SignInLayout title={say(words.setTitle)}>
      <SetPasswordForm token={token} onDone={() => setSet(true)} onEnded={setEnding} />
    </SignInLayout>
  )
}

type FormProps = { token: string; onDone: () => void; onEnded: (why: keyof typeof words) => void }

function SetPasswordForm({ token, onDone, onEnded }: FormProps) {
  const say = useSay()
  const [password, setPassword] = useState('')
  const { run, isPending, problem } = useAct('passwords', 'confirmReset', { onDone })
  const ended = problem && endings[problem.code]
  useEffect(() => {
    if (ended) onEnded(ended)
  }, [ended, onEnded])
  return (
    <form action={() => void run({ token, newPassword: password })}>
      <ProblemAlert problem={problem} />
      <NewPassword
        id="new-password"
        value={password}
        onChange={setPassword}
        isRefused={problem !== null}
      />
      <button
        type="submit"
        className={`button primary ${styles['submit']}`}
        disabled={isPending || !isLongEnough(password)}
      >
        {say(words.setPassword)}
      </button>
      <p className={styles['hint']}>{say(words.setEndsSessions)}</p>
    </form>
  )
}
