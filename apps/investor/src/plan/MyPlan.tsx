import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { formatInstant, formatMoney } from '@rmtools/look/format'
import { planFundsText, planWords } from '@rmtools/look/plan-words'
import { planStates } from '@rmtools/look/states'
import { useAct } from '../base/act.ts'
import { useSpeech } from '../base/language.tsx'
import { useLinkLook } from '../base/link-look.ts'
import { endedLink, problemOf, type EndedLink } from '../base/problems.ts'
import { useStep } from '../base/use-step.ts'
import { Button } from '../ui/Button.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Figure } from '../ui/Figure.tsx'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Rows, type Row } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { api, type Managed } from './api.ts'
import { linesOf, scheduleOf } from './facts.ts'
import { managedWords as words, words as signing } from './words.ts'

type Act = 'pause' | 'resume' | 'revoke'
type State =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ended'; ending: EndedLink }
  | { phase: 'open'; plan: Managed }

function useManaged(token: string) {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const { isBusy, run } = useAct()
  const load = useCallback(async () => {
    try {
      setState({ phase: 'open', plan: await api.managed({ token }) })
    } catch (error) {
      const refusal = problemOf(error)
      const ending = endedLink(refusal)
      setState(ending ? { phase: 'ended', ending } : { phase: 'failed', problem: refusal })
    }
  }, [token])
  useEffect(() => void load(), [load])
  const act = async (what: Act) =>
    await run(async () => {
      setProblem(null)
      try {
        setState({ phase: 'open', plan: await api[what]({ token }) })
        return true
      } catch (error) {
        // The plan may have changed meanwhile, or the answer was lost: show what is so now.
        await load()
        setProblem(problemOf(error))
        return false
      }
    })
  return { state, load, act, isBusy, problem }
}

const steps = ['plan', 'revoke'] as const

/** A plan behind the lasting link of its investor: seen, paused, resumed, revoked. */
export function MyPlan({ token }: { token: string }) {
  const { state, load, act, isBusy, problem } = useManaged(token)
  const { say, language } = useSpeech()
  const { step, go } = useStep(steps)
  const plan = state.phase === 'open' ? state.plan : undefined
  useLinkLook(plan)
  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'ended') return <LinkEnded ending={state.ending} page={null} sender={null} />
  const { lines, amount, currency, companyName } = state.plan
  const shown = formatMoney(amount, currency, language)
  const isOpen = state.plan.status === 'active' || state.plan.status === 'paused'
  if (step === 'revoke' && isOpen)
    return (
      <Revoking
        company={companyName}
        name={`${planFundsText(lines, language)}, ${shown}`}
        {...{ isBusy, problem }}
        back={() => go('plan')}
        revoke={async () => {
          if (await act('revoke')) go('plan', { isReplacing: true })
        }}
      />
    )
  return (
    <Page
      company={companyName}
      eyebrow={state.plan.investorName}
      title={say(words.title)}
      foot={
        isOpen ? (
          <Acts plan={state.plan} {...{ act, isBusy }} revoke={() => go('revoke')} />
        ) : undefined
      }
    >
      {problem && <ProblemAlert problem={problem} />}
      <Standing plan={state.plan} />
      <div className="stack">
        <Figure>{shown}</Figure>
        <p>{say(signing.eachMonth)}</p>
      </div>
      <Rows
        rows={[
          ...linesOf(lines, currency, language),
          ...statusOf(state.plan, say, language),
          ...scheduleOf(state.plan, language),
        ]}
      />
      <Sender {...state.plan} />
    </Page>
  )
}

function Standing({ plan: { status, pausedBy } }: { plan: Managed }) {
  const { say } = useSpeech()
  if (status === 'revoked') return <Notice tone="success">{say(words.revokedText)}</Notice>
  if (status !== 'paused') return null
  const text = pausedBy === 'investor' ? words.pausedByYou : words.pausedByRm
  return <Notice tone="warning">{say(text)}</Notice>
}

function statusOf(
  { status, endedAt, runsDone, amountDone, currency }: Managed,
  say: ReturnType<typeof useSpeech>['say'],
  language: 'id' | 'en',
): Row[] {
  return [
    {
      key: 'status',
      label: say(words.status),
      value: planStates[status].word[language],
      ...(endedAt === null ? {} : { more: say(words.ended(formatInstant(endedAt, language))) }),
    },
    {
      key: 'bought',
      label: planWords.bought[language],
      value: formatMoney(amountDone, currency, language),
      more: say(words.runs(runsDone)),
    },
  ]
}

type ActProps = {
  plan: Managed
  act: (what: Act) => Promise<boolean>
  isBusy: boolean
  revoke: () => void
}

function Acts({ plan, act, isBusy, revoke }: ActProps) {
  const { say } = useSpeech()
  const next = plan.status === 'paused' ? 'resume' : 'pause'
  return (
    <>
      <Button kind="quiet" onPress={revoke}>
        {say(words.revoke)}
      </Button>
      <Button isBusy={isBusy} onPress={() => void act(next)}>
        {say(words[next])}
      </Button>
    </>
  )
}

type RevokingProps = {
  company: string
  /** The funds and the amount of the plan. */
  name: string
  isBusy: boolean
  problem: Problem | null
  back: () => void
  revoke: () => Promise<void>
}

function Revoking({ company, name, isBusy, problem, back, revoke }: RevokingProps) {
  const { say } = useSpeech()
  const foot = (
    <>
      <Button kind="quiet" onPress={back}>
        {say(words.back)}
      </Button>
      <Button kind="danger" isBusy={isBusy} onPress={() => void revoke()}>
        {say(words.revokeNow)}
      </Button>
    </>
  )
  return (
    <Page company={company} eyebrow={name} title={say(words.revokeTitle)} foot={foot}>
      {problem && <ProblemAlert problem={problem} />}
      <p className="lead">{say(words.revokeText)}</p>
    </Page>
  )
}
