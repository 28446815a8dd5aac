import { useEffect, useState } from 'react'
import { shownOnScreen, useAct } from '../ui/act.ts'
import { api, credentials } from '../base/api.ts'
import { codeOf, textOf } from '../base/problems.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { PasswordField } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Banner } from '../ui/States.tsx'
import { Text } from '../ui/Text.tsx'

type Answer = (isGiven: boolean) => void

/** The mounted sheets that can ask for the password; the last one to mount is on top. */
const handlers: (() => Promise<boolean>)[] = []
credentials.stepUp = async () => (await handlers.at(-1)?.()) ?? false

/**
 * Asks for the password again when the server requires it, e.g. before it shows masked data, and
 * then completes the call. A sheet that makes such calls renders its own StepUp, because iOS cannot
 * present a second sheet beside an open one, only inside it.
 */
export function StepUp() {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let asking: Promise<boolean> | undefined
    // Calls that need the password at the same time share one question.
    const ask = async () => {
      asking ??= new Promise<boolean>((resolve) => setAnswer(() => resolve)).finally(
        () => (asking = undefined),
      )
      return await asking
    }
    handlers.push(ask)
    return () => void handlers.splice(handlers.indexOf(ask), 1)
  }, [])
  if (!answer) return null
  const close = (isGiven: boolean) => {
    setAnswer(null)
    answer(isGiven)
  }
  return <StepUpSheet onAnswer={close} />
}

function StepUpSheet({ onAnswer }: { onAnswer: Answer }) {
  const words = useSay()
  const language = useLanguage()
  const [currentPassword, setPassword] = useState('')
  const { run, isBusy, error } = useAct(async () => await api.account.stepUp({ currentPassword }), {
    onDone: ({ accessToken }) => {
      credentials.accessToken = accessToken
      onAnswer(true)
    },
    onRefused: shownOnScreen,
  })
  const shown = error === undefined ? undefined : textOf(error, language)
  const isWrong = error !== undefined && codeOf(error) === 'wrong-password'
  return (
    <Sheet
      isOpen
      onClose={() => onAnswer(false)}
      title={words(title)}
      footer={
        <Button
          title={words(goOn)}
          onPress={() => run()}
          isBusy={isBusy}
          isDisabled={!currentPassword}
          isWide
        />
      }
    >
      {shown && !isWrong ? <Banner icon="warning" tone="danger" title={shown} /> : null}
      <Text tone="second">{words(why)}</Text>
      <PasswordField
        label={words(current)}
        value={currentPassword}
        onChange={setPassword}
        error={isWrong ? shown : undefined}
      />
    </Sheet>
  )
}

const title = say('Masukkan kata sandi sekali lagi', 'Enter your password again')
const why = say(
  'Data ini dilindungi. Setelah kata sandi benar, permintaan Anda langsung dilanjutkan.',
  'This data is protected. Your request continues once you enter the correct password.',
)
const current = say('Kata sandi sekarang', 'Current password')
const goOn = say('Lanjutkan', 'Continue')
