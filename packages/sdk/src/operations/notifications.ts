// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type Notification = {
  id: Id
  companyId: Id | null
  kind: string
  params: {
  }
  /** Path within the apps, such as /leads/… */
  link: string | null
  readAt: Instant | null
  createdAt: Instant
}

export type NotificationsListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Unread only */
  unread?: boolean
}

export type NotificationsReadInput = {
  ids?: Array<Id>
}

export type NotificationsSubscribeInput = {
  pushToken: string
}

export type NotificationsUnsubscribeInput = {
}

export type NotificationsApi = {
  /** Own notifications, newest first */
  list: ListMethod<NotificationsListInput, {
    items: Array<Notification>
    nextCursor: string | null
    unreadCount: number
  }>
  /** Mark the given notifications, or all, as read */
  read: Method<NotificationsReadInput, {
    unreadCount: number
  }>
  /** Enable push for the device of this session */
  subscribe: Method<NotificationsSubscribeInput, void>
  /** Disable push for the device of this session */
  unsubscribe: Method<NotificationsUnsubscribeInput, void>
}

export const notifications = {
  list: {"method":"GET","path":"/auth/notifications","query":["limit","cursor","unread"],"reply":"json"},
  read: {"method":"POST","path":"/auth/notifications/read","body":["ids"],"reply":"json"},
  subscribe: {"method":"POST","path":"/auth/notifications/sub","body":["pushToken"]},
  unsubscribe: {"method":"POST","path":"/auth/notifications/unsub"},
} as const satisfies Operations[string]
