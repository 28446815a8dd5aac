import { useEffect, useState } from 'react'
import { planFundsText, planWords } from '@rmtools/look/plan-words'
import { formatMoney } from '@rmtools/look/format'
import { CodeStep } from '../approval/CodeStep.tsx'
import { DeclineStep } from '../approval/DeclineStep.tsx'
import { SignStep } from '../approval/SignStep.tsx'
import { steps } from '../approval/step.ts'
import { useSpeech } from '../base/language.tsx'
import { useLinkLook } from '../base/link-look.ts'
import { useCode } from '../base/use-code.ts'
import { useStep } from '../base/use-step.ts'
import { Failed } from '../ui/Failed.tsx'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import type { Strokes } from '../ui/strokes.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { api, pdfPath } from './api.ts'
import { scheduleOf } from './facts.ts'
import { PlanReview } from './PlanReview.tsx'
import { PlanSigned } from './PlanSigned.tsx'
import { useMandate } from './use-mandate.ts'
import { decliningWords, meaningOf, words } from './words.ts'

/** The signature under a plan's mandate, from the link to the end. */
export function PlanSigning({ token }: { token: string }) {
  const { state, load, isBusy, problem, answer, forgetProblem } = useMandate(token)
  const { language, say } = useSpeech()
  const { step, go } = useStep(steps)
  const [isAgreed, setAgreed] = useState(false)
  const [strokes, setStrokes] = useState<Strokes>([])
  const code = useCode(async () => await api.sendCode({ token }))
  const sender = state.phase === 'open' ? state.sender : undefined
  const isDone = state.phase === 'done'
  useEffect(() => {
    if (isDone) go('review', { isReplacing: true })
  }, [isDone, go])
  useLinkLook(sender)

  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'ended')
    return (
      <LinkEnded ending={state.ending} page="plan" sender={state.sender} copy={pdfPath(token)} />
    )
  if (state.phase === 'done') return <PlanSigned {...state} copy={pdfPath(token)} />

  const { view } = state
  const { document, documentHash, phone, nextRuns, isChange } = view
  const signed = {
    company: document.companyName,
    name: planFundsText(document.lines, language),
    consent: document.consent,
    meaning: meaningOf(document),
    phone,
  }
  const declining = decliningWords(isChange)
  const said = {
    title: say(declining.title),
    text: say(declining.text),
    act: say(declining.act),
  }
  const signing = { signed, go, problem, isBusy }
  // After a reload there is no signature and no code: such a step starts at the earlier one.
  const at = step === 'code' && (!isAgreed || !code.isSent) ? 'sign' : step
  if (at === 'sign')
    return <SignStep {...signing} {...{ isAgreed, setAgreed, strokes, setStrokes, code }} />
  if (at === 'code')
    return (
      <CodeStep
        {...signing}
        {...{ strokes, code }}
        act={say(words.sign)}
        rows={[
          {
            key: 'amount',
            label: planWords.perRun[language],
            value: formatMoney(document.amount, document.currency, language),
          },
          ...scheduleOf({ ...document, nextRuns }, language),
        ]}
        approve={async (given) =>
          await answer({ decision: 'approve', documentHash, consent: true, ...given })
        }
      />
    )
  if (at === 'decline')
    return (
      <DeclineStep
        {...signing}
        said={said}
        code={code}
        needsCode={view.declineNeedsCode}
        decline={async (given) => await answer({ decision: 'decline', ...given })}
      />
    )
  const proceed = () => {
    forgetProblem()
    go('sign')
  }
  return (
    <PlanReview
      {...{ view, problem, proceed }}
      sender={state.sender}
      decline={() => go('decline')}
      copy={pdfPath(token)}
    />
  )
}
