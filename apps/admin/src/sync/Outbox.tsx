import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Segmented } from 'antd'
import {
  companyTasks,
  isCompanyTask,
  jobStates as stateCodes,
  outbox,
  type CompanyTask,
  type OutboxJob,
} from '@rmtools/contracts/crm/outbox'
import { jobStates } from '@rmtools/look/states'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { askPages, useAct } from '../base/queries.ts'
import { oneOf, useAddress } from '../base/search.ts'
import { problemText } from '@rmtools/look/problems'
import type { Column } from '../ui/columns.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pick } from '../ui/Pick.tsx'
import { State } from '../ui/State.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { ReplayAll } from './ReplayAll.tsx'
import { taskWords, words } from './words.ts'

const readers = { part: oneOf(['outbox']), state: oneOf(stateCodes), task: oneOf(companyTasks) }
const ASK_MS = 15_000

export function Outbox() {
  const say = useSay()
  const [{ part, state, task }, change] = useAddress(readers)
  const query = askPages('outbox', 'list', {
    limit: 50,
    ...(state ? { state } : {}),
    ...(task ? { task } : {}),
  })
  // Jobs change without user action, so the screen polls while it is open.
  useInfiniteQuery({ ...query, refetchInterval: ASK_MS })
  return (
    <DataTable
      label={say(words.task)}
      name="outbox"
      home={part ? { part } : {}}
      query={query}
      columns={columnsOf(say)}
      empty={
        <Empty title={say(state === 'dead' ? words.noneDead : words.none)}>
          {say(words.noneHint)}
        </Empty>
      }
      aside={<ReplayAll task={task} />}
      toolbar={
        <>
          <Segmented
            aria-label={say(words.state)}
            value={state ?? 'all'}
            options={[
              { value: 'all', label: say(words.all) },
              ...stateCodes.map((one) => ({ value: one, label: say(jobStates[one].word) })),
            ]}
            onChange={(next) => change({ state: stateCodes.find((one) => one === next) })}
          />
          <Pick
            label={say(words.task)}
            all={say(words.allTasks)}
            value={task}
            options={companyTasks.map((value) => ({ value, label: say(taskWords[value]) }))}
            onPick={(next) => change({ task: next })}
          />
        </>
      }
    />
  )
}

/** The label of a task, if there is one. */
export const taskText = (say: Say, task: string) =>
  isCompanyTask(task) ? say(taskWords[task]) : task

function columnsOf(say: Say): Column<OutboxJob>[] {
  return [
    {
      key: 'task',
      title: say(words.task),
      render: ({ id, task }) => (
        <>
          <span className="nowrap">{taskText(say, task)}</span>
          <div className="faint">
            <Code>{`#${id}`}</Code>
          </div>
        </>
      ),
    },
    { key: 'record', title: say(words.record), render: (job) => <Record job={job} /> },
    {
      key: 'state',
      title: say(words.state),
      render: ({ state }) => <State state={jobStates[state]} />,
    },
    {
      key: 'attempts',
      title: say(words.attempts),
      align: 'right',
      render: ({ attempts, maxAttempts }) => (
        <span className="figures nowrap">
          {say(words.attemptsOf, { n: attempts, max: maxAttempts })}
        </span>
      ),
    },
    {
      key: 'error',
      title: say(words.error),
      render: ({ lastError }) => (lastError ? <span className="mono">{lastError}</span> : null),
    },
    {
      key: 'created',
      title: say(words.created),
      render: ({ createdAt }) => <Ago at={createdAt} />,
    },
    {
      key: 'next',
      title: say(words.next),
      render: ({ nextRunAt }) => <Ago at={nextRunAt} />,
      isMinor: true,
    },
    {
      key: 'act',
      title: say(words.replay),
      isUntitled: true,
      align: 'right',
      render: (job) => <Replay job={job} />,
    },
  ]
}

const recordPaths: Readonly<Partial<Record<CompanyTask, (id: string) => string>>> = {
  'bib.investor': paths.investor,
  'bib.instruction': paths.instruction,
  'bib.cancel': paths.instruction,
  'bib.payer': paths.instruction,
  'payment.due': paths.instruction,
  'approval.remind': paths.instruction,
  'registration.remind': paths.investor,
  'instruction.expire': paths.instruction,
  'plan.run': paths.plan,
  'statement.make': paths.investor,
  'lead.remind': paths.lead,
}

function Record({ job: { task, recordId } }: { job: OutboxJob }) {
  const say = useSay()
  const path = isCompanyTask(task) ? recordPaths[task] : undefined
  if (recordId === null) return <span className="faint">–</span>
  if (!path) return <Code>{recordId.slice(0, SHORT)}</Code>
  return (
    <Link to={path(recordId)} aria-label={`${say(words.open)} ${taskText(say, task)} ${recordId}`}>
      <Code>{recordId.slice(0, SHORT)}</Code>
    </Link>
  )
}
const SHORT = 8

function Replay({ job: { id, state } }: { job: OutboxJob }) {
  const say = useSay()
  const { message, notification } = App.useApp()
  const may = useMay(outbox.replay)
  const { run, isPending } = useAct('outbox', 'replay', {
    touches: ['investors', 'instructions'],
    onDone: () => void message.success(say(words.replayed, { id })),
    onRefused: ({ code }) =>
      notification.error({ title: problemText(code, say.language), role: 'alert' }),
  })
  const whyWaiting = state === 'waiting' ? say(words.notFailed) : undefined
  const reason = may === false ? say(words.mayNotReplay) : whyWaiting
  return (
    <WithReason reason={reason}>
      {(described) => (
        <Button
          size="small"
          loading={isPending}
          {...described}
          aria-label={`${say(words.replay)} #${id}`}
          onClick={() => void run({ id })}
        >
          {say(words.replay)}
        </Button>
      )}
    </WithReason>
  )
}
