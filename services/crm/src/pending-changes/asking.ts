// Submits changes for a second person's decision, and notifies those who may decide.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { Transaction } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import { waitsForSecond, type Asked } from '@rmtools/kit/second-person'
import { notify } from '../notifications/notify.ts'
import type { CrmPorts } from '../ports.ts'
import { decidersFor, hadDecider } from './queries.ts'

type Asking = Pick<CrmPorts, 'clock'> & Pick<Actor, 'isGuest'>

/**
 * Stores a change for a second person; false if there is no second person, and the caller proceeds
 * alone.
 */
export async function askSecond(
  db: Transaction,
  asked: Asked,
  { clock, isGuest = false }: Asking,
): Promise<boolean> {
  const deciders = await decidersFor(db, asked.kind)
  const mayBeAlone = !isGuest && deciders.length === 0 && !(await hadDecider(db, asked.kind))
  if (!(await waitsForSecond(db, asked, { deciders, now: clock.now(), mayBeAlone }))) return false
  for (const userId of deciders)
    await notify(db, {
      userId,
      kind: 'change.waiting',
      params: {},
      link: notificationLink('change.waiting'),
    })
  return true
}
