// A decision on several cases at once: their number, those excluded and why, and afterwards the
// outcome of each.
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Investor } from '@rmtools/contracts/crm/investor-cases'
import type { ReviewResult } from '@rmtools/contracts/crm/investor-decisions'
import { returnablePointers } from '@rmtools/contracts/crm/kyc-rules'
import { Problem } from '@rmtools/contracts/problem'
import { problemText } from '@rmtools/look/problems'
import { investorStates } from '@rmtools/look/states'
import { actions } from '@rmtools/look/words'
import { useSay } from '../../base/language.ts'
import { useMe } from '../../base/me.ts'
import { paths } from '../../base/paths.ts'
import { ask, useAct } from '../../base/queries.ts'
import { Refusal, Waiting } from '../../ui/Notice.tsx'
import { State } from '../../ui/State.tsx'
import { pointerLabel } from '../kyc/labels.ts'
import { words as kycWords } from '../kyc/words.ts'
import { QUESTIONS, sortSelection, type Excluded } from './bulk.ts'
import { bulkWords } from './bulk-words.ts'
import { refusalWords } from './use-reasons.ts'
import styles from './review.module.css'

type Props = {
  decision: 'approve' | 'return'
  rows: readonly Investor[]
  onClose: () => void
  onDone: () => void
}

export function BulkReview({ decision, rows, onClose, onDone }: Props) {
  const say = useSay()
  const me = useMe()
  const [results, setResults] = useState<readonly ReviewResult[] | null>(null)
  const [reasons, setReasons] = useState<{ pointer: string | null; reason: string }>({
    pointer: null,
    reason: '',
  })
  // Only approval depends on open questions; a handful of cases is fetched in parallel.
  const asked = useQueries({
    queries: rows.map(({ id }) => ({
      ...ask('investors', 'get', { id }),
      enabled: decision === 'approve' && results === null,
    })),
  })
  const { run, isPending, problem } = useAct('investors', 'review', {
    onDone: (reply) => setResults(reply.results),
  })
  const isLoading =
    !me || (decision === 'approve' && asked.some(({ data, error }) => !data && !error))
  const details = new Map(asked.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
  const { taken, excluded } = sortSelection(rows, {
    decision,
    userId: me?.id ?? '',
    now: new Date(),
    details,
  })
  const needsReason =
    decision === 'return' && (reasons.pointer === null || reasons.reason.trim() === '')
  const act = async () => {
    const given =
      decision === 'return' && reasons.pointer !== null
        ? { reasons: [{ pointer: reasons.pointer, reason: reasons.reason.trim() }] }
        : {}
    await run({ items: taken.map(({ id, version }) => ({ id, version })), decision, ...given })
  }
  const close = () => {
    if (results !== null) onDone()
    onClose()
  }
  const count = taken.length
  const footer =
    results === null ? (
      <>
        <Button onClick={close}>{say(actions.cancel)}</Button>
        <Button
          type="primary"
          loading={isPending}
          disabled={isLoading || count === 0 || needsReason}
          onClick={() => void act()}
        >
          {say(bulkWords[decision].act, { count })}
        </Button>
      </>
    ) : (
      <Button type="primary" onClick={close}>
        {say(actions.close)}
      </Button>
    )
  return (
    <Modal
      open
      title={say(bulkWords[decision].title, { count })}
      onCancel={close}
      footer={footer}
      width={600}
      destroyOnHidden
    >
      <div className={styles['dialog']}>
        <Refusal problem={problem} />
        {isLoading && <Waiting rows={3} />}
        {!isLoading && results === null && (
          <>
            <p>{taken.map(({ displayName }) => displayName).join(', ') || say(bulkWords.none)}</p>
            {decision === 'return' && count > 0 && (
              <ReturnReason kinds={taken} value={reasons} onChange={setReasons} />
            )}
            <LeftOut excluded={excluded} />
          </>
        )}
        {results && <Results rows={rows} results={results} />}
      </div>
    </Modal>
  )
}

function LeftOut({ excluded }: { excluded: readonly Excluded[] }) {
  const say = useSay()
  if (excluded.length === 0) return null
  return (
    <section>
      <strong>{say(bulkWords.excluded, { count: excluded.length })}</strong>
      <ul className={styles['results']}>
        {excluded.map(({ investor, code }) => (
          <li key={investor.id}>
            <Link to={paths.reviewCase(investor.id)}>{investor.displayName}</Link>
            <span>
              {code === QUESTIONS ? say(bulkWords.questions) : refusalWords(code, investor, say)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Reason = { pointer: string | null; reason: string }
type ReasonProps = {
  kinds: readonly Pick<Investor, 'kind'>[]
  value: Reason
  onChange: (value: Reason) => void
}

/** One part and one reason for all of them: only parts that every kind among them has. */
function ReturnReason({ kinds, value, onChange }: ReasonProps) {
  const say = useSay()
  const each = [...new Set(kinds.map(({ kind }) => kind))].map(returnablePointers)
  const common = (each[0] ?? []).filter((pointer) =>
    each.every((pointers) => pointers.includes(pointer)),
  )
  return (
    <div className={styles['bulkReason']}>
      <Select
        aria-label={say(bulkWords.part)}
        placeholder={say(bulkWords.part)}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.pointer}
        onChange={(pointer) => onChange({ ...value, pointer })}
        options={common.map((pointer) => ({ value: pointer, label: say(pointerLabel(pointer)) }))}
      />
      <Input
        aria-label={say(bulkWords.reason)}
        placeholder={say(kycWords.reasonHint)}
        maxLength={500}
        value={value.reason}
        onChange={({ target }) => onChange({ ...value, reason: target.value })}
      />
    </div>
  )
}

function Results({
  rows,
  results,
}: {
  rows: readonly Investor[]
  results: readonly ReviewResult[]
}) {
  const say = useSay()
  const done = results.filter(({ problem }) => problem === null).length
  return (
    <section>
      <p role="status">{say(bulkWords.done, { done, count: results.length })}</p>
      <ul className={styles['results']}>
        {results.map(({ id, status, problem }) => (
          <li key={id}>
            <span>{rows.find((row) => row.id === id)?.displayName}</span>
            {status && <State state={investorStates[status]} />}
            {problem && (
              <span className={styles['refused']}>
                {problemText(Problem.fromBody(problem).code, say.language)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
