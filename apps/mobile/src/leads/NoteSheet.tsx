import { useAct } from '../ui/act.ts'
import { say, useSay } from '../base/preferences.ts'
import { useDraft } from '../sync/draft.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, ChipGroup } from '../ui/Chip.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { toast } from '../ui/Toast.tsx'
import type { ContactKind } from './ContactBar.tsx'
import { FollowUpChoice } from './FollowUpChoice.tsx'
import { noteActivity } from './local.ts'
import type { SeenLead } from './rules.ts'

type Kind = ContactKind | 'note' | 'meeting'
const kinds: readonly Kind[] = ['note', 'call', 'message', 'meeting']

/** A note of what was said or agreed. The draft survives an incoming call. */
export function NoteSheet({
  lead,
  kind: first,
  onClose,
}: {
  lead: SeenLead
  kind: Kind
  onClose: () => void
}) {
  const words = useSay()
  const { id, value, isReady, set, clear } = useDraft(`lead-note/${lead.id}`, {
    kind: first,
    text: '',
    nextFollowUpAt: lead.nextFollowUpAt,
  })
  const kind = value.text === '' && first !== 'note' ? first : value.kind
  const save = useAct(async () => {
    const { text, nextFollowUpAt } = value
    const isMoved = nextFollowUpAt !== lead.nextFollowUpAt
    await noteActivity(lead, {
      activityId: id,
      kind,
      text: text.trim() || words(kindWords[kind]),
      ...(isMoved ? { nextFollowUpAt } : {}),
    })
    await clear()
    toast(words(saved))
    onClose()
  })
  if (!isReady) return null
  const canSave = value.text.trim() !== '' || kind === 'call' || kind === 'message'
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={
        <Button
          title={words(saveWord)}
          onPress={() => save.run()}
          isBusy={save.isBusy}
          isDisabled={!canSave}
          isWide
        />
      }
    >
      <ChipGroup>
        {kinds.map((each) => (
          <Chip
            key={each}
            text={words(kindWords[each])}
            isOn={kind === each}
            onPress={() => set({ kind: each, text: value.text })}
          />
        ))}
      </ChipGroup>
      <Field
        label={words(what)}
        value={value.text}
        onChange={(text) => set({ text, kind })}
        multiline
        autoFocus
        maxLength={4000}
      />
      <FollowUpChoice
        value={value.nextFollowUpAt}
        onChange={(nextFollowUpAt) => set({ nextFollowUpAt })}
      />
    </Sheet>
  )
}

export const kindWords = {
  note: say('Catatan', 'Note'),
  call: say('Telepon', 'Call'),
  message: say('Pesan', 'Message'),
  meeting: say('Pertemuan', 'Meeting'),
  status: say('Tahap', 'Stage'),
} as const

const title = say('Catat hasilnya', 'Note the outcome')
const what = say('Apa yang dibicarakan', 'What was said')
const saveWord = say('Simpan catatan', 'Save the note')
const saved = say('Catatan tersimpan', 'The note is saved')
