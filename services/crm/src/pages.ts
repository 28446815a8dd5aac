// Pages of crm's tables.
import { pagesOf } from '@rmtools/kit/paging'
import type { CrmDb, CrmInstants } from './db.ts'

export const { pageSql, pageOrder, totalOf } = pagesOf<CrmDb, CrmInstants>()

/** The newest rows of a table, for a search that checks whether its matches are common. */
export const newestOf = (table: 'lead' | 'investor' | 'instruction') => (limit: number) =>
  pageSql(table, { limit, cursor: undefined })
