import { choiceLabels } from '@rmtools/look/kyc-words'
import { say, useSay } from '../base/preferences.ts'
import { noteVerification } from '../investors/local.ts'
import { Choice } from '../ui/Choice.tsx'
import { Text } from '../ui/Text.tsx'
import type { PartProps } from './part-props.ts'
import { verification } from './words.ts'

const methods = ['in-person', 'video'] as const

/** How the RM verified the investor's identity (POJK 8/2023 art. 21). */
export function VerificationPart({ seen, frame }: PartProps) {
  const words = useSay()
  return frame(
    <>
      <Text tone="second">{words(text)}</Text>
      <Choice
        label={words(verification)}
        value={seen.verificationMethod ?? undefined}
        options={methods.map((value) => ({ value, text: words(choiceLabels[value]) }))}
        onChange={(value) => void noteVerification(seen, value === 'video' ? 'video' : 'in-person')}
      />
    </>,
  )
}

const text = say(
  'Anda mencocokkan wajah investor dengan dokumen identitasnya, bertatap muka atau lewat video langsung.',
  'You compare the face of the investor with the identity document, face to face or by live video.',
)
