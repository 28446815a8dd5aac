// A user's notifications; pushed to subscribed devices.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, pageQuery, Shape, Named } from '../endpoint.ts'
import { Id, Instant, Text } from '../fields.ts'

/** The apps render `kind` and `params` as text in the user's language. */
export const Notification = Named(
  'Notification',
  Shape({
    id: Id,
    companyId: Nullable(Id),
    kind: Type.String(),
    params: Type.Object({}, { additionalProperties: true }),
    link: Nullable(Type.String({ description: 'Path within the apps, such as /leads/…' })),
    readAt: Nullable(Instant),
    createdAt: Instant,
  }),
)
export type Notification = Static<typeof Notification>

export const notifications = {
  list: endpoint({
    method: 'GET',
    path: '/auth/notifications',
    summary: 'Own notifications, newest first',
    access: 'session',
    query: Shape({
      ...pageQuery,
      unread: Type.Optional(Type.Boolean({ description: 'Unread only' })),
    }),
    reply: Shape({
      items: Type.Array(Notification),
      nextCursor: Nullable(Type.String()),
      unreadCount: Type.Integer(),
    }),
  }),
  read: endpoint({
    method: 'POST',
    path: '/auth/notifications/read',
    summary: 'Mark the given notifications, or all, as read',
    access: 'session',
    body: Shape({ ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })) }),
    reply: Shape({ unreadCount: Type.Integer() }),
  }),
  subscribe: endpoint({
    method: 'POST',
    path: '/auth/notifications/sub',
    summary: 'Enable push for the device of this session',
    access: 'session',
    body: Shape({ pushToken: Text(4096) }),
  }),
  unsubscribe: endpoint({
    method: 'POST',
    path: '/auth/notifications/unsub',
    summary: 'Disable push for the device of this session',
    access: 'session',
  }),
}
