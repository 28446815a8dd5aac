// Alerts the administrators of the company to many disclosures by one person in a day; for the
// platform's own company, the platform administrators.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { Transaction } from '@rmtools/kit/db'
import type { Alarm } from '@rmtools/kit/disclosures'
import { notify, notifyPlatform } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { administratorsOf, nameOf } from './queries.ts'

/** Notifies the administrators of the person, the kind of disclosure and the count. */
export const alarmAdministrators =
  (ports: AuthPorts) =>
  async (db: Transaction, { what, userId, companyId, count }: Alarm): Promise<void> => {
    await db.enter({ ...db.scope, realm: 'identity' })
    const params = { name: (await nameOf(db, userId)) ?? userId, count: String(count) }
    const kind = `security.many-${what}s` as const
    const news = { kind, params, link: notificationLink(kind, userId), email: true }
    const admins = await administratorsOf(db, companyId)
    if (admins.length === 0) await notifyPlatform(db, ports, news)
    for (const admin of admins) await notify(db, ports, { ...news, userId: admin, companyId })
  }
