// RM licences that expire soon. An RM without a valid licence may not sell (POJK 39/POJK.04/2014),
// so reminders go out 90, 30 and 7 days before.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import { identity, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers } from '../jobs.ts'
import { notify } from '../notifications/notify.ts'
import type { CrmPorts } from '../ports.ts'
import { endingLicences, markReminded, type EndingLicence } from './queries.ts'

const REMIND_DAYS = [90, 30, 7] as const
const FIRST_REMINDER_DAYS = Math.max(...REMIND_DAYS)

/** The jobs of this feature. */
export function licenceJobs(
  { clock }: Pick<CrmPorts, 'clock'>,
  database: Database,
): CrmHandlers<'licenceRemind'> {
  return {
    licenceRemind: async () =>
      await database.transaction(identity, jobOrigin, async (tx) => {
        for (const licence of await endingLicences(
          tx,
          jakarta(clock.now()).date,
          FIRST_REMINDER_DAYS,
        ))
          await remind(tx, licence)
      }),
  }
}

/**
 * Reminds at the nearest threshold passed. Earlier thresholds are over, even if nobody was notified
 * at the time.
 */
async function remind(tx: Transaction, licence: EndingLicence): Promise<void> {
  const passed = REMIND_DAYS.filter((days) => licence.daysLeft <= days)
  const fresh = await markReminded(tx, licence, passed)
  if (!fresh.includes(Math.min(...passed))) return
  await tell(tx, licence, {
    userId: licence.userId,
    companyId: licence.companies[0]?.id,
    isOwn: true,
  })
  for (const { id: companyId, adminIds } of licence.companies)
    for (const userId of adminIds) await tell(tx, licence, { userId, companyId, isOwn: false })
}

type Reader = { userId: string; companyId: string | undefined; isOwn: boolean }

async function tell(
  tx: Transaction,
  licence: EndingLicence,
  { userId, companyId, isOwn }: Reader,
): Promise<void> {
  const { userId: rmId, fullName, licenceNumber, licenceExpiresOn, daysLeft } = licence
  const whose = isOwn
    ? { id: 'Izin Anda', en: 'Your licence' }
    : { id: `Izin ${fullName}`, en: `The licence of ${fullName}` }
  await notify(tx, {
    name: `licence.expiring ${rmId} ${licenceExpiresOn} ${daysLeft} ${companyId}`,
    userId,
    kind: isOwn ? 'licence.expiring' : 'licence.expiring-of-rm',
    params: { rmId, rmName: fullName, licenceNumber, licenceExpiresOn, daysLeft },
    ...(companyId === undefined ? {} : { companyId }),
    ...(isOwn ? {} : { link: notificationLink('licence.expiring-of-rm', rmId) }),
    message: {
      id: {
        title: 'Izin akan berakhir',
        text: `${whose.id} berakhir dalam ${daysLeft} hari (${licenceExpiresOn}).`,
      },
      en: {
        title: 'Licence ends soon',
        text: `${whose.en} ends in ${daysLeft} days (${licenceExpiresOn}).`,
      },
    },
    email: true,
  })
}
