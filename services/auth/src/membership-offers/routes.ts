import { platformPerson } from '@rmtools/contracts/auth/companies'
import { membershipOffers } from '@rmtools/contracts/auth/membership-offers'
import { Problem, wrongState } from '@rmtools/contracts/problem'
import { identity, scopeOf } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { isOfPlatform, personNamed, notifyAdministrators } from '../companies/tenants.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { addMembership } from '../users/people.ts'
import { decideOffer, lockOffer, offersTo } from './queries.ts'

export const membershipOffersRoutes = (ports: AuthPorts, inSystem: SystemTransaction) =>
  implement('membershipOffers', membershipOffers, {
    list: async (_, { actor }) => ({
      items: await inSystem(identity, (tx) =>
        offersTo(tx, actor.userId, ports.clock.now().toISOString()),
      ),
    }),

    acceptOrDecline: async ({ id, decision }, { db, actor }) => {
      const { userId } = actor
      const now = ports.clock.now().toISOString()
      await db.enter({ ...scopeOf(actor), realm: 'identity' })
      const offer = existing(await lockOffer(db, id, userId, now))
      if (offer.decision !== null || offer.isLapsed) throw new Problem(wrongState)
      const { companyId, roleId, role } = offer
      const params = { name: await personNamed(db, userId), role }
      if (decision === 'decline') {
        await decideOffer(db, id, 'declined', now)
        return await notifyAdministrators(db, ports, {
          companyId,
          kind: 'user.offer-declined',
          params,
        })
      }
      // Users who have become platform users since the offer.
      if (await isOfPlatform(db, userId)) throw new Problem(platformPerson)
      await decideOffer(db, id, 'accepted', now)
      await addMembership(db, { userId, companyId, roleId })
      // The access token holds the user's companies: the next one of this session includes the new
      // one.
      await endSessions(db, ports, { userId, except: actor.sessionId }, 'companies-changed')
      await notifyAdministrators(db, ports, {
        companyId,
        kind: 'user.added-by-platform',
        params,
        except: userId,
      })
    },
  })
