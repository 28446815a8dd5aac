import { memberAlready } from '@rmtools/contracts/auth/companies'
import { Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import type { AuthPorts } from '../ports.ts'
import { insertOffer, isMember, lapseOffers, type NewOffer } from './queries.ts'

const HOUR = 3_600_000

/** Throws member-already. In the identity realm. */
export async function requireMemberless(
  db: Db,
  { userId, companyId }: Pick<NewOffer, 'userId' | 'companyId'>,
): Promise<void> {
  if (await isMember(db, userId, companyId)) throw new Problem(memberAlready)
}

/** Offers membership in a company. It has no effect until it is accepted. In the identity realm. */
export async function offerMembership(
  db: Db,
  { clock, config }: AuthPorts,
  offer: Omit<NewOffer, 'now' | 'expiresAt'>,
): Promise<void> {
  const now = clock.now()
  const dated = {
    ...offer,
    now: now.toISOString(),
    expiresAt: new Date(now.getTime() + config.INVITATION_HOURS * HOUR).toISOString(),
  }
  await requireMemberless(db, offer)
  await lapseOffers(db, dated)
  await insertOffer(db, dated)
}
