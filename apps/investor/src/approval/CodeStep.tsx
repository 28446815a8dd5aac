import { useState } from 'react'
import { clientProblemText } from '@rmtools/look/client-problems'
import { otpWrong, signatureInvalid } from '@rmtools/contracts/crm/approvals'
import { codeWords } from '../base/code-words.ts'
import { useSpeech } from '../base/language.tsx'
import { codeSent, type Code } from '../base/use-code.ts'
import { Button } from '../ui/Button.tsx'
import { CodeInput } from '../ui/CodeInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows, type Row } from '../ui/Rows.tsx'
import { base64Of, pngOf, type Strokes } from '../ui/strokes.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { useSlow } from '../ui/use-slow.ts'
import type { SigningProps } from './step.ts'
import { words } from './words.ts'

type Props = SigningProps & {
  strokes: Strokes
  code: Code
  /** The signature, as PNG in base64, and the digits. */
  approve: (given: { code: string; signature: string }) => Promise<unknown>
  /** The button that signs. */
  act: string
  rows: readonly Row[]
}

/** Asks for the code, and approves. */
export function CodeStep({ signed, go, problem, isBusy, strokes, code, ...rest }: Props) {
  const { language, say } = useSpeech()
  const [isChecked, setChecked] = useState(false)
  const isSlow = useSlow(isBusy)
  const { phone } = signed
  const approve = async () => {
    setChecked(true)
    if (code.digits.length !== 6) return
    setChecked(false)
    const signature = await base64Of(await pngOf(strokes))
    await rest.approve({ code: code.digits, signature })
  }
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('sign')}>
        {say(words.back)}
      </Button>
      <Button isBusy={isBusy} onPress={() => void approve()}>
        {isBusy ? say(words.approving) : rest.act}
      </Button>
    </>
  )
  const isCodeWrong = problem?.code === otpWrong.code
  const wrongCode = isCodeWrong ? clientProblemText(otpWrong.code, language) : undefined
  const fault = isChecked && code.digits.length !== 6 ? say(codeWords.missing) : wrongCode
  const trouble = code.problem ?? (isCodeWrong ? null : problem)
  return (
    <Page
      company={signed.company}
      eyebrow={signed.name}
      title={say(codeWords.title)}
      progress={{ at: 3, of: 3 }}
      foot={foot}
    >
      {trouble && <ProblemAlert problem={trouble} />}
      {trouble?.code === signatureInvalid.code && (
        <Button kind="secondary" onPress={() => go('sign')}>
          {say(words.sign)}
        </Button>
      )}
      <p className="lead">{say(codeSent(code, phone))}</p>
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
      <Rows rows={rest.rows} />
      <div className="live" role="status">
        {isSlow && <Notice>{say(words.still)}</Notice>}
      </div>
    </Page>
  )
}
