import { Notice } from '../ui/Notice.tsx'
import { Rows } from '../ui/Rows.tsx'
import { useSpeech } from '../base/language.tsx'
import type { Draft } from './draft.ts'
import { labelOf } from './labels.ts'
import { isValues, tidy } from '@rmtools/contracts/crm/kyc-values'
import { words } from './words.ts'

/** What was typed but not saved when the link ended, so that the investor can give it to the RM. */
export function Unsaved({ draft: { known, edits } }: { draft: Draft }) {
  const { say } = useSpeech()
  const rows = Object.entries(edits)
    .map(([name, value]) => ({
      key: name,
      label: say(labelOf(known.kind, name)),
      value: textOf(tidy(value)),
    }))
    .filter(({ value }) => value !== '')
  if (rows.length === 0) return null
  return (
    <Notice tone="warning" title={say(words.unsavedTitle)}>
      <p>{say(words.unsavedText)}</p>
      <Rows rows={rows} />
    </Notice>
  )
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  if (isValues(value)) return Object.values(value).map(textOf).filter(Boolean).join(', ')
  return value === null || value === undefined ? '' : String(value)
}
