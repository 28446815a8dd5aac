// Asking for a second person, and telling those who may be it.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { changeNeeds, pendingAdministration } from '@rmtools/contracts/second-person'
import type { Transaction } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import { waitsForSecond, type Asked } from '@rmtools/kit/second-person'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { decidersFor, revokedFromOther } from './queries.ts'

export type AskedHere = Asked & {
  /** What who decides must hold beside the permission for the change itself. */
  beside?: readonly string[]
  /** Whom the change is about: they do not decide on themselves. */
  concerned?: readonly (string | null)[]
}

/**
 * Keeps a change of the active company for a second person and answers with its id; undefined when there is nobody else, and the caller
 * goes on alone. Leaves the scope as it was.
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
  // Who has just made oneself the only one is not: it waits until somebody is there to decide.
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
