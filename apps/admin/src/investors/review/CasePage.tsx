// A case under review: documents beside data, the decision, then the next case.
import { toSearch } from '../../base/search.ts'
import { useParam } from '../../base/params.ts'
import { usePrefetchQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { actions, nouns } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useMe } from '../../base/me.ts'
import { paths } from '../../base/paths.ts'
import { useKeys } from '../../ui/keys.ts'
import { Refusal, Waiting } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Split } from '../../ui/Split.tsx'
import { useNow } from '../../ui/use-now.ts'
import { documentsOf, DocumentViewer } from '../documents/DocumentViewer.tsx'
import { MarkingContext, type Marking, type Marks } from '../kyc/marking.ts'
import { ShownCaseContext } from '../kyc/shown-case.ts'
import { CaseBody, useShown } from './CaseBody.tsx'
import { CaseChanged } from './CaseChanged.tsx'
import { CaseHead, MarksBar } from './CaseHead.tsx'
import { DecisionDialog } from './Decisions.tsx'
import { mayMark } from './may-mark.ts'
import { useNeighbours } from './use-neighbours.ts'
import { useCase, type OpenCase } from './use-case.ts'
import { useDecision, type DecisionDetails } from './use-decision.ts'
import { useReasons, type CaseDecision } from './use-reasons.ts'
import { words } from './words.ts'
import styles from './review.module.css'

export function CasePage() {
  const id = useParam('id')
  // Each case has its own state: input for one never appears on another.
  return <CaseView key={id} id={id} />
}

function CaseView({ id }: { id: string }) {
  const [isActing, setActing] = useState(false)
  const open = useCase(id, isActing)
  // Fetched in parallel with the case, not after it.
  usePrefetchQuery(documentsOf(id))
  if (!open.investor) return <NotYet open={open} />
  return <Opened open={open} investor={open.investor} onActing={setActing} />
}

/** The frame of a case while it loads or fails: with a way back and a retry. */
function NotYet({ open: { error, retry } }: { open: OpenCase }) {
  const say = useSay()
  return (
    <Page title={say(words.case)} back={<Link to={paths.review()}>{say(nouns.kycReview)}</Link>}>
      {error ? (
        <Refusal problem={error} onRetry={retry} />
      ) : (
        <div className={styles['waiting']}>
          <Waiting rows={14} isFramed />
          <Waiting rows={14} isFramed />
        </div>
      )}
    </Page>
  )
}

type Opening = {
  open: OpenCase
  investor: NonNullable<OpenCase['investor']>
  onActing: (isActing: boolean) => void
}

function Opened({ open, investor, onActing }: Opening) {
  const say = useSay()
  const now = useNow()
  const me = useMe()
  const [asked, setAsked] = useState<CaseDecision | null>(null)
  const reasonOf = useReasons(investor, open.change !== null, now)
  const reasonFor = (which: CaseDecision) => reasonOf(which)?.text
  const neighbours = useNeighbours(investor.id, me?.id)
  const walk = useWalk()
  const { marking, clear, tryToSend } = useMarks()
  const { message } = App.useApp()
  const done = { approve: words.approved, return: words.returned, reject: words.rejected }
  const decision = useDecision(investor, (taken) => {
    void message.success(say(done[taken], { name: investor.displayName }))
    walk(neighbours.nextOpen ?? null)
  })
  const act = async (which: CaseDecision, details: DecisionDetails) => {
    onActing(true)
    await decision.decide(which, details)
    onActing(false)
  }
  const askFor = (which: CaseDecision) => {
    decision.clear()
    if (reasonFor(which) === undefined) setAsked(which)
  }
  useKeys([
    { key: 'a', word: actions.approve, run: () => askFor('approve') },
    { key: 'r', word: actions.return, run: () => askFor('return') },
    { key: 'j', word: words.nextCase, run: () => neighbours.next && walk(neighbours.next) },
    { key: 'k', word: words.caseBefore, run: () => neighbours.before && walk(neighbours.before) },
    { key: 'Escape', word: words.toQueue, run: () => walk(null) },
  ])
  const shown = useShown(investor)
  const dialog = {
    investor,
    problem: decision.problem,
    isPending: decision.isPending,
    onClose: () => setAsked(null),
  }
  const canMark = mayMark(investor.status, reasonOf('return'))
  return (
    <MarkingContext value={canMark ? marking : null}>
      <div className={styles['case']}>
        <CaseHead
          {...{
            investor,
            events: open.events,
            neighbours,
            now,
            reasonFor,
            onWalk: walk,
            onAsk: askFor,
            onActing,
          }}
          isStale={open.change !== null}
          onAccept={open.accept}
        />
        <div className={styles['notices']}>
          <CaseChanged change={open.change} onAccept={open.accept} />
        </div>
        <Split
          name="review"
          label={say(words.split)}
          first={
            <ShownCaseContext value={shown}>
              <DocumentViewer id={investor.id} />
            </ShownCaseContext>
          }
          second={<CaseBody investor={investor} />}
        />
        <MarksBar
          marks={marking.marks}
          onClear={clear}
          onReturn={() => askFor('return')}
          reason={reasonFor('return')}
        />
        <DecisionDialog
          asked={asked}
          {...dialog}
          marking={marking}
          onTry={tryToSend}
          onAct={(which, details) => void act(which, details)}
        />
      </div>
    </MarkingContext>
  )
}

/** Opens another case, or the queue, with the filters of the address. */
function useWalk(): (id: string | null) => void {
  const navigate = useNavigate()
  return (id) =>
    void navigate({
      to: id === null ? paths.review() : paths.reviewCase(id),
      search: toSearch(true),
    })
}

function useMarks() {
  const [marks, setMarks] = useState<Marks>({})
  const [isTried, setTried] = useState(false)
  const marking: Marking = {
    marks,
    isTried,
    write: (pointer, reason) => setMarks((before) => ({ ...before, [pointer]: reason })),
    drop: (pointer) =>
      setMarks((before) =>
        Object.fromEntries(Object.entries(before).filter(([one]) => one !== pointer)),
      ),
  }
  return { marking, clear: () => setMarks({}), tryToSend: () => setTried(true) }
}
