import { useEffect, useState } from 'react'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { useSpeech } from '../base/language.tsx'
import { applyTheme } from '../base/theme.ts'
import { useCode } from '../base/use-code.ts'
import { useStep } from '../base/use-step.ts'
import { Failed } from '../ui/Failed.tsx'
import type { Strokes } from '../ui/strokes.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { api, pdfPath } from './api.ts'
import { CodeStep } from './CodeStep.tsx'
import { DeclineStep } from './DeclineStep.tsx'
import { Done } from './Done.tsx'
import { LaterPayment } from './LaterPayment.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { SignStep } from './SignStep.tsx'
import { steps } from './step.ts'
import { useApproval } from './use-approval.ts'

/** The approval of an instruction, from the link to the signature. */
export function Approval({ token }: { token: string }) {
  const { state, load, seen, isBusy, problem, answer, forgetProblem } = useApproval(token)
  const { suggest } = useSpeech()
  const { step, go } = useStep(steps)
  const [isAgreed, setAgreed] = useState(false)
  const [strokes, setStrokes] = useState<Strokes>([])
  const code = useCode(async () => await api.sendCode({ token }))
  const sender = state.phase === 'open' ? state.sender : undefined
  const isDone = state.phase === 'done'
  useEffect(() => {
    if (isDone) go('review', { isReplacing: true })
  }, [isDone, go])
  useEffect(() => {
    if (!sender) return
    applyTheme(sender.brandColour)
    suggest(sender.language)
  }, [sender, suggest])
  const hasChanged = state.phase === 'open' && state.before !== null
  useEffect(() => {
    // A given consent applied to the earlier document: the signature is kept, the consent is asked
    // for again.
    if (hasChanged) setAgreed(false)
  }, [hasChanged])

  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'ended')
    return (
      <LinkEnded ending={state.ending} page="approve" sender={state.sender} copy={pdfPath(token)}>
        {state.ending === 'link-used' && state.sender?.status !== 'declined' && (
          <LaterPayment token={token} />
        )}
      </LinkEnded>
    )
  if (state.phase === 'done') return <Done {...state} copy={pdfPath(token)} token={token} />

  const { view, before } = state
  const shared = { view, sender: state.sender, go, problem, isBusy }
  // A step that depends on an earlier one starts there: after a reload there is no signature and no
  // code.
  const isTooFar = step === 'code' && (!isAgreed || !code.isSent)
  const reached = isTooFar ? 'sign' : step
  const at = hasChanged ? 'review' : reached
  if (at === 'sign')
    return <SignStep {...shared} {...{ isAgreed, setAgreed, strokes, setStrokes, code }} />
  if (at === 'code') return <CodeStep {...shared} {...{ strokes, code, answer }} />
  if (at === 'decline') return <DeclineStep {...shared} answer={answer} />
  const proceed = () => {
    seen()
    forgetProblem()
    go('sign')
  }
  return <ReviewStep {...shared} before={before} proceed={proceed} copy={pdfPath(token)} />
}
