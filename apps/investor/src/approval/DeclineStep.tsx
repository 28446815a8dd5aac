import { useState } from 'react'
import type { Code } from '../base/use-code.ts'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { DeclineCode, useDeclineCode } from './DeclineCode.tsx'
import type { SigningProps } from './step.ts'
import { declineReasons, words } from './words.ts'

const MAX_REASON = 400

type Props = SigningProps & {
  /** What is declined: title, consequence, button. */
  said: { title: string; text: string; act: string }
  decline: (given: { reason: string; code?: string }) => Promise<unknown>
  code: Code
  /** The link was taken by somebody else too, so it does not show who declines. */
  needsCode: boolean
}

/** Declines what is not signed, with a reason for the RM. */
export function DeclineStep({
  signed,
  go,
  problem,
  isBusy,
  said,
  decline: answer,
  code,
  needsCode,
}: Props) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<string | null>(null)
  const [more, setMore] = useState('')
  const [isChecked, setChecked] = useState(false)
  const proof = useDeclineCode({ needsCode, problem, code })
  const isOwn = chosen === 'other'
  const isOwnMissing = isOwn && more.trim() === ''
  const decline = async () => {
    setChecked(true)
    const preset = declineReasons.find(({ value }) => value === chosen)
    if (!preset || isOwnMissing) return
    if (proof.isToSend) return void (await code.request())
    if (proof.isMissing) return
    // The RM works in Indonesian, so the preset is sent in that language, whatever the page's
    // language.
    const reason = [isOwn ? undefined : preset.label.id, more.trim() || undefined]
      .filter((part) => part !== undefined)
      .join('. ')
    await answer({ reason, ...proof.given })
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('review')}>
        {say(words.back)}
      </Button>
      <Button
        kind={proof.isToSend ? 'primary' : 'danger'}
        isBusy={isBusy || code.isSending}
        onPress={() => void decline()}
      >
        {proof.isToSend ? say(words.sendCode) : said.act}
      </Button>
    </>
  )
  return (
    <Page company={signed.company} eyebrow={signed.name} title={said.title} foot={foot}>
      {proof.trouble && <ProblemAlert problem={proof.trouble} />}
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
      {proof.isAsked && <DeclineCode {...{ code, phone: signed.phone, isChecked, problem }} />}
    </Page>
  )
}
