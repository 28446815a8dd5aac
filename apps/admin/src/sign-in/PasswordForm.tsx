import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { useAct } from '../base/queries.ts'
import { deviceClaim } from '../base/session.ts'
import { LoginField } from './LoginField.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

export function PasswordForm({ onDone }: { onDone: (signIn: SignIn) => void }) {
  const say = useSay()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const { run, isPending, problem } = useAct('sessions', 'login', { onDone })
  const submit = () =>
    void run({ login: login.trim(), password, client: 'web', device: deviceClaim() })
  return (
    <form action={submit}>
      <ProblemAlert problem={problem} />
      <LoginField value={login} onChange={setLogin} />
      <div className={styles['field']}>
        <div className={styles['row']}>
          <label htmlFor="password">{say(words.password)}</label>
          <button
            type="button"
            className={styles['link']}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            {say(isShown ? words.hide : words.show)}
          </button>
        </div>
        <input
          id="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <button type="submit" className={`button primary ${styles['submit']}`} disabled={isPending}>
        {say(actions.signIn)}
      </button>
      <Link to={paths.resetPassword()}>{say(words.forgot)}</Link>
    </form>
  )
}
