// A registration waits for its code, and then for the company's decision.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { accountPending, type SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { startChallenge, type Channel, type Completion } from '../codes/challenges.ts'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { projectUser } from '../users/people.ts'
import { approversOf, forgetUnproved, joinAsRm, openCompany, proveApplicant } from './queries.ts'

type Contact = {
  id: string
  email: string | null
  phone: string | null
  lastCompanyId: string | null
}

/** Sends the code that verifies a registration; also at sign-in, for a user who lost the code. */
export async function registrationChallenge(
  tx: Transaction,
  ports: AuthPorts,
  person: Contact,
  wish: { deviceKey: string; channel: Channel | null },
): Promise<SignIn> {
  const byMail = wish.channel === 'email' || person.phone === null
  return await startChallenge(tx, ports, {
    userId: person.id,
    purpose: 'register',
    ...(byMail
      ? { channel: 'email', destination: person.email ?? '' }
      : { channel: 'sms', destination: person.phone ?? '' }),
    deviceKey: wish.deviceKey,
    payload: { companyId: person.lastCompanyId },
  })
}

/**
 * After the correct code the company decides on the application. No token is issued before that.
 */
export const completeRegistration =
  (ports: AuthPorts): Completion =>
  async (tx, code) => {
    const companyId = String(code.payload['companyId'])
    await tx.enter({ ...tx.scope, companyId, userId: code.userId })
    const company = await openCompany(tx, companyId)
    const person =
      company && (await proveApplicant(tx, { ...code, now: ports.clock.now().toISOString() }))
    if (!person) return new Problem(accountPending)
    await joinAsRm(tx, code.userId, companyId)
    await projectUser(tx, code.userId)
    for (const userId of await approversOf(tx, companyId))
      await notify(tx, ports, {
        userId,
        companyId,
        kind: 'user.registered',
        params: { name: person.fullName },
        link: notificationLink('user.registered', code.userId),
      })
    return { status: 'pending', userId: code.userId }
  }

/** Deletes applications that were not verified within a week. */
export async function forgetUnprovedApplications(db: Db, now: string): Promise<void> {
  await forgetUnproved(db, now)
}
