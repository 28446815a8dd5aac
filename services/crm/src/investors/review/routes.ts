import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { claimedByOther } from '@rmtools/contracts/crm/investor-problems'
import { isClaimedByOther, isMaker } from '@rmtools/contracts/crm/investor-review'
import type { investors } from '@rmtools/contracts/crm/investors'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Handlers } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { lockedCase } from '../case/editing.ts'
import * as queries from '../queries.ts'
import { requireReasons, reviewAll } from './decisions.ts'

type Reviewing = Pick<Handlers<typeof investors>, 'review' | 'approvePep' | 'claim' | 'release'>

/** The reviewers' operations; part of the investors' operations. */
export function reviewHandlers(ports: CrmPorts) {
  return {
    review: async (input, { db, actor }) => {
      requireReasons(input)
      return { results: await reviewAll(db, input, actor, ports) }
    },

    approvePep: async ({ id, version, note }, { db, actor }) => {
      const investor = await lockedCase(db, id)
      if (isMaker(investor, actor.userId)) throw new Problem(fourEyes)
      if (investor.status !== 'submitted' || !investor.isPep) throw new Problem(wrongState)
      const step = { at: ports.clock.now().toISOString(), userId: actor.userId, note }
      const approved = await queries.markSeniorApproved(db, { id, version }, step)
      if (!approved) throw new Problem(staleVersion)
      await queries.noteEvent(db, {
        investorId: id,
        kind: 'senior-approved',
        status: approved.status,
        by: 'user',
        detail: note,
      })
      return approved
    },

    claim: async ({ id }, { db, actor }) => {
      const investor = await lockedCase(db, id)
      const now = ports.clock.now()
      if (isMaker(investor, actor.userId)) throw new Problem(fourEyes)
      if (investor.status !== 'submitted') throw new Problem(wrongState)
      if (isClaimedByOther(investor, actor.userId, now)) throw new Problem(claimedByOther)
      return (
        (await queries.setClaim(db, id, { by: actor.userId, at: now.toISOString() })) ?? investor
      )
    },

    release: async ({ id }, { db, actor }) => {
      const investor = await lockedCase(db, id)
      if (isClaimedByOther(investor, actor.userId, ports.clock.now()))
        throw new Problem(claimedByOther)
      return (await queries.setClaim(db, id, { by: null, at: null })) ?? investor
    },
  } satisfies Reviewing
}
