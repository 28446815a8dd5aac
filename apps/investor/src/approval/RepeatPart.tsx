// Ordering again what was not paid in time; the page of the new approval follows.
import { useState } from 'react'
import { linkVoid } from '@rmtools/contracts/crm/approvals'
import { notRepeatable, sellerAbsent } from '@rmtools/contracts/crm/instruction-problems'
import type { Problem } from '@rmtools/contracts/problem'
import { paymentFields } from '@rmtools/look/payment-words'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { api, type PaymentNews } from './api.ts'
import { paymentWords } from '../payment/payment-words.ts'

/** `isMade`: it was repeated already, so the button only opens the new instruction. */
export function RepeatPart({
  token,
  repeat,
}: {
  token: string
  repeat: Exclude<PaymentNews['repeat'], 'none'>
}) {
  const { say } = useSpeech()
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSent, setSent] = useState(false)
  const isMade = repeat === 'made'
  const again = async () => {
    setProblem(null)
    try {
      const { token: next } = await api.repeat({ token })
      if (next === null) setSent(true)
      else location.assign(`/i/approve/${next}`)
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    }
  }
  if (isSent) return <Notice>{say(paymentWords.repeatSent)}</Notice>
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {problem && isToldToRm(problem) && <p>{say(paymentWords.askedRm)}</p>}
      <p className="caption">{say(isMade ? paymentWords.repeated : paymentWords.repeatHint)}</p>
      <Button isBusy={isBusy} onPress={() => void run(again)}>
        {say(isMade ? paymentWords.openRepeat : paymentFields.repeat)}
      </Button>
    </>
  )
}

const ofLink: readonly string[] = [linkVoid.code, notRepeatable.code, sellerAbsent.code]

/** Refused by a rule of the order, rather than for the link, the connection or too many attempts. */
const isToldToRm = ({ status, code }: Problem) =>
  (status === 409 || status === 422) && !ofLink.includes(code)
