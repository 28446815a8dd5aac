// Deletes expired rows: every table that grows with sign-ins is bounded.
import { forgetIdempotencyKeys } from '@rmtools/kit/idempotency'
import { forgetMessageCounts } from '@rmtools/kit/message-limits'
import { identity } from '@rmtools/kit/scope'
import type { AuthHandlers } from '../jobs.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { forgetUnprovedApplications } from '../registration/completion.ts'
import { forgetCodes, forgetSessions, forgetThrottle } from './queries.ts'

/** Hourly. */
export function housekeepingJobs(
  { clock }: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'housekeeping'> {
  return {
    housekeeping: async () => {
      const now = clock.now().toISOString()
      await inSystem(identity, async (tx) => {
        await forgetSessions(tx, now)
        await forgetCodes(tx, now)
        await forgetThrottle(tx, now)
        await forgetUnprovedApplications(tx, now)
        await forgetIdempotencyKeys(tx)
        await forgetMessageCounts(tx, clock)
      })
    },
  }
}
