import { useEffect, useId, useState } from 'react'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from './Button.tsx'

const words = {
  label: both('Kode 6 angka', '6-digit code'),
  again: both('Kirim ulang kode', 'Send the code again'),
  wait: (seconds: number) =>
    both(`Kirim ulang dalam ${seconds} detik`, `Send again in ${seconds} s`),
  valid: both(
    'Pesan itu menyebut berapa lama kode berlaku. Jangan berikan kepada siapa pun, termasuk RM Anda.',
    'The message says how long the code is valid. Do not share it with anyone, not even your relationship manager.',
  ),
}

/** Whole seconds until an instant (ms), counting down; 0 when it has passed. */
export function useCountdown(until: number): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until])
  return left
}

type Props = {
  value: string
  onChange: (code: string) => void
  fault?: string | undefined
  resendAt: number
  onResend: () => void
  isSending: boolean
}

/** The code from a message, in a form that phones fill in automatically. */
export function CodeInput({ value, onChange, fault, resendAt, onResend, isSending }: Props) {
  const { say } = useSpeech()
  const id = useId()
  const seconds = useCountdown(resendAt)
  return (
    <div className="field">
      <label htmlFor={id}>{say(words.label)}</label>
      <input
        id={id}
        className="input is-mono code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        maxLength={6}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint${fault === undefined ? '' : ` ${id}-fault`}`}
        onChange={({ target }) => onChange(target.value.replace(/\D/g, '').slice(0, 6))}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
      <p id={`${id}-hint`} className="hint">
        {say(words.valid)}
      </p>
      <div className="button-row">
        <Button
          kind="secondary"
          isSmall
          isBusy={isSending}
          isDisabled={seconds > 0}
          onPress={onResend}
        >
          {seconds > 0 ? say(words.wait(seconds)) : say(words.again)}
        </Button>
      </div>
    </div>
  )
}
