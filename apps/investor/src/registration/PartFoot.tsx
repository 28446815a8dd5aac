import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { words } from './words.ts'

/** Links back to the overview and on to the next part. */
export function PartFoot({
  onBack,
  onNext,
  isBusy = false,
}: {
  onBack: () => void
  onNext: () => void
  isBusy?: boolean
}) {
  const { say } = useSpeech()
  return (
    <>
      <Button kind="quiet" onPress={onBack}>
        {say(words.overview)}
      </Button>
      <Button isBusy={isBusy} onPress={onNext}>
        {say(words.next)}
      </Button>
    </>
  )
}
