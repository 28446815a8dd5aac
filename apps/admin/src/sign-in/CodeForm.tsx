// Asks for the code that verifies the device.
import { useEffect, useState } from 'react'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { useSay } from '../base/language.ts'
import { useAct, type ActOptions } from '../base/queries.ts'
import { deviceClaim } from '../base/session.ts'
import type { InputOf } from '../base/api.ts'
import { ProblemAlert } from './ProblemAlert.tsx'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

type Purpose = InputOf<'codes', 'verify'>['purpose']
type Props = {
  challenge: SignIn
  purpose: Purpose
  onDone: NonNullable<ActOptions<SignIn>['onDone']>
  onBack: () => void
}

export function CodeForm({ challenge, purpose, onDone, onBack }: Props) {
  const say = useSay()
  const [current, setCurrent] = useState(challenge)
  const [code, setCode] = useState('')
  const verify = useAct('codes', 'verify', { onDone })
  const [sent, setSent] = useState(0)
  const resend = useAct('codes', 'resend', {
    onDone: (next) => {
      setCurrent({ ...current, ...next })
      setSent((count) => count + 1)
    },
  })
  const seconds = useCountdown(current.resendAfter ?? 60, sent)
  const bound = { challengeId: current.challengeId ?? '', deviceId: deviceClaim().id }
  const submit = (digits: string) => void verify.run({ ...bound, purpose, code: digits })
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    if (digits.length === 6) submit(digits)
  }
  return (
    <form action={() => submit(code)}>
      <p>{say(words.codeSent, { to: current.destination ?? '' })}</p>
      <ProblemAlert problem={verify.problem ?? resend.problem} />
      <div className={styles['field']}>
        <label htmlFor="code">{say(words.code)}</label>
        <input
          id="code"
          className={styles['code']}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          required
          autoFocus
          value={code}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <button
        type="submit"
        className={`button primary ${styles['submit']}`}
        disabled={verify.isPending}
      >
        {say(words.verify)}
      </button>
      <div className={styles['row']}>
        <button
          type="button"
          className={styles['link']}
          disabled={seconds > 0 || resend.isPending}
          onClick={() => void resend.run(bound)}
        >
          {seconds > 0 ? say(words.againIn, { seconds }) : say(words.again)}
        </button>
        <button type="button" className={styles['link']} onClick={onBack}>
          {say(words.other)}
        </button>
      </div>
    </form>
  )
}

/** The seconds left, restarted when `key` changes. */
function useCountdown(from: number, key: number): number {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    const end = Date.now() + from * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [from, key])
  return left
}
