import { useSay } from '../base/language.ts'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

/** The login name: an e-mail address or a phone number. */
export function LoginField({
  value,
  onChange,
}: {
  value: string
  onChange: (login: string) => void
}) {
  const say = useSay()
  return (
    <div className={styles['field']}>
      <label htmlFor="login">{say(words.login)}</label>
      <input
        id="login"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={3}
        autoFocus
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
