// The clean-up, nightly and hourly, after abandoned and failed operations: files without a record, expired
// codes. (Jobs that were given up stay in the outbox until somebody replays or drops them; auth
// deletes sessions and codes of users.)
import type { Database } from '@rmtools/kit/db'
import { forgetIdempotencyKeys } from '@rmtools/kit/idempotency'
import { forgetMessageCounts } from '@rmtools/kit/message-limits'
import { identity, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { forgetSpentCodes, noteCheck, unreferencedFiles } from './queries.ts'

// An upload stores its file before its record is committed: a younger file may belong to one in
// progress.
const SETTLED_MS = 24 * 3600_000

/** The jobs of this feature. */
export function orphanJobs(
  { clock, files, log }: Pick<CrmPorts, 'clock' | 'files' | 'log'>,
  database: Database,
): CrmHandlers<'forgetOrphans' | 'forgetIdempotencyKeys'> {
  return {
    forgetIdempotencyKeys: async () =>
      await database.transaction(identity, jobOrigin, async (tx) => {
        await forgetIdempotencyKeys(tx)
        await forgetMessageCounts(tx, clock)
      }),

    forgetOrphans: async () => {
      const before = new Date(clock.now().getTime() - SETTLED_MS)
      const found = { files: 0, removed: 0, codes: 0 }
      for await (const keys of files.storedBefore(before)) {
        const orphans = await unreferencedFiles(database.reading(identity, jobOrigin), keys)
        for (const key of orphans) await files.delete(key)
        found.files += keys.length
        found.removed += orphans.length
      }
      await database.transaction(identity, jobOrigin, async (tx) => {
        found.codes = await forgetSpentCodes(tx, before.toISOString())
        if (found.removed + found.codes > 0) await noteCheck(tx, found)
      })
      log.info(found, 'the check for orphans finished')
    },
  }
}
