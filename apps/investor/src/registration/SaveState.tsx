import { useSpeech } from '../base/language.tsx'
import { Notice } from '../ui/Notice.tsx'
import { labelOf } from './labels.ts'
import type { DraftControl } from './use-draft.ts'
import { words } from './words.ts'

/**
 * Whether the input is saved on the server. It always has a line: if one came and went, the fields
 * at the page's end would move under the finger.
 */
export function SaveState({ control: { draft, saving } }: { control: DraftControl }) {
  const { say } = useSpeech()
  const elsewhere = draft.changedElsewhere.map((name) => say(labelOf(draft.known.kind, name)))
  return (
    <div role="status" className="live">
      {saving === 'failed' && <Notice tone="warning">{say(words.failed)}</Notice>}
      {saving !== 'failed' && <p className="caption">{say(words[saving])}</p>}
      {elsewhere.length > 0 && (
        <Notice tone="warning">{say(words.elsewhere(elsewhere.join(', ')))}</Notice>
      )}
    </div>
  )
}
