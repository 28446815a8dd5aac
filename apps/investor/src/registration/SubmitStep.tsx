import { useState } from 'react'
import { otpWrong } from '@rmtools/contracts/crm/approvals'
import { consentPurposes, consentTexts } from '@rmtools/contracts/crm/consents'
import { kycIncomplete } from '@rmtools/contracts/crm/investor-problems'
import { staleVersion, type Problem } from '@rmtools/contracts/problem'
import { clientProblemText } from '@rmtools/look/client-problems'
import { useAct } from '../base/act.ts'
import { codeWords } from '../base/code-words.ts'
import { useSpeech } from '../base/language.tsx'
import { endedLink, problemOf } from '../base/problems.ts'
import { codeSent, type Code } from '../base/use-code.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/Choice.tsx'
import { CodeInput } from '../ui/CodeInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api, type Submitted } from './api.ts'
import { SaveState } from './SaveState.tsx'
import { besides } from './sections.ts'
import type { Consents } from './use-consents.ts'
import type { WalkProps } from './walk-props.ts'
import { submitWords as words, words as common } from './words.ts'

type Props = WalkProps & {
  code: Code
  consents: Consents
  isAtCode: boolean
  onSubmitted: (answer: Submitted) => void
}

/** The consents, then the code that submits. */
export function SubmitStep(props: Props) {
  return props.isAtCode ? <CodePage {...props} /> : <ConsentPage {...props} />
}

function ConsentPage({ control, parts, sender, go, back, code, consents }: Props) {
  const { language, say } = useSpeech()
  const [isChecked, setChecked] = useState(false)
  const open = parts.filter(({ left }) => left > 0)
  const proceed = async () => {
    setChecked(true)
    if (!consents.areEnough) return
    // All input must be saved before it is submitted.
    await control.flush()
    if (code.isSent || (await code.request())) go('code')
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={back}>
        {say(common.overview)}
      </Button>
      {open.length === 0 && (
        <Button isBusy={code.isSending} onPress={() => void proceed()}>
          {say(words.code)}
        </Button>
      )}
    </>
  )
  return (
    <Page company={sender.companyName} title={say(besides.submit)} foot={foot}>
      {code.problem && <ProblemAlert problem={code.problem} />}
      {open.length > 0 && (
        <Notice tone="warning" title={say(words.notReady)}>
          <ul>
            {open.map((part) => (
              <li key={part.id}>
                <button type="button" className="list-link" onClick={() => go(part.id)}>
                  <span>{say(part.title)}</span>
                  <span className="state tone-warning">{say(common.left(part.left))}</span>
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SaveState control={control} />
      {open.length === 0 && (
        <p className="lead">{say(consents.isAsked ? words.intro : words.again)}</p>
      )}
      {open.length === 0 &&
        consents.isAsked &&
        consentPurposes.map((purpose) => {
          const text = consentTexts[purpose]
          const fault =
            isChecked && text.isRequired && !consents.has(purpose)
              ? clientProblemText('consent-missing', language)
              : undefined
          return (
            <CheckField
              key={purpose}
              isChecked={consents.has(purpose)}
              onChange={(isGiven) => consents.tick(purpose, isGiven)}
              fault={fault}
            >
              {text[language]}{' '}
              <span className="caption">
                ({say(text.isRequired ? words.needed : words.optional)})
              </span>
            </CheckField>
          )
        })}
    </Page>
  )
}

function CodePage(props: Props) {
  const { control, sender, go, code } = props
  const { say } = useSpeech()
  const { submit, isBusy, fault, problem } = useSubmission(props)
  const phone = control.draft.known.phone ?? ''
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('submit')}>
        {say(common.back)}
      </Button>
      <Button isBusy={isBusy} onPress={() => void submit()}>
        {say(isBusy ? words.sending : words.submit)}
      </Button>
    </>
  )
  const trouble = code.problem ?? problem
  return (
    <Page company={sender.companyName} title={say(codeWords.title)} foot={foot}>
      {trouble && <ProblemAlert problem={trouble} />}
      <p className="lead">{say(codeSent(code, phone))}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <CodeInput
          value={code.digits}
          onChange={code.setDigits}
          fault={fault}
          resendAt={code.resendAt}
          isSending={code.isSending}
          onResend={() => void code.request()}
        />
      </form>
    </Page>
  )
}

/**
 * Submits once, however often it is pressed; if the server still requires something, leads to its
 * step.
 */
function useSubmission({ token, control, go, code, consents, onSubmitted }: Props) {
  const { language, say } = useSpeech()
  const { isBusy, run } = useAct()
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const refused = async (refusal: Problem) => {
    setProblem(refusal)
    if (refusal.code === staleVersion.code || refusal.code === kycIncomplete.code)
      await control.reload().catch(() => undefined)
    if (refusal.code !== kycIncomplete.code) return
    if (refusal.errors?.some(({ pointer }) => pointer.startsWith('/consents'))) consents.ask()
    go('submit')
  }
  const submit = async () => {
    setChecked(true)
    if (code.digits.length !== 6) return
    setProblem(null)
    const { version } = control.draft.known
    const arrived = async (refusal: Problem): Promise<Submitted | undefined> => {
      const sender =
        endedLink(refusal) === 'link-used' ? await api.sender({ token }).catch(() => null) : null
      return sender?.answeredAt
        ? { status: sender.status, submittedAt: sender.answeredAt }
        : undefined
    }
    await run(async () => {
      try {
        onSubmitted(
          await api.submit({
            token,
            version,
            code: code.digits,
            consents: consents.given(language),
          }),
        )
        return true
      } catch (error) {
        const refusal = problemOf(error)
        const answer = await arrived(refusal)
        if (answer) onSubmitted(answer)
        else await refused(refusal)
        return answer !== undefined
      }
    })
  }
  const isWrong = problem?.code === otpWrong.code
  const wrongCode = isWrong ? clientProblemText(otpWrong.code, language) : undefined
  const fault = isChecked && code.digits.length !== 6 ? say(codeWords.missing) : wrongCode
  return { submit, isBusy, fault, problem: isWrong ? null : problem }
}
