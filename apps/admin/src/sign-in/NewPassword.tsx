// A new password with its rules, which are shown before typing and ticked off as far as the page
// can check.
import { Check, Circle } from 'lucide-react'
import { useState } from 'react'
import { MAX_PASSWORD, MIN_PASSWORD } from '@rmtools/contracts/auth/passwords'
import { useSay } from '../base/language.ts'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

type Props = { id: string; value: string; onChange: (password: string) => void; isRefused: boolean }

/** Characters as the server counts them. */
const lengthOf = (password: string) => [...password.normalize('NFC')].length
export const isLongEnough = (password: string) =>
  lengthOf(password) >= MIN_PASSWORD && lengthOf(password) <= MAX_PASSWORD

export function NewPassword({ id, value, onChange, isRefused }: Props) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  const isLong = isLongEnough(value)
  const count = lengthOf(value)
  const Mark = isLong ? Check : Circle
  return (
    <div className={styles['field']}>
      <div className={styles['row']}>
        <label htmlFor={id}>{say(words.newPassword)}</label>
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
        id={id}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        required
        aria-describedby={`${id}-rules`}
        aria-invalid={isRefused}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <ul className={styles['rules']} id={`${id}-rules`}>
        <li data-kept={isLong}>
          <Mark size={12} aria-hidden />
          <span>
            {say(words.ruleLength, { min: MIN_PASSWORD, max: MAX_PASSWORD })}
            {count > 0 && !isLong && ` · ${say(words.characters, { count })}`}
          </span>
        </li>
        {[words.ruleCommon, words.rulePersonal, words.ruleReused].map((rule) => (
          <li key={rule.en}>
            <Circle size={12} aria-hidden />
            <span>{say(rule)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
