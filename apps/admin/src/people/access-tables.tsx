// Sessions and devices as tables: of a person of the company, and one's own.
import { Button, Table } from 'antd'
import type { ReplyOf } from '../app/api.ts'
import { useSay } from '../app/language.ts'
import { Refusal, Waiting } from '../ui/Notice.tsx'
import { Ago, Code } from '../ui/values.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { platformWords, words } from './words.ts'

type Session = ReplyOf<'userAccess', 'sessions'>['items'][number] & { isCurrent?: boolean }
type Device = ReplyOf<'userAccess', 'devices'>['items'][number] & { isCurrent?: boolean }
type Query<T> = { data: { items: readonly T[] } | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

const thisOne = { id: 'sesi ini', en: 'this one' }

export function SessionTable<T extends Session>({
  query,
  onEnd,
  whyNot,
}: {
  query: Query<T>
  onEnd: (session: T) => void
  whyNot: (session: T) => string | undefined
}) {
  const say = useSay()
  return (
    <Rows query={query} none={say(words.noSessions)}>
      {(items) => (
        <Table<T>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...items]}
          columns={[
            {
              title: say(words.device),
              render: (_, { deviceName, isCurrent }) => <Named name={deviceName} isCurrent={isCurrent === true} />,
            },
            { title: say(words.app), render: (_, { client }) => say(words[client]) },
            { title: say(words.ip), render: (_, { ip }) => <Code>{ip}</Code> },
            { title: say(words.since), render: (_, { createdAt }) => <Ago at={createdAt} /> },
            { title: say(words.lastUsed), render: (_, { lastUsedAt }) => <Ago at={lastUsedAt} /> },
            {
              title: <span className="visually-hidden">{say(words.acts)}</span>,
              align: 'right',
              render: (_, session) => (
                <End word={say(words.endSession)} name={session.deviceName} whyNot={whyNot(session)} onEnd={() => onEnd(session)} />
              ),
            },
          ]}
        />
      )}
    </Rows>
  )
}

export function DeviceTable<T extends Device>({
  query,
  onRevoke,
  whyNot,
}: {
  query: Query<T>
  onRevoke: (device: T) => void
  whyNot: (device: T) => string | undefined
}) {
  const say = useSay()
  return (
    <Rows query={query} none={say(words.noDevices)}>
      {(items) => (
        <Table<T>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...items]}
          columns={[
            { title: say(words.device), render: (_, { name, isCurrent }) => <Named name={name} isCurrent={isCurrent === true} /> },
            { title: say(words.app), render: (_, { platform }) => platformWords[platform] },
            { title: say(words.ip), render: (_, { lastIp }) => <Code>{lastIp}</Code> },
            { title: say(words.since), render: (_, { trustedAt }) => <Ago at={trustedAt} /> },
            { title: say(words.lastUsed), render: (_, { lastSeenAt }) => <Ago at={lastSeenAt} /> },
            {
              title: <span className="visually-hidden">{say(words.acts)}</span>,
              align: 'right',
              render: (_, device) => (
                <End word={say(words.revoke)} name={device.name} whyNot={whyNot(device)} onEnd={() => onRevoke(device)} />
              ),
            },
          ]}
        />
      )}
    </Rows>
  )
}

function Rows<T>({ query, none, children }: { query: Query<T>; none: string; children: (items: readonly T[]) => React.ReactNode }) {
  if (query.error) return <Refusal problem={query.error} onRetry={() => query.refetch()} />
  if (query.isPending || !query.data) return <Waiting rows={3} />
  return query.data.items.length === 0 ? <p className="faint">{none}</p> : children(query.data.items)
}

function Named({ name, isCurrent }: { name: string; isCurrent: boolean }) {
  const say = useSay()
  return (
    <>
      {name}
      {isCurrent && <span className="faint"> · {say(thisOne)}</span>}
    </>
  )
}

function End({ word, name, whyNot, onEnd }: { word: string; name: string; whyNot: string | undefined; onEnd: () => void }) {
  return (
    <WithReason reason={whyNot}>
      {(described) => (
        <Button size="small" {...described} onClick={onEnd} aria-label={`${word} ${name}`}>
          {word}
        </Button>
      )}
    </WithReason>
  )
}
