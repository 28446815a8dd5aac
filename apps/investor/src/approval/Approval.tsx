import { useEffect, useState } from 'react'
import { quantityOf } from '@rmtools/look/order-words'
import type { Bilingual } from '@rmtools/look/words'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { useSpeech } from '../base/language.tsx'
import { useLinkLook } from '../base/link-look.ts'
import { useCode } from '../base/use-code.ts'
import { useStep } from '../base/use-step.ts'
import { Failed } from '../ui/Failed.tsx'
import type { Strokes } from '../ui/strokes.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { api, pdfPath, type View } from './api.ts'
import { CodeStep } from './CodeStep.tsx'
import { DeclineStep } from './DeclineStep.tsx'
import { Done } from './Done.tsx'
import { LaterPayment } from './LaterPayment.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { SignStep } from './SignStep.tsx'
import { factsOf, matterOf } from './facts.ts'
import { steps, type Signed } from './step.ts'
import { useApproval } from './use-approval.ts'
import { approveWords, words } from './words.ts'

/** The approval of an instruction, from the link to the signature. */
export function Approval({ token }: { token: string }) {
  const { state, load, seen, isBusy, problem, answer, forgetProblem } = useApproval(token)
  const { say, language } = useSpeech()
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
  const { document, documentHash } = view
  const shared = { view, sender: state.sender, go, problem, isBusy }
  const signing = { signed: signedOf(view, say), go, problem, isBusy }
  // A step that depends on an earlier one starts there: after a reload there is no signature and no
  // code.
  const isTooFar = step === 'code' && (!isAgreed || !code.isSent)
  const reached = isTooFar ? 'sign' : step
  const at = hasChanged ? 'review' : reached
  if (at === 'sign')
    return <SignStep {...signing} {...{ isAgreed, setAgreed, strokes, setStrokes, code }} />
  if (at === 'code')
    return (
      <CodeStep
        {...signing}
        {...{ strokes, code }}
        act={say(approveWords[document.type])}
        rows={factsOf(document, language).filter(({ key }) => repeated.has(key))}
        approve={async (given) =>
          await answer({ decision: 'approve', documentHash, consent: true, ...given })
        }
      />
    )
  if (at === 'decline')
    return (
      <DeclineStep
        {...signing}
        said={{
          title: say(words.declineTitle),
          text: say(words.declineText(matterOf(document), quantityOf(document, language))),
          act: say(words.declineNow),
        }}
        code={code}
        needsCode={view.declineNeedsCode}
        decline={async (given) => await answer({ decision: 'decline', ...given })}
      />
    )
  const proceed = () => {
    seen()
    forgetProblem()
    go('sign')
  }
  return <ReviewStep {...shared} before={before} proceed={proceed} copy={pdfPath(token)} />
}

// What the last step repeats of the document.
const repeated: ReadonlySet<string> = new Set(['product', 'target', 'quantity', 'navDate'])

function signedOf({ document, phone }: View, say: (words: Bilingual) => string): Signed {
  const above = document.aboveRiskProfile ? ` ${say(words.consentAbove)}` : ''
  return {
    company: document.companyName,
    name: document.productName,
    consent: document.consent,
    meaning: `${say(words.consentMeaning)}${above}`,
    phone,
  }
}
