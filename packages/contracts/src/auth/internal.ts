// auth's operations for other services of the installation, never exposed by the public gateway.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, Shape, Named } from '../endpoint.ts'
import { Id, Instant, Text } from '../fields.ts'

const Words = Shape({ title: Text(200), text: Text(2000) })

/**
 * `message` is the text of the push and the e-mail; without it a push only says that there is
 * something new.
 */
export const NewNotification = Named(
  'NewNotification',
  Shape({
    id: Id,
    userId: Id,
    companyId: Nullable(Id),
    kind: Text(80),
    params: Type.Object({}, { additionalProperties: true, maxProperties: 50 }),
    link: Nullable(Text(500)),
    message: Type.Optional(Shape({ id: Words, en: Words })),
    email: Type.Optional(Type.Boolean()),
  }),
)
export type NewNotification = Static<typeof NewNotification>

export const internal = {
  keys: endpoint({
    method: 'GET',
    path: '/auth/internal/keys',
    summary: 'Public keys of access tokens',
    access: 'service',
    reply: Type.Array(Shape({ kid: Type.String(), publicKey: Type.String() })),
  }),
  revocations: endpoint({
    method: 'GET',
    path: '/auth/internal/revocations',
    summary: 'Sessions that ended since an instant',
    access: 'service',
    query: Shape({ since: Instant }),
    reply: Type.Array(Shape({ sessionId: Id, revokedAt: Instant })),
  }),
  notify: endpoint({
    method: 'POST',
    path: '/auth/internal/notifications',
    summary: 'Notify a user; a repeated id does nothing',
    access: 'service',
    body: NewNotification,
    reply: Shape({ isNew: Type.Boolean() }),
  }),
}
