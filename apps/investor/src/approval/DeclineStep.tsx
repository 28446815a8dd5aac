import { useState } from 'react'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import type { SigningProps } from './step.ts'
import { declineReasons, words } from './words.ts'

const MAX_REASON = 400

type Props = SigningProps & {
  /** What is declined: title, consequence, button. */
  said: { title: string; text: string; act: string }
  decline: (reason: string) => Promise<unknown>
}

/** Declines what is not signed, with a reason for the RM. */
export function DeclineStep({ signed, go, problem, isBusy, said, decline: answer }: Props) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<string | null>(null)
  const [more, setMore] = useState('')
  const [isChecked, setChecked] = useState(false)
  const isOwn = chosen === 'other'
  const isOwnMissing = isOwn && more.trim() === ''
  const decline = async () => {
    setChecked(true)
    const preset = declineReasons.find(({ value }) => value === chosen)
    if (!preset || isOwnMissing) return
    // The RM works in Indonesian, so the preset is sent in that language, whatever the page's
    // language.
    const reason = [isOwn ? undefined : preset.label.id, more.trim() || undefined]
      .filter((part) => part !== undefined)
      .join('. ')
    await answer(reason)
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('review')}>
        {say(words.back)}
      </Button>
      <Button kind="danger" isBusy={isBusy} onPress={() => void decline()}>
        {said.act}
      </Button>
    </>
  )
  return (
    <Page company={signed.company} eyebrow={signed.name} title={said.title} foot={foot}>
      {problem && <ProblemAlert problem={problem} />}
      <p className="lead">{said.text}</p>
      <Radios
        label={say(words.reason)}
        options={declineReasons.map(({ value, label }) => ({ value, label: say(label) }))}
        value={chosen}
        onChange={setChosen}
        fault={isChecked && chosen === null ? say(words.reasonMissing) : undefined}
      />
      {chosen !== null && (
        <TextField
          label={say(isOwn ? words.reasonOwn : words.reasonMore)}
          isLong
          isOptional={!isOwn}
          maxLength={MAX_REASON}
          value={more}
          onChange={setMore}
          fault={isChecked && isOwnMissing ? say(words.reasonOwnMissing) : undefined}
        />
      )}
    </Page>
  )
}
