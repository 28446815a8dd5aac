import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Bell as BellIcon } from 'lucide-react'
import { nouns } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import styles from './Shell.module.css'

/** The number of unread notifications, kept current by live updates. */
export function Bell() {
  const say = useSay()
  const { data } = useQuery(ask('notifications', 'list', { limit: 1 }))
  const unread = data?.unreadCount ?? 0
  const label =
    unread > 0
      ? say(
          { id: '{count} notifikasi belum dibaca', en: '{count} unread notifications' },
          { count: unread },
        )
      : say(nouns.notifications)
  return (
    <Link className={styles['bell']} to={paths.notifications()} aria-label={label} title={label}>
      <BellIcon size={16} aria-hidden />
      {unread > 0 && <b aria-hidden>{unread > 99 ? '99+' : unread}</b>}
    </Link>
  )
}
