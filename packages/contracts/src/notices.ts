// Notices of changes, from the services to bff.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from './endpoint.ts'
import { Id } from './fields.ts'

/** A position in a service's sequence of notices: everything up to it has been read. */
export const NoticeCursor = Named(
  'NoticeCursor',
  Type.String({ pattern: '^[0-9]{1,20}-[0-9]{1,20}$' }),
)

export const Notice = Named(
  'Notice',
  Shape({
    cursor: NoticeCursor,
    /**
     * `book`: users who may see the book of one of these users in the company; `person`: the users
     * themselves; `company`: all users with the permission there.
     */
    audience: OneOf(['book', 'person', 'company', 'everyone']),
    companyId: Nullable(Id),
    userIds: Type.Array(Id),
    kind: Type.String(),
    id: Type.String(),
    /** The record to which it belongs: for an instruction, the investor. */
    parentId: Nullable(Type.String()),
  }),
)
export type Notice = Static<typeof Notice>

const changesAt = <const Path extends `/${string}`>(path: Path) => ({
  since: endpoint({
    method: 'GET',
    path,
    summary: 'What changed after a cursor, oldest first',
    description: 'Without a cursor: all stored changes. A full page has a next one at once.',
    access: 'service',
    query: Shape({ cursor: Type.Optional(NoticeCursor) }),
    reply: Shape({ items: Type.Array(Notice), cursor: NoticeCursor, isFull: Type.Boolean() }),
  }),
})

export const authChanges = changesAt('/auth/internal/changes')
export const crmChanges = changesAt('/crm/internal/changes')
