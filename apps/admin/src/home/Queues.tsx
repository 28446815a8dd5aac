// The work waiting for the user, by permission, with its age.
import { useQuery } from '@tanstack/react-query'
import { users } from '@rmtools/contracts/auth/users'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import { daysBefore } from '@rmtools/contracts/crm/figures'
import { investors } from '@rmtools/contracts/crm/investors'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { outbox } from '@rmtools/contracts/crm/outbox'
import { reconciliations } from '@rmtools/contracts/crm/reconciliations'
import { formatCount, formatRelative } from '@rmtools/look/format'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import { To } from '../base/To.tsx'
import { dayFromToday, SOON_DAYS } from '../people/Licence.tsx'
import { totalText } from '../ui/DataTable.tsx'
import { words } from './words.ts'
import styles from './home.module.css'

type Queue = {
  word: Bilingual
  total: { count: number; isCapped: boolean }
  since?: string | null
  path: string
  search: Readonly<Record<string, string>>
  /** The items that have waited for more than a day, and the filter that lists them. */
  late?: { count: number; search: Readonly<Record<string, string>> }
}

/** The user's queues; undefined until all are loaded, so that none moves when another arrives. */
export function useQueues(counts: Dashboard | undefined): readonly Queue[] | undefined {
  const [counted, asked] = [useCountedQueues(counts), useAskedQueues()]
  return asked && [...counted, ...asked]
}

export function Queues({ queues }: { queues: readonly Queue[] }) {
  const say = useSay()
  if (queues.length === 0) return null
  return (
    <section aria-label={say(words.waiting)}>
      <ul className={styles['queues']}>
        {queues.map((queue) => (
          <li key={queue.word.en}>
            <OneQueue queue={queue} />
            <Late queue={queue} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneQueue({ queue: { word, total, since, path, search } }: { queue: Queue }) {
  const say = useSay()
  const { language } = say
  return (
    <To path={path} search={search} className={styles['queue'] ?? ''}>
      <strong>{totalText(total, language)}</strong>
      <span>{say(word)}</span>
      {since && total.count > 0 && (
        <small>{say(words.oldest, { age: formatRelative(since, language) })}</small>
      )}
    </To>
  )
}

/** A count of late items with its own link to exactly those. */
function Late({ queue: { word, path, search, late } }: { queue: Queue }) {
  const say = useSay()
  if (!late || late.count === 0) return null
  const text = say(words.overDay, { n: formatCount(late.count, say.language) })
  return (
    <To
      path={path}
      search={{ ...search, ...late.search }}
      className={styles['late'] ?? ''}
      label={`${say(word)}: ${text}`}
    >
      {text}
    </To>
  )
}

const exactly = (count: number) => ({ count, isCapped: false })

/** The queues that the home screen's figures count already. */
function useCountedQueues(counts: Dashboard | undefined): Queue[] {
  const [mayReview, mayWrite, maySync] = [
    useMay(investors.review),
    useMay(investors.create),
    useMay(investors.syncBib),
  ]
  const mayReadOutbox = useMay(outbox.list)
  const mayOrder = useMay(instructions.create)
  if (!counts) return []
  const investorQueue = (
    status: Dashboard['investors'][number]['status'],
    word: Bilingual,
    to: Pick<Queue, 'path' | 'search'> = investorList(status),
  ): Queue[] => {
    const found = counts.investors.find((one) => one.status === status)
    if (!found) return []
    const late = {
      count: found.overOneDay,
      search: { waitingBefore: daysBefore(new Date(counts.at), 1) },
    }
    return [{ word, total: exactly(found.count), since: found.since, late, ...to }]
  }
  const awaiting =
    counts.instructions.find(({ status }) => status === 'awaiting-approval')?.count ?? 0
  return [
    ...(mayReview
      ? investorQueue('submitted', words.submitted, { path: paths.review(), search: {} })
      : []),
    ...(mayWrite
      ? [...investorQueue('returned', words.returned), ...investorQueue('draft', words.drafts)]
      : []),
    ...(mayOrder
      ? [
          {
            word: words.awaiting,
            total: exactly(awaiting),
            path: paths.instructions(),
            search: { statuses: 'awaiting-approval' },
          },
        ]
      : []),
    ...(maySync || mayReadOutbox ? investorQueue('sync-failed', words.syncFailed) : []),
  ]
}

const investorList = (statuses: string) => ({
  path: paths.investors(),
  search: { statuses, order: 'oldest' },
})

const DEAD_SHOWN = 100
const RUNS_ASKED = 20
const ASK_MS = 60_000

/** The counts of the other lists, fetched on demand. */
function useAskedQueues(): Queue[] | undefined {
  const me = useMe()
  const [mayApprove, mayDeal, mayReadOutbox, mayReadRuns] = [
    useMay(users.approveOrReject),
    useMay(users.update),
    useMay(outbox.list),
    useMay(reconciliations.list),
  ]
  const soon = dayFromToday(SOON_DAYS)
  const pending = useQuery({
    ...ask('users', 'list', { status: 'pending', count: true, limit: 1, order: 'oldest' }),
    enabled: mayApprove === true,
  })
  const licences = useQuery({
    ...ask('users', 'list', { licenceExpiresBefore: soon, count: true, limit: 1 }),
    enabled: mayDeal === true,
  })
  const dead = useQuery({
    ...ask('outbox', 'list', { state: 'dead', limit: DEAD_SHOWN }),
    enabled: mayReadOutbox === true,
    refetchInterval: ASK_MS,
  })
  const runs = useQuery({
    ...ask('reconciliations', 'list', { limit: RUNS_ASKED }),
    enabled: mayReadRuns === true,
  })
  if (!me || [pending, licences, dead, runs].some(({ isLoading }) => isLoading)) return undefined
  const queues: Queue[] = []
  if (pending.data?.total)
    queues.push({
      word: words.pendingUsers,
      total: pending.data.total,
      since: pending.data.items[0]?.createdAt ?? null,
      path: paths.people(),
      search: { status: 'pending' },
    })
  if (dead.data)
    queues.push({
      word: words.dead,
      total: { count: dead.data.items.length, isCapped: dead.data.nextCursor !== null },
      since: dead.data.items.at(-1)?.createdAt ?? null,
      path: paths.sync(),
      search: { state: 'dead' },
    })
  // A run that is in progress, or failed, has found nothing yet.
  const run = runs.data?.items.find(({ status }) => status === 'done')
  if (runs.data)
    queues.push({
      word: words.unresolved,
      total: exactly(run?.unresolved ?? 0),
      path: paths.sync(),
      search: { part: 'reconciliations', ...(run ? { run: run.id, outcome: 'unresolved' } : {}) },
    })
  if (licences.data?.total)
    queues.push({
      word: words.licences,
      total: licences.data.total,
      path: paths.people(),
      search: { licence: 'expiring' },
    })
  return queues
}
