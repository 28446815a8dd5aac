import { useEffect, useState } from 'react'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { EntryScreen } from '../ui/EntryScreen.tsx'
import { CodeField } from '../ui/Field.tsx'
import { haptic } from '../ui/haptics'
import { Banner } from '../ui/States.tsx'
import { proveCode, resendCode, startOver, type Challenge } from './session.ts'

/** Asks for the code that was sent by SMS or e-mail. */
export function CodeScreen({ challenge }: { challenge: Challenge }) {
  const words = useSay()
  const language = useLanguage()
  const [code, setCode] = useState('')
  const prove = useAct(async (digits: string) => await proveCode(challenge, digits), {
    onRefused: () => {
      setCode('')
      haptic('refused')
    },
  })
  const again = useAct(async () => await resendCode(challenge), { onRefused: shownOnScreen })
  const wait = useSecondsUntil(challenge.resendAt)
  const error = prove.error ?? again.error
  const change = (digits: string) => {
    setCode(digits)
    // Submits as soon as the sixth digit is entered.
    if (digits.length === 6) prove.run(digits)
  }
  return (
    <EntryScreen
      title={words(title)}
      text={words(text, { destination: challenge.destination })}
      onBack={startOver}
    >
      {error ? <Banner icon="warning" tone="danger" title={textOf(error, language)} /> : null}
      <CodeField label={words(label)} value={code} onChange={change} autoFocus />
      <Button
        title={words(go)}
        onPress={() => prove.run(code)}
        isBusy={prove.isBusy}
        isDisabled={code.length !== 6}
        isWide
      />
      <Button
        title={wait > 0 ? words(resendIn, { seconds: wait }) : words(resend)}
        kind="plain"
        onPress={() => again.run()}
        isBusy={again.isBusy}
        isDisabled={wait > 0}
      />
    </EntryScreen>
  )
}

/** The seconds until a time, counting down. */
export function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((at - now) / 1000))
  useEffect(() => {
    if (left === 0) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [left])
  return left
}

const title = say('Masukkan kode', 'Enter the code')
const text = say(
  'Kode enam angka kami kirim ke {destination}.',
  'We sent a code of six digits to {destination}.',
)
const label = say('Kode verifikasi', 'Verification code')
const go = say('Lanjut', 'Continue')
const resend = say('Kirim ulang kode', 'Send the code again')
const resendIn = say('Kirim ulang dalam {seconds} detik', 'Send again in {seconds} s')
