import type { Ref } from 'react'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import { faultText } from '@rmtools/look/faults'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { fieldId } from './FieldOf.tsx'
import { labelOf } from './labels.ts'
import type { Fault } from '@rmtools/contracts/crm/kyc-values'
import { words } from './words.ts'

type Props = {
  ref: Ref<HTMLDivElement>
  kind: InvestorKind
  faulty: readonly { name: string; faults: readonly Fault[] }[]
  onLater: () => void
}

/** The open items of a page, each linking to its field; the user may continue without them. */
export function FaultSummary({ ref, kind, faulty, onLater }: Props) {
  const { language, say } = useSpeech()
  const title = say(words.summaryTitle(faulty.length))
  return (
    <div ref={ref} className="notice is-danger" tabIndex={-1} role="group" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {faulty.map(({ name, faults }) => (
          <li key={name}>
            <a
              className="summary-link"
              href={`#${fieldId(name)}`}
              onClick={(event) => {
                event.preventDefault()
                const field = document.getElementById(fieldId(name))
                field?.focus()
                field?.scrollIntoView({ block: 'center' })
              }}
            >
              {say(labelOf(kind, name))}: {faultText(faults[0]?.code ?? 'required', language)}
            </a>
          </li>
        ))}
      </ul>
      <Button kind="secondary" isSmall onPress={onLater}>
        {say(words.later)}
      </Button>
    </div>
  )
}
