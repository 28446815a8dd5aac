import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { notFound, type Problem } from '@rmtools/contracts/problem'
import { formatInstant } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { problemOf } from '../base/problems.ts'
import { Failed } from '../ui/Failed.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows, type Row } from '../ui/Rows.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { api, type EvidenceCheck } from './api.ts'
import { words } from './words.ts'

type State =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'unknown' }
  | { phase: 'checked'; check: EvidenceCheck }

/** The page behind the QR code of a signed document: whether its evidence still holds. */
export function EvidencePage({ hash }: { hash: string }) {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const { say } = useSpeech()
  const load = useCallback(async () => {
    try {
      setState({ phase: 'checked', check: await api.check({ hash }) })
    } catch (error) {
      const problem = problemOf(error)
      setState(problem.code === notFound.code ? { phase: 'unknown' } : { phase: 'failed', problem })
    }
  }, [hash])
  useEffect(() => void load(), [load])
  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'unknown')
    return (
      <Page company="RMTools" eyebrow={say(words.eyebrow)} title={say(words.unknown)}>
        <p className="lead">{say(words.unknownText)}</p>
      </Page>
    )
  return <Checked check={state.check} hash={hash} />
}

function Checked({ check, hash }: { check: EvidenceCheck; hash: string }) {
  const { say } = useSpeech()
  const { companyName, holds } = check
  return (
    <Page
      company={companyName}
      eyebrow={say(words.eyebrow)}
      title={say(holds ? words.holds : words.broken)}
      {...(holds ? { mark: <Mark isGood /> } : {})}
    >
      {holds ? (
        <p className="lead">{say(words.holdsText(companyName))}</p>
      ) : (
        <Notice tone="danger" isAlert>
          {say(words.brokenText(companyName))}
        </Notice>
      )}
      <Facts check={check} />
      <h2>{say(words.checks)}</h2>
      <Rows rows={useCheckRows(check)} />
      <h2>{say(words.compare)}</h2>
      <p className="lead">{say(words.compareText)}</p>
      <Rows rows={useHashRows(check, hash)} />
    </Page>
  )
}

function Facts({ check }: { check: EvidenceCheck }) {
  const { say, language } = useSpeech()
  const { kind, companyName, signedAt, recordedAt, sequence } = check
  const rows: Row[] = [
    { key: 'kind', label: say(words.kind), value: say(words.kinds[kind]) },
    { key: 'company', label: say(words.company), value: companyName },
    { key: 'signed', label: say(words.signedAt), value: formatInstant(signedAt, language) },
    { key: 'sequence', label: say(words.sequence), value: String(sequence) },
  ]
  if (recordedAt !== signedAt)
    rows.push({
      key: 'recorded',
      label: say(words.recordedAt),
      value: formatInstant(recordedAt, language),
      more: say(words.recordedLater),
    })
  return <Rows rows={rows} />
}

function useCheckRows({ checks }: EvidenceCheck): Row[] {
  const { say } = useSpeech()
  return (['record', 'document', 'signature', 'chain'] as const).map((key) => ({
    key,
    label: say(words[key]),
    value: <Verdict fits={checks[key]} />,
  }))
}

function Verdict({ fits }: { fits: boolean }): ReactNode {
  const { say } = useSpeech()
  return (
    <strong className={`verdict ${fits ? 'tone-good' : 'tone-danger'}`}>
      {say(fits ? words.fits : words.differs)}
    </strong>
  )
}

function useHashRows({ documentHash, previousHash }: EvidenceCheck, hash: string): Row[] {
  const { say } = useSpeech()
  const code = (text: string) => <code className="hash">{text}</code>
  return [
    { key: 'record', label: say(words.recordHash), value: code(hash) },
    { key: 'document', label: say(words.documentHash), value: code(documentHash) },
    {
      key: 'previous',
      label: say(words.previousHash),
      value: previousHash === null ? say(words.first) : code(previousHash),
    },
  ]
}
