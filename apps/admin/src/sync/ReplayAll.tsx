import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { outbox, type CompanyTask } from '@rmtools/contracts/crm/outbox'
import { Problem } from '@rmtools/contracts/problem'
import { call } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { asProblem, refresh } from '../base/queries.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { taskWords, words } from './words.ts'

type Count = { all: number; done: number; failed: number; isOver: boolean }

// One page at a time; further ones are fetched before continuing.
const PAGE = 100
const MOST = 1000

/**
 * Replays all failed jobs of one task, and reports how many were replayed and how many were
 * rejected.
 */
export function ReplayAll({ task }: { task: CompanyTask | undefined }) {
  const say = useSay()
  const may = useMay(outbox.replay)
  const [isOpen, setOpen] = useState(false)
  const [count, setCount] = useState<Count | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isStopped = useRef(false)
  const word = task === undefined ? undefined : taskWords[task]
  const whyNoTask = word === undefined ? say(words.chooseTask) : undefined
  const reason = may === false ? say(words.mayNotReplay) : whyNoTask
  const isRunning = count !== null && !count.isOver
  const start = async () => {
    if (task === undefined || isRunning) return
    isStopped.current = false
    setProblem(null)
    try {
      await replayAll(task, { tell: setCount, isStopped: () => isStopped.current })
    } catch (error) {
      setProblem(asProblem(error))
      setCount(null)
    }
    await refresh('outbox', 'investors', 'instructions')
  }
  const close = () => {
    isStopped.current = true
    setOpen(false)
    setCount(null)
    setProblem(null)
  }
  return (
    <>
      <WithReason reason={reason}>
        {(described) => (
          <Button {...described} onClick={() => setOpen(true)}>
            {say(words.replayAll)}
          </Button>
        )}
      </WithReason>
      {isOpen && word && (
        <ConfirmDialog
          title={say(words.replayAllTitle, { task: say(word) })}
          act={say(words.replayAll)}
          isPending={isRunning}
          problem={problem}
          onAct={() => void start()}
          onClose={close}
        >
          <p>{say(words.replayAllText)}</p>
          {count && <Told count={count} />}
        </ConfirmDialog>
      )}
    </>
  )
}

function Told({ count: { all, done, failed, isOver } }: { count: Count }) {
  const say = useSay()
  const gone = done + failed
  return (
    <div role="status">
      <Progress
        percent={all === 0 ? 100 : Math.round((100 * gone) / all)}
        showInfo={false}
        aria-label={say(words.replayAll)}
      />
      {isOver
        ? say(words.replayAllDone, { done, failed })
        : say(words.progress, { done: gone, all })}
    </div>
  )
}

type Watch = { tell: (count: Count) => void; isStopped: () => boolean }

async function replayAll(task: string, { tell, isStopped }: Watch): Promise<void> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await call(['outbox', 'list'], {
      task,
      state: 'dead',
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor && ids.length < MOST)
  const count: Count = { all: ids.length, done: 0, failed: 0, isOver: ids.length === 0 }
  tell({ ...count })
  for (const id of ids) {
    if (isStopped()) return
    // A job that somebody else replayed meanwhile must not stop the rest.
    const went = await call(['outbox', 'replay'], { id }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem && (error.status === 404 || error.status === 409)) return false
        throw error
      },
    )
    if (went) count.done += 1
    else count.failed += 1
    count.isOver = count.done + count.failed === count.all
    tell({ ...count })
  }
}
