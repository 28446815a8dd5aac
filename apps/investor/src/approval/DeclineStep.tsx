import { useState } from 'react'
import { quantityOf } from '@rmtools/look/order-words'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choice.tsx'
import { TextField } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { matterOf } from './facts.ts'
import type { StepProps } from './step.ts'
import type { useApproval } from './use-approval.ts'
import { declineReasons, words } from './words.ts'

const MAX_REASON = 400

/** Declines the instruction, with a reason for the RM. */
export function DeclineStep({
  view: { document },
  go,
  problem,
  isBusy,
  answer,
}: StepProps & { answer: ReturnType<typeof useApproval>['answer'] }) {
  const { language, say } = useSpeech()
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
    await answer({ decision: 'decline', reason })
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('review')}>
        {say(words.back)}
      </Button>
      <Button kind="danger" isBusy={isBusy} onPress={() => void decline()}>
        {say(words.declineNow)}
      </Button>
    </>
  )
  return (
    <Page
      company={document.companyName}
      eyebrow={document.productName}
      title={say(words.declineTitle)}
      foot={foot}
    >
      {problem && <ProblemAlert problem={problem} />}
      <p className="lead">
        {say(words.declineText(matterOf(document), quantityOf(document, language)))}
      </p>
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
