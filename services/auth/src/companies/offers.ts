// Offers of membership to somebody who has an account. A role with powers first needs the approval
// of a member of the company.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { platformPerson } from '@rmtools/contracts/auth/companies'
import { powersIn } from '@rmtools/contracts/powers'
import { Problem } from '@rmtools/contracts/problem'
import { changeOvertaken } from '@rmtools/contracts/second-person'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import type { Changes } from '@rmtools/kit/second-person'
import { offerMembership, requireMemberless } from '../membership-offers/offering.ts'
import { notify } from '../notifications/notify.ts'
import { askSecond } from '../pending-changes/asking.ts'
import type { AuthPorts } from '../ports.ts'
import { notifyAdministrators } from './tenants.ts'
import {
  companyName,
  nameOf,
  roleById,
  userByEmail,
  worksForPlatform,
  type OfferedRole,
} from './queries.ts'

type Offer = { userId: string; companyId: string; roleId: string; by: string }

/**
 * Submits the offer for approval if it needs one; returns true if it waits. In the identity realm;
 * leaves the scope unchanged.
 */
export async function askOffer(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { offer, role, email }: { offer: Offer; role: OfferedRole; email: string },
): Promise<boolean> {
  const powers = powersIn(role.permissions)
  if (powers.length === 0) return false
  await requireMemberless(db, offer)
  const { companyId, userId } = offer
  const payload = { ...offer, fullName: await nameOf(db, userId), email, role: role.code, powers }
  const { scope } = db
  await db.enter({ ...scopeOf(actor), companyId, ownerId: null })
  const waiting = await askSecond(db, ports, actor, {
    kind: 'membership-offer',
    subject: userId,
    payload,
    concerned: [userId],
  })
  await db.enter(scope)
  return waiting !== undefined
}

/**
 * Makes the offer, and notifies the person and the company's administrators. In the identity realm.
 */
export async function makeOffer(
  db: Transaction,
  ports: AuthPorts,
  { offer, role, companyName: company }: { offer: Offer; role: string; companyName: string },
): Promise<void> {
  const { userId, companyId } = offer
  await offerMembership(db, ports, offer)
  await notify(db, ports, {
    userId,
    companyId: null,
    kind: 'user.offered',
    params: { company },
    link: notificationLink('user.offered'),
    email: true,
  })
  const params = { name: await nameOf(db, userId), role }
  await notifyAdministrators(db, ports, { companyId, kind: 'user.offered-by-platform', params })
}

type Asked = Offer & { email: string; role: string; powers: string[] }

/** The effect of an approval by a member of the company. */
export const offerChanges = (ports: AuthPorts): Changes => ({
  'membership-offer': async (db, { email, role: code, powers, ...offer }: Asked) => {
    const { scope } = db
    await db.enter({ ...scope, realm: 'identity' })
    const role = await roleById(db, offer.companyId, offer.roleId)
    const isAsSeen = role && powersIn(role.permissions).every((power) => powers.includes(power))
    if (!isAsSeen || (await userByEmail(db, email)) !== offer.userId)
      throw new Problem(changeOvertaken)
    if (await worksForPlatform(db, offer.userId)) throw new Problem(platformPerson)
    await makeOffer(db, ports, {
      offer,
      role: code,
      companyName: await companyName(db, offer.companyId),
    })
    await db.enter(scope)
  },
})
