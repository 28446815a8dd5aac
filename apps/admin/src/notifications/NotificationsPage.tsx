import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { Notification } from '@rmtools/contracts/auth/notifications'
import { notificationText } from '@rmtools/look/notification-words'
import { useSay } from '../base/language.ts'
import { ask, askPages, useAct } from '../base/queries.ts'
import { flag, useAddress } from '../base/search.ts'
import { Columns } from '../ui/Columns.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Ago } from '../ui/values.tsx'
import { PushPreferences } from './PushPreferences.tsx'
import { pathOf } from './targets.ts'
import { words } from './words.ts'
import styles from './Notifications.module.css'

const readers = { unread: flag }

export function NotificationsPage() {
  const say = useSay()
  const [{ unread }, change] = useAddress(readers)
  const { data: first } = useQuery(ask('notifications', 'list', { limit: 1 }))
  const read = useAct('notifications', 'read')
  return (
    <Page
      title={say(words.title)}
      aside={
        <Segmented
          aria-label={say(words.show)}
          value={unread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: say(words.all) },
            { value: 'unread', label: say(words.unread) },
          ]}
          onChange={(next) => change({ unread: next === 'unread' ? true : undefined })}
        />
      }
      actions={
        <Button
          disabled={!first || first.unreadCount === 0}
          loading={read.isPending}
          onClick={() => void read.run({})}
        >
          {say(words.readAll)}
        </Button>
      }
    >
      <Refusal problem={read.problem} />
      <Columns aside={<PushPreferences />}>
        <List isUnread={unread === true} onRead={(id) => void read.run({ ids: [id] })} />
      </Columns>
    </Page>
  )
}

function List({ isUnread, onRead }: { isUnread: boolean; onRead: (id: string) => void }) {
  const say = useSay()
  const query = useInfiniteQuery(
    askPages('notifications', 'list', { limit: 30, ...(isUnread ? { unread: true } : {}) }),
  )
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className={styles['list']} aria-label={say(words.title)} aria-busy={query.isPending}>
      {query.error && <Refusal problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting rows={8} />}
      {query.data && items.length === 0 && (
        <Empty title={say(isUnread ? words.noneUnread : words.none)}>
          {say(isUnread ? words.noneUnreadHint : words.noneHint)}
        </Empty>
      )}
      <ul>
        {items.map((notification) => (
          <Item key={notification.id} notification={notification} onRead={onRead} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          className={styles['more'] ?? ''}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say({ id: 'Muat lebih banyak', en: 'Load more' })}
        </Button>
      )}
    </section>
  )
}

function Item({
  notification,
  onRead,
}: {
  notification: Notification
  onRead: (id: string) => void
}) {
  const say = useSay()
  const { id, kind, params, readAt, createdAt } = notification
  const { title, text } = notificationText(kind, params, say.language)
  const path = pathOf(notification)
  const read = () => {
    if (readAt === null) onRead(id)
  }
  return (
    <li data-unread={readAt === null}>
      <i
        role="img"
        aria-label={readAt === null ? say(words.unreadDot) : ''}
        aria-hidden={readAt !== null}
      />
      <div>
        {path ? (
          <Link to={path} onClick={read}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        <p>{text}</p>
      </div>
      <small>
        <Ago at={createdAt} />
      </small>
      {readAt === null && (
        <Button size="small" type="text" onClick={read} aria-label={say(words.readOne, { title })}>
          {say(words.read)}
        </Button>
      )}
    </li>
  )
}
