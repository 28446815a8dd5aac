import { useState } from 'react'
import { problemText } from '@rmtools/look/problems'
import { otpWrong, signatureInvalid } from '@rmtools/contracts/crm/approvals'
import { useSpeech } from '../base/language.tsx'
import type { Code } from '../base/use-code.ts'
import { Button } from '../ui/Button.tsx'
import { CodeInput } from '../ui/CodeInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { base64Of, pngOf, type Strokes } from '../ui/strokes.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { useSlow } from '../ui/use-slow.ts'
import { factsOf } from './facts.ts'
import type { StepProps } from './step.ts'
import type { useApproval } from './use-approval.ts'
import { approveWords, words } from './words.ts'

type Props = StepProps & {
  strokes: Strokes
  code: Code
  answer: ReturnType<typeof useApproval>['answer']
}

/** Asks for the code from the SMS, and approves. */
export function CodeStep({ view, go, problem, isBusy, strokes, code, answer }: Props) {
  const { language, say } = useSpeech()
  const [isChecked, setChecked] = useState(false)
  const isSlow = useSlow(isBusy)
  const { document, documentHash, phone } = view
  const approve = async () => {
    setChecked(true)
    if (code.digits.length !== 6) return
    setChecked(false)
    await answer({
      decision: 'approve',
      documentHash,
      code: code.digits,
      consent: true,
      signature: await base64Of(await pngOf(strokes)),
    })
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('sign')}>
        {say(words.back)}
      </Button>
      <Button isBusy={isBusy} onPress={() => void approve()}>
        {say(isBusy ? words.approving : approveWords[document.type])}
      </Button>
    </>
  )
  const isCodeWrong = problem?.code === otpWrong.code
  const wrongCode = isCodeWrong ? problemText(otpWrong.code, language) : undefined
  const fault = isChecked && code.digits.length !== 6 ? say(words.codeMissing) : wrongCode
  const trouble = code.problem ?? (isCodeWrong ? null : problem)
  const rows = factsOf(document, language).filter(({ key }) =>
    ['product', 'target', 'quantity', 'navDate'].includes(key),
  )
  return (
    <Page
      company={document.companyName}
      eyebrow={document.productName}
      title={say(words.codeTitle)}
      progress={{ at: 3, of: 3 }}
      foot={foot}
    >
      {trouble && <ProblemAlert problem={trouble} />}
      {trouble?.code === signatureInvalid.code && (
        <Button kind="secondary" onPress={() => go('sign')}>
          {say(words.sign)}
        </Button>
      )}
      <p className="lead">{say(words.codeSent(phone))}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void approve()
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
      <Rows rows={rows} />
      <div className="live" role="status">
        {isSlow && <Notice>{say(words.still)}</Notice>}
      </div>
    </Page>
  )
}
