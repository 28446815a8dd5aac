import { useState } from 'react'
import { clientProblemText } from '@rmtools/look/client-problems'
import type { Code } from '../base/use-code.ts'
import { useSpeech } from '../base/language.tsx'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/Choice.tsx'
import { Page } from '../ui/Page.tsx'
import { Signature } from '../ui/Signature.tsx'
import { isDrawn, type Strokes } from '../ui/strokes.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import type { SigningProps } from './step.ts'
import { words } from './words.ts'

type Props = SigningProps & {
  isAgreed: boolean
  setAgreed: (isAgreed: boolean) => void
  strokes: Strokes
  setStrokes: (strokes: Strokes) => void
  code: Code
}

/** The consent and the signature. */
export function SignStep({
  signed,
  go,
  problem,
  isAgreed,
  setAgreed,
  strokes,
  setStrokes,
  code,
}: Props) {
  const { language, say } = useSpeech()
  const [isChecked, setChecked] = useState(false)
  const { consent, meaning, phone } = signed
  const proceed = async () => {
    setChecked(true)
    if (!isAgreed || !isDrawn(strokes)) return leadTo(isAgreed)
    // A code is valid for some minutes: going back does not request another.
    if (code.isSent || (await code.request())) go('code')
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('review')}>
        {say(words.back)}
      </Button>
      <Button isBusy={code.isSending} onPress={() => void proceed()}>
        {say(words.sendCode)}
      </Button>
    </>
  )
  const refusal = code.problem ?? problem
  return (
    <Page
      company={signed.company}
      eyebrow={signed.name}
      title={say(words.signTitle)}
      progress={{ at: 2, of: 3 }}
      foot={foot}
    >
      {refusal && <ProblemAlert problem={refusal} />}
      <section className="stack">
        <h2>{say(words.consentLegal)}</h2>
        <p lang="id">{consent}</p>
        {language === 'en' && (
          <>
            <p className="caption">{say(words.consentLegalHint)}</p>
            <p className="lead">{meaning}</p>
          </>
        )}
        <CheckField
          id="agree"
          isChecked={isAgreed}
          onChange={setAgreed}
          fault={
            isChecked && !isAgreed ? clientProblemText('consent-missing', language) : undefined
          }
        >
          {say(words.agree)}
        </CheckField>
      </section>
      <section className="stack" id="sign" tabIndex={-1} aria-label={say(words.sign)}>
        <h2>{say(words.sign)}</h2>
        <Signature
          strokes={strokes}
          onChange={setStrokes}
          fault={isChecked && !isDrawn(strokes) ? say(words.signMissing) : undefined}
        />
        <p className="caption">{say(words.codeGoes(phone))}</p>
      </section>
    </Page>
  )
}

/** Moves to the first missing item. */
function leadTo(isAgreed: boolean): void {
  document.getElementById(isAgreed ? 'sign' : 'agree')?.focus()
}
