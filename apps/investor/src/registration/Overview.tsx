import { formatInstant } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { Sender } from '../ui/Sender.tsx'
import { SaveState } from './SaveState.tsx'
import { completeness } from '@rmtools/contracts/crm/kyc-form'
import type { Part } from './steps.ts'
import type { WalkProps } from './walk-props.ts'
import { words } from './words.ts'

/** The progress of the registration, and where to continue. */
export function Overview({ sender, control, parts, context, go }: WalkProps) {
  const { language, say } = useSpeech()
  const { known } = control.draft
  const { kind, openFields, missing, returnReasons, expiresAt } = known
  const isReturned = openFields !== null
  const share = context ? Math.round(completeness(known, context) * 100) : 0
  const first = parts.find(({ left }) => left > 0) ?? (isReturned ? parts[0] : undefined)
  const hasBegun = share > 25 || isReturned
  const foot =
    missing.length === 0 && !isReturned ? (
      <Button onPress={() => go('submit')}>{say(words.send)}</Button>
    ) : (
      <Button onPress={() => go(first?.id ?? 'submit')}>
        {say(hasBegun ? words.goOn : words.begin)}
      </Button>
    )
  return (
    <Page
      company={sender.companyName}
      eyebrow={say(words.asks(sender.rmName ?? sender.companyName))}
      title={say(isReturned ? words.returnedTitle : words.title[kind])}
      foot={foot}
    >
      <p className="lead">
        {say(isReturned ? words.returnedText(returnReasons.length) : words.intro)}
      </p>
      {!isReturned && !hasBegun && (
        <p className="lead">
          {say(kind === 'individual' ? words.prepare : words.prepareInstitution)}
        </p>
      )}
      {!isReturned && (
        <div className="stack">
          <div className="meter" aria-hidden="true">
            <span style={{ width: `${share}%` }} />
          </div>
          <p className="caption">{say(words.complete(share))}</p>
        </div>
      )}
      <ul className="list">
        {parts.map((part) => (
          <li key={part.id}>
            <button type="button" className="list-link" onClick={() => go(part.id)}>
              <span>{say(part.title)}</span>
              <PartState part={part} isReturned={isReturned} />
            </button>
          </li>
        ))}
        {isReturned && (
          <li>
            <button type="button" className="list-link" onClick={() => go('submit')}>
              <span>{say(words.send)}</span>
            </button>
          </li>
        )}
      </ul>
      <SaveState control={control} />
      <Sender {...sender} />
      <p className="caption">{say(words.validUntil(formatInstant(expiresAt, language)))}</p>
    </Page>
  )
}

function PartState({ part: { left }, isReturned }: { part: Part; isReturned: boolean }) {
  const { say } = useSpeech()
  if (left > 0) return <span className="state tone-warning">{say(words.left(left))}</span>
  return isReturned ? (
    <span className="state tone-warning">{say(words.returned)}</span>
  ) : (
    <span className="state tone-good">{say(words.done)}</span>
  )
}
