// Product events from Bib: crm stores none of the data, but must not sell on outdated terms.
import type { Db } from '@rmtools/kit/db'
import { countChange } from './queries.ts'

/** A product changed at Bib: every process's cached products are now too old for a sale. */
export async function noteProductChange(db: Db): Promise<void> {
  await countChange(db)
}
