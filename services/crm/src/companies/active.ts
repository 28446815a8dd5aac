// The companies for which jobs run by the clock.
import type { Database } from '@rmtools/kit/db'
import { identity, jobOrigin } from '@rmtools/kit/scope'
import { activeCompanies } from './queries.ts'

/** The ids of the active companies. */
export async function activeCompanyIds(database: Database): Promise<string[]> {
  return await database.transaction(identity, jobOrigin, activeCompanies)
}
