import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import {
  reconciliations,
  type ReconciliationDifference,
  type ReconciliationReport,
} from '@rmtools/contracts/crm/reconciliations'
import { formatCount, formatInstant } from '@rmtools/look/format'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask, askPages, useAct } from '../base/queries.ts'
import { id, oneOf, useAddress } from '../base/search.ts'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Pick } from '../ui/Pick.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { State } from '../ui/State.tsx'
import { At, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { entityWords, fieldWords, outcomeStates, runStates, words } from './words.ts'

const outcomes = ['unresolved', 'applied'] as const
const readers = { run: id, outcome: oneOf(outcomes) }
const ASK_MS = 2000
const isUnderway = ({ status }: Pick<ReconciliationReport, 'status'>) =>
  status === 'waiting' || status === 'running'

export function Reconciliations() {
  const say = useSay()
  const [{ run, outcome }, change] = useAddress(readers)
  const query = askPages('reconciliations', 'list', { limit: 20 })
  useInfiniteQuery({
    ...query,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isUnderway) ? ASK_MS : false),
  })
  return (
    <>
      <DataTable
        label={say({ id: 'Rekonsiliasi', en: 'Reconciliation' })}
        name="reconciliations"
        home={{ part: 'reconciliations' }}
        query={query}
        columns={columnsOf(say, (next) => change({ run: next }))}
        empty={<Empty title={say(words.noRuns)}>{say(words.noRunsHint)}</Empty>}
        toolbar={<RunNow />}
      />
      {run && (
        <Differences
          id={run}
          outcome={outcome}
          onPick={(next) => change({ outcome: next })}
          onClose={() => change({ run: undefined, outcome: undefined })}
        />
      )}
    </>
  )
}

function columnsOf(say: Say, open: (id: string) => void): Column<ReconciliationReport>[] {
  const count = (key: 'compared' | 'applied' | 'unresolved'): Column<ReconciliationReport> => ({
    key,
    title: say(words[key]),
    align: 'right',
    render: (run) => <span className="figures">{formatCount(run[key], say.language)}</span>,
  })
  return [
    {
      key: 'created',
      title: say(words.startedAt),
      render: ({ id: run, createdAt }) => (
        <Button type="link" size="small" onClick={() => open(run)}>
          {formatInstant(createdAt, say.language)}
        </Button>
      ),
    },
    { key: 'by', title: say(words.startedBy), render: ({ startedBy }) => say(words[startedBy]) },
    {
      key: 'status',
      title: say(words.state),
      render: ({ status }) => <State state={runStates[status]} />,
    },
    count('compared'),
    count('applied'),
    count('unresolved'),
    {
      key: 'error',
      title: say(words.error),
      render: ({ error }) => (error ? <span className="mono">{error}</span> : null),
      isMinor: true,
    },
  ]
}

function RunNow() {
  const say = useSay()
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('reconciliations', 'start', {
    onDone: () => void message.success(say(words.started)),
  })
  const reason = useMay(reconciliations.start) === false ? say(words.mayNotReplay) : undefined
  return (
    <>
      <WithReason reason={reason}>
        {(described) => (
          <Button type="primary" loading={isPending} {...described} onClick={() => void run({})}>
            {say(words.runNow)}
          </Button>
        )}
      </WithReason>
      <Refusal problem={problem} />
    </>
  )
}

type Outcome = ReconciliationDifference['outcome']
type DifferencesProps = {
  id: string
  outcome: Outcome | undefined
  onPick: (outcome: Outcome | undefined) => void
  onClose: () => void
}

function Differences({ id: run, outcome, onPick, onClose }: DifferencesProps) {
  const say = useSay()
  const { data, error, isPending, refetch } = useQuery({
    ...ask('reconciliations', 'get', { id: run }),
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? ASK_MS : false),
  })
  const title = data
    ? say(words.run, { at: formatInstant(data.createdAt, say.language) })
    : say(words.differences)
  return (
    <Drawer open title={title} size={760} onClose={onClose}>
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting rows={8} />}
      {data && (
        <>
          <KeyValues
            items={[
              [say(words.state), <State state={runStates[data.status]} />],
              [
                say(words.period),
                data.since === null ? say(words.everything) : <At at={data.since} />,
              ],
              [say(words.compared), formatCount(data.compared, say.language)],
              [say(words.error), data.error],
            ]}
          />
          <Pick
            label={say(words.outcome)}
            all={say(words.anyOutcome)}
            value={outcome}
            options={outcomes.map((value) => ({ value, label: say(outcomeStates[value].word) }))}
            onPick={onPick}
          />
          <PlainTable<ReconciliationDifference>
            label={say(words.differences)}
            rows={data.differences.filter(
              (difference) => outcome === undefined || difference.outcome === outcome,
            )}
            keyOf={(difference) => difference.id}
            empty={
              <Empty
                title={say(data.differences.length > 0 ? words.noneOfOutcome : words.noDifferences)}
              />
            }
            columns={[
              {
                key: 'record',
                title: say(words.record),
                render: (difference) => <Record difference={difference} />,
              },
              {
                key: 'field',
                title: say(words.field),
                render: ({ field }) => say(fieldWords[field]),
              },
              {
                key: 'ours',
                title: say(words.ours),
                render: ({ ours }) => ours ?? <span className="faint">{say(words.absent)}</span>,
              },
              {
                key: 'theirs',
                title: say(words.theirs),
                render: ({ theirs }) =>
                  theirs ?? <span className="faint">{say(words.absent)}</span>,
              },
              {
                key: 'outcome',
                title: say(words.outcome),
                render: ({ outcome }) => <State state={outcomeStates[outcome]} />,
              },
            ]}
          />
        </>
      )}
    </Drawer>
  )
}

const UUID = /^[0-9a-f-]{36}$/

/** Bib may report records that we do not have: only ours are linked. */
function Record({
  difference: { entity, sourceId, ours },
}: {
  difference: ReconciliationDifference
}) {
  const say = useSay()
  const text = (
    <>
      {say(entityWords[entity])} <Code>{sourceId.slice(0, 8)}</Code>
    </>
  )
  if (ours === null || !UUID.test(sourceId)) return text
  return (
    <Link to={entity === 'investor' ? paths.investor(sourceId) : paths.instruction(sourceId)}>
      {text}
    </Link>
  )
}
