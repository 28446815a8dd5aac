// Sessions and devices as tables: of another user, and the user's own.
import { Button, Table } from 'antd'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { platformWords, words } from './words.ts'

/** Among the user's own, the current one is known. */
type Listed = { id: string; isCurrent?: boolean }
type Session = ReplyOf<'userAccess', 'sessions'>['items'][number] & Listed
type Device = ReplyOf<'userAccess', 'devices'>['items'][number] & Listed
type Query<T> = {
  data: { items: readonly T[] } | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}
type Props<T> = {
  query: Query<T>
  onEnd: (one: T) => void
  /** Why one cannot be ended, if so. */
  whyNot: (one: T) => string | undefined
}

export function SessionTable<T extends Session>(props: Props<T>) {
  const say = useSay()
  return (
    <AccessTable
      {...props}
      said={{
        none: say(words.noSessions),
        current: say(words.thisSession),
        end: say(words.endSession),
      }}
      show={({ deviceName, client, ip, createdAt, lastUsedAt }) => ({
        name: deviceName,
        app: say(words[client]),
        ip,
        since: createdAt,
        lastUsed: lastUsedAt,
      })}
    />
  )
}

export function DeviceTable<T extends Device>(props: Props<T>) {
  const say = useSay()
  return (
    <AccessTable
      {...props}
      said={{ none: say(words.noDevices), current: say(words.thisDevice), end: say(words.revoke) }}
      show={({ name, platform, lastIp, trustedAt, lastSeenAt }) => ({
        name,
        app: platformWords[platform],
        ip: lastIp,
        since: trustedAt,
        lastUsed: lastSeenAt,
      })}
    />
  )
}

type Shown = { name: string; app: string; ip: string | null; since: string; lastUsed: string }
type TableProps<T> = Props<T> & {
  said: Record<'none' | 'current' | 'end', string>
  show: (one: T) => Shown
}

function AccessTable<T extends Listed>({ query, onEnd, whyNot, said, show }: TableProps<T>) {
  const say = useSay()
  if (query.error) return <Refusal problem={query.error} onRetry={() => query.refetch()} />
  if (query.isPending || !query.data) return <Waiting rows={3} />
  if (query.data.items.length === 0) return <p className="faint">{said.none}</p>
  const columns = [
    {
      title: say(words.device),
      render: (_: unknown, one: T) => (
        <>
          {show(one).name}
          {one.isCurrent && <span className="faint"> · {said.current}</span>}
        </>
      ),
    },
    { title: say(words.app), render: (_: unknown, one: T) => show(one).app },
    { title: say(words.ip), render: (_: unknown, one: T) => <Code>{show(one).ip}</Code> },
    { title: say(words.since), render: (_: unknown, one: T) => <Ago at={show(one).since} /> },
    { title: say(words.lastUsed), render: (_: unknown, one: T) => <Ago at={show(one).lastUsed} /> },
    {
      title: <span className="visually-hidden">{say(words.acts)}</span>,
      align: 'right' as const,
      render: (_: unknown, one: T) => (
        <WithReason reason={whyNot(one)}>
          {(described) => (
            <Button
              size="small"
              {...described}
              onClick={() => onEnd(one)}
              aria-label={`${said.end} ${show(one).name}`}
            >
              {said.end}
            </Button>
          )}
        </WithReason>
      ),
    },
  ]
  return (
    <Table<T>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...query.data.items]}
      columns={columns}
    />
  )
}
