// Forgotten password: the answer is the same whether or not the account exists.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { useAct } from '../base/queries.ts'
import { SignInLayout } from './SignInLayout.tsx'
import { LoginField } from './LoginField.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

export function ResetPasswordPage() {
  const say = useSay()
  const [login, setLogin] = useState('')
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const { run, isPending, problem } = useAct('passwords', 'requestReset', {
    onDone: () => setAskedFor(login.trim()),
  })
  return (
    <SignInLayout title={say(words.resetTitle)}>
      {askedFor === null ? (
        <form action={() => void run({ login: login.trim() })}>
          <p>{say(words.resetIntro)}</p>
          <ProblemAlert problem={problem} />
          <LoginField value={login} onChange={setLogin} />
          <button
            type="submit"
            className={`button primary ${styles['submit']}`}
            disabled={isPending}
          >
            {say(words.resetSend)}
          </button>
        </form>
      ) : (
        <div role="status" className={styles['told']}>
          <p>{say(words.resetAsked, { login: askedFor })}</p>
          <p className={styles['hint']}>{say(words.resetHint)}</p>
          <button type="button" className={styles['link']} onClick={() => setAskedFor(null)}>
            {say(words.resetOther)}
          </button>
        </div>
      )}
      <Link to={paths.signIn()}>{say(words.toSignIn)}</Link>
    </SignInLayout>
  )
}
