import { useState } from 'react'
import { otpWrong } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import { clientProblemText } from '@rmtools/look/client-problems'
import { useAct } from '../base/act.ts'
import { codeWords } from '../base/code-words.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { codeSent, useCode } from '../base/use-code.ts'
import { Button } from '../ui/Button.tsx'
import { CodeInput } from '../ui/CodeInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Sender as WhomToAsk } from '../ui/Sender.tsx'
import { api, type Sender } from './api.ts'
import { words } from './words.ts'

const DIGITS = 6

type Props = {
  token: string
  sender: Sender
  /** A visit of this tab has ended. */
  wasOpen: boolean
  open: (code: string) => Promise<void>
}

/** Asks for a code before anything of the client is shown. */
export function Gate({ token, sender, wasOpen, open }: Props) {
  const { language, say } = useSpeech()
  const code = useCode(async () => await api.sendCode({ token }))
  const [isChecked, setChecked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { isBusy, run } = useAct()
  const enter = async () => {
    setChecked(true)
    if (code.digits.length !== DIGITS) return
    await run(async () => {
      setProblem(null)
      setChecked(false)
      try {
        await open(code.digits)
        return true
      } catch (error) {
        setProblem(problemOf(error))
        return false
      }
    })
  }
  if (!code.isSent)
    return (
      <Page
        company={sender.companyName}
        title={say(words.title)}
        foot={
          <Button isBusy={code.isSending} onPress={() => void code.request()}>
            {say(code.isSending ? words.sending : words.sendCode)}
          </Button>
        }
      >
        {code.problem && <ProblemAlert problem={code.problem} />}
        {wasOpen && <Notice>{say(words.ended)}</Notice>}
        <p className="lead">{say(words.intro)}</p>
        <p className="lead">{say(words.codeGoes(sender.phone ?? ''))}</p>
        <WhomToAsk {...sender} />
      </Page>
    )
  const isWrong = problem?.code === otpWrong.code
  const wrong = isWrong ? clientProblemText(otpWrong.code, language) : undefined
  const trouble = code.problem ?? (isWrong ? null : problem)
  return (
    <Page
      company={sender.companyName}
      title={say(codeWords.title)}
      foot={
        <Button isBusy={isBusy} onPress={() => void enter()}>
          {say(isBusy ? words.opening : words.open)}
        </Button>
      }
    >
      {trouble && <ProblemAlert problem={trouble} />}
      <p className="lead">{say(codeSent(code, sender.phone ?? ''))}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <CodeInput
          value={code.digits}
          onChange={code.setDigits}
          fault={isChecked && code.digits.length !== DIGITS ? say(codeWords.missing) : wrong}
          resendAt={code.resendAt}
          isSending={code.isSending}
          onResend={() => void code.request()}
        />
      </form>
    </Page>
  )
}
