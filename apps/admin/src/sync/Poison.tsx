import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { ask } from '../base/queries.ts'
import { Empty } from '../ui/Notice.tsx'
import { PlainTable } from '../ui/PlainTable.tsx'
import { At, Code } from '../ui/values.tsx'
import { partWords, words } from './words.ts'

type Message = ReplyOf<'outbox', 'poison'>['items'][number]

/**
 * Unreadable messages from Bib, set aside so that they block nothing. They belong to no company, so
 * only the platform sees them.
 */
export function Poison() {
  const say = useSay()
  const { data, error, refetch } = useQuery(ask('outbox', 'poison', {}))
  return (
    <PlainTable<Message>
      label={say(partWords.poison)}
      rows={data?.items}
      keyOf={({ id }) => id}
      problem={error}
      onRetry={() => void refetch()}
      empty={<Empty title={say(words.noPoison)} />}
      columns={[
        {
          key: 'received',
          title: say(words.received),
          render: ({ receivedAt }) => <At at={receivedAt} />,
        },
        {
          key: 'message',
          title: say(words.message),
          render: ({ messageId }) => <Code>{messageId}</Code>,
        },
        {
          key: 'why',
          title: say(words.why),
          render: ({ reason }) => <span className="mono">{reason}</span>,
        },
      ]}
    />
  )
}
