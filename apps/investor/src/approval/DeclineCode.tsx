// The code that declining asks for once an RM has taken the link.
import { useState } from 'react'
import { otpWrong } from '@rmtools/contracts/crm/approvals'
import type { Problem } from '@rmtools/contracts/problem'
import { clientProblemText } from '@rmtools/look/client-problems'
import { codeWords } from '../base/code-words.ts'
import { useSpeech } from '../base/language.tsx'
import { codeSent, type Code } from '../base/use-code.ts'
import { CodeInput } from '../ui/CodeInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { words } from './words.ts'

type Asking = { needsCode: boolean; problem: Problem | null; code: Code }

/** Whether the code is asked for, and what to do next. */
export function useDeclineCode({ needsCode, problem, code }: Asking) {
  const [isAsked, setAsked] = useState(needsCode)
  const isWrong = problem?.code === otpWrong.code
  // The link was taken after this page had been opened.
  if (isWrong && !isAsked) setAsked(true)
  return {
    isAsked,
    isToSend: isAsked && !code.isSent,
    isMissing: isAsked && code.digits.length !== 6,
    given: isAsked ? { code: code.digits } : {},
    trouble: code.problem ?? (isWrong ? null : problem),
  }
}

type Props = { code: Code; phone: string; isChecked: boolean; problem: Problem | null }

/** Why a code is needed; once it is sent, the field for it. */
export function DeclineCode({ code, phone, isChecked, problem }: Props) {
  const { language, say } = useSpeech()
  if (!code.isSent) return <Notice>{say(words.declineCode(phone))}</Notice>
  const wrong =
    problem?.code === otpWrong.code ? clientProblemText(otpWrong.code, language) : undefined
  return (
    <>
      <p className="lead">{say(codeSent(code, phone))}</p>
      <CodeInput
        value={code.digits}
        onChange={code.setDigits}
        fault={isChecked && code.digits.length !== 6 ? say(codeWords.missing) : wrong}
        resendAt={code.resendAt}
        isSending={code.isSending}
        onResend={() => void code.request()}
      />
    </>
  )
}
