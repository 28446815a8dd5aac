// Submits changes for a second person's decision, and notifies those who may decide.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { changeNeeds, pendingAdministration } from '@rmtools/contracts/second-person'
import type { Transaction } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import { waitsForSecond, type Asked } from '@rmtools/kit/second-person'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { decidersFor, revokedFromOther } from './queries.ts'

export type AskedHere = Asked & {
  /** Permissions that a decider needs in addition to the one for the change itself. */
  beside?: readonly string[]
  /** The user whom the change concerns: they do not decide on it. */
  concerned?: readonly (string | null)[]
}

/**
 * Stores a change of the active company for a second person and returns its id; undefined if there
 * is no second person, and the caller proceeds alone. Leaves the scope unchanged.
 */
export async function askSecond(
  db: Transaction,
  ports: AuthPorts,
  { userId, isGuest = false }: Pick<Actor, 'userId' | 'isGuest'>,
  { beside = [], concerned = [], ...asked }: AskedHere,
): Promise<string | undefined> {
  const { scope } = db
  await db.enter({ ...scope, realm: 'identity' })
  const needs = [changeNeeds[asked.kind], pendingAdministration.decide.access.permission, ...beside]
  const deciders = await decidersFor(
    db,
    needs,
    [userId, ...concerned].filter((id) => id !== null),
  )
  // Somebody who has just removed all others does not count as alone: the change waits until
  // somebody can decide.
  const mayBeAlone = !isGuest && deciders.length === 0 && !(await revokedFromOther(db, needs))
  const kind = 'change.waiting'
  const id = await waitsForSecond(db, asked, { deciders, now: ports.clock.now(), mayBeAlone })
  if (id !== undefined)
    for (const decider of deciders)
      await notify(db, ports, {
        userId: decider,
        companyId: scope.companyId,
        kind,
        params: {},
        link: notificationLink(kind),
      })
  await db.enter(scope)
  return id
}
