import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { words } from './words.ts'

type Props = {
  name: string
  about: string
  isSaving: boolean
  /** Absent while there is nothing to save yet. */
  onSave?: () => void
}

/** A document in a list, with the button that saves it. */
export function Saveable({ name, about, isSaving, onSave }: Props) {
  const { say } = useSpeech()
  return (
    <div className="saveable">
      <div>
        <p>{name}</p>
        <p className="caption">{about}</p>
      </div>
      {onSave && (
        <Button kind="secondary" isSmall isBusy={isSaving} onPress={onSave}>
          {say(isSaving ? words.saving : words.save)}{' '}
          <span className="visually-hidden">{name}</span>
        </Button>
      )}
    </div>
  )
}
