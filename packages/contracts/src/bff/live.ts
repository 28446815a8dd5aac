// Changes as they happen (server-sent events). An event says that something changed but not its new
// value: clients reload it.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, Shape, Named } from '../endpoint.ts'
import { Id } from '../fields.ts'

/**
 * Kinds of change. `product` and `nav` carry a product's code as their id, `outbox` the id of a job
 * that was given up or replayed.
 */
export const changeKinds = [
  'lead',
  'investor',
  'instruction',
  'plan',
  'notification',
  'product',
  'nav',
  'user',
  'outbox',
] as const
export type ChangeKind = (typeof changeKinds)[number]
/** Other releases may have other kinds. */
export const isChangeKind = (kind: string): kind is ChangeKind =>
  changeKinds.some((known) => known === kind)

/** The kind in the data of an event `change`; undefined for a kind of another release. */
export function changeIn(data: string): ChangeKind | undefined {
  const change: unknown = JSON.parse(data)
  if (typeof change !== 'object' || change === null || !('kind' in change)) return undefined
  return changeKinds.find((kind) => kind === change.kind)
}

/** Why no change makes what an app reads of a noun old. */
export type Unfollowed = 'not read' | 'read at intervals' | 'seldom changes'

/**
 * What each kind of change makes old in an app. What no kind makes old is stated with the reason: a
 * noun that is in neither does not compile, because its screen would silently stay stale.
 */
export const staleAfter =
  <N extends string>() =>
  <const T extends Readonly<Record<ChangeKind, readonly N[]>>>(
    stale: T,
    _unfollowed: Readonly<Record<Exclude<N, T[ChangeKind][number]>, Unfollowed>>,
  ): Readonly<Record<ChangeKind, readonly N[]>> =>
    stale

/** The data of an event `change`. New kinds may be added: ignore those you do not know. */
export const Change = Named(
  'Change',
  Shape({ kind: Type.String(), id: Type.String(), companyId: Nullable(Id) }),
)
export type Change = Static<typeof Change>

export const live = {
  stream: endpoint({
    method: 'GET',
    path: '/live',
    summary: 'Changes to the records that the user may see, as server-sent events',
    description:
      'Event `change` carries {kind, id, companyId}; event `reset` says that some may have been missed: load again. Reconnect with Last-Event-ID to miss nothing. The stream ends with the session and with the access token: reconnect with a fresh one.',
    access: 'session',
    produces: 'text/event-stream',
  }),
}
