import { formatInstant } from '@rmtools/look/format'
import { documentLabels } from '@rmtools/look/kyc-words'
import { useSpeech } from '../base/language.tsx'
import { Page } from '../ui/Page.tsx'
import { PartFoot } from './PartFoot.tsx'
import { openParts } from '@rmtools/contracts/crm/kyc-form'
import { documentStep } from './steps.ts'
import type { WalkProps } from './walk-props.ts'
import { documentWords, words } from './words.ts'

/** The documents that are there, and those still missing. */
export function DocumentsStep({ control, parts, at, sender, go, next, back }: WalkProps) {
  const { language, say } = useSpeech()
  const { known } = control.draft
  return (
    <Page
      company={sender.companyName}
      eyebrow={say(words.step(at + 1, parts.length))}
      title={say(parts[at]?.title ?? words.overview)}
      progress={{ at: at + 1, of: parts.length }}
      foot={<PartFoot onBack={back} onNext={next} />}
    >
      <p className="lead">{say(documentWords.intro)}</p>
      <ul className="list">
        {openParts(known).documentTypes.map((type) => {
          const stored = known.documents
            .filter((one) => one.type === type && one.status === 'stored')
            .at(-1)
          const isMissing = known.missing.some(({ pointer }) => pointer === `/documents/${type}`)
          const reason = known.returnReasons.find(
            ({ pointer }) => pointer === `/documents/${type}`,
          )?.reason
          return (
            <li key={type}>
              <button type="button" className="list-link" onClick={() => go(documentStep(type))}>
                <span>
                  {say(documentLabels[type])}
                  {stored?.storedAt && (
                    <span className="caption block">
                      {formatInstant(stored.storedAt, language)}
                    </span>
                  )}
                  {reason !== undefined && <span className="caption block">{reason}</span>}
                </span>
                <DocumentState
                  isReturned={reason !== undefined}
                  isStored={stored !== undefined}
                  isMissing={isMissing}
                />
              </button>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}

function DocumentState({
  isReturned,
  isStored,
  isMissing,
}: {
  isReturned: boolean
  isStored: boolean
  isMissing: boolean
}) {
  const { say } = useSpeech()
  if (isReturned) return <span className="state tone-warning">{say(words.returned)}</span>
  if (isStored) return <span className="state tone-good">{say(documentWords.stored)}</span>
  return (
    <span className={`state ${isMissing ? 'tone-warning' : 'tone-quiet'}`}>
      {say(isMissing ? documentWords.missing : words.optional)}
    </span>
  )
}
