// Alerts the administrators of the company to many disclosures by one person in a day.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { Transaction } from '@rmtools/kit/db'
import type { Alarm } from '@rmtools/kit/disclosures'
import { notificationText } from '@rmtools/look/notification-words'
import { notify } from '../notifications/notify.ts'
import { administratorsOf, nameOf } from './queries.ts'

/** Notifies the administrators of the person, the kind of disclosure and the count. */
export async function alarmAdministrators(
  db: Transaction,
  { what, userId, companyId, count }: Alarm,
): Promise<void> {
  const params = { name: (await nameOf(db, userId)) ?? userId, count: String(count) }
  const kind = `security.many-${what}s` as const
  const message = {
    id: notificationText(kind, params, 'id'),
    en: notificationText(kind, params, 'en'),
  }
  for (const admin of await administratorsOf(db, companyId))
    await notify(db, {
      userId: admin,
      kind,
      params,
      link: notificationLink(kind, userId),
      companyId,
      message,
      email: true,
    })
}
