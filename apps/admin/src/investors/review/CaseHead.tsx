// The head of a case: the investor, the waiting time, the reviewer, and the possible decisions.
import { toSearch } from '../../base/search.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react'
import { useEffect } from 'react'
import type { InvestorDetail, InvestorEvent } from '@rmtools/contracts/crm/investor-cases'
import { choiceLabels } from '@rmtools/look/kyc-words'
import { investorStates } from '@rmtools/look/states'
import { actions, nouns } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { paths } from '../../base/paths.ts'
import { State } from '../../ui/State.tsx'
import { WithReason } from '../../ui/WithReason.tsx'
import type { Marks } from '../kyc/marking.ts'
import { Claim } from './Claim.tsx'
import type { Neighbours } from './neighbours.ts'
import { SeniorApproval } from './SeniorApproval.tsx'
import type { CaseDecision } from './use-reasons.ts'
import { WaitingAge } from './WaitingAge.tsx'
import { words } from './words.ts'
import styles from './review.module.css'

type Props = {
  investor: InvestorDetail
  events: readonly InvestorEvent[]
  neighbours: Neighbours
  now: Date
  isStale: boolean
  reasonFor: (decision: CaseDecision) => string | undefined
  onAsk: (decision: CaseDecision) => void
  onWalk: (id: string | null) => void
  onActing: (isActing: boolean) => void
  onAccept: () => void
}

export function CaseHead(props: Props) {
  const { investor, events, now, isStale, onActing, onAccept } = props
  const say = useSay()
  useEffect(() => {
    document.title = `${investor.displayName} · RMTools`
  }, [investor.displayName])
  return (
    <header className={styles['head']}>
      <Walking {...props} />
      <div className={styles['title']}>
        <h1>{investor.displayName}</h1>
        <State state={investorStates[investor.status]} />
        <div className={styles['acts']}>
          <Act {...props} decision="approve" word={say(actions.approve)} isPrimary />
          <Act {...props} decision="return" word={say(actions.return)} />
          <Act {...props} decision="reject" word={say(actions.reject)} />
        </div>
      </div>
      <div className={styles['facts']}>
        <span>{say(nouns[investor.kind])}</span>
        <span>
          RM {investor.rmName}
          {investor.rmLicenceNumber && ` · ${investor.rmLicenceNumber}`}
        </span>
        {investor.verificationMethod && (
          <span>{say(choiceLabels[investor.verificationMethod])}</span>
        )}
        {investor.status === 'submitted' && <WaitingAge since={investor.submittedAt} now={now} />}
        <Claim investor={investor} now={now} />
      </div>
      <SeniorApproval
        investor={investor}
        events={events}
        isStale={isStale}
        onActing={onActing}
        onDone={onAccept}
      />
    </header>
  )
}

function Walking({ neighbours: { position, count, next, before }, onWalk }: Props) {
  const say = useSay()
  return (
    <nav className={styles['walking']} aria-label={say(nouns.kycReview)}>
      <Link to={paths.review()} search={toSearch(true)}>
        <ChevronLeft size={14} aria-hidden />
        {say(nouns.kycReview)}
      </Link>
      {position !== null && (
        <span className="figures">{say(words.position, { position, count })}</span>
      )}
      <Button
        type="text"
        size="small"
        disabled={!before}
        aria-label={say(words.caseBefore)}
        title={`${say(words.caseBefore)} (K)`}
        icon={<ChevronUp size={14} aria-hidden />}
        onClick={() => before && onWalk(before)}
      />
      <Button
        type="text"
        size="small"
        disabled={!next}
        aria-label={say(words.nextCase)}
        title={`${say(words.nextCase)} (J)`}
        icon={<ChevronDown size={14} aria-hidden />}
        onClick={() => next && onWalk(next)}
      />
    </nav>
  )
}

type ActProps = Pick<Props, 'reasonFor' | 'onAsk'> & {
  decision: CaseDecision
  word: string
  isPrimary?: boolean
}

function Act({ decision, word, isPrimary = false, reasonFor, onAsk }: ActProps) {
  return (
    <WithReason reason={reasonFor(decision)}>
      {(described) => (
        <Button
          type={isPrimary ? 'primary' : 'default'}
          danger={decision === 'reject'}
          {...described}
          onClick={() => onAsk(decision)}
        >
          {word}
        </Button>
      )}
    </WithReason>
  )
}

type BarProps = {
  marks: Marks
  reason: string | undefined
  onClear: () => void
  onReturn: () => void
}

/** The number of marked parts, visible at any scroll position. */
export function MarksBar({ marks, reason, onClear, onReturn }: BarProps) {
  const say = useSay()
  const count = Object.keys(marks).length
  if (count === 0) return null
  return (
    <footer className={styles['marksBar']}>
      <span role="status">{say(words.marked, { count })}</span>
      <Button type="text" onClick={onClear}>
        {say(words.dropMarks)}
      </Button>
      <WithReason reason={reason}>
        {(described) => (
          <Button type="primary" {...described} onClick={onReturn}>
            {say(actions.return)}…
          </Button>
        )}
      </WithReason>
    </footer>
  )
}
