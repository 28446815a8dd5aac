// The details behind a line of a report: the transactions of a month, or the same report for one
// product or RM.
import { paths } from '../base/paths.ts'
import type { Grouping } from './sums.ts'

export type ReportAddress = Readonly<Record<string, string | undefined>>

/** The link of a report line; the other filters stay. */
export function behind(
  by: Grouping,
  key: string,
  address: ReportAddress,
): { path: string; search: ReportAddress } {
  const { rmId, productCode } = address
  if (by === 'month')
    return {
      path: paths.reports(),
      search: { view: 'transactions', ...monthOf(key), rmId, productCode },
    }
  return {
    path: paths.reports(),
    search: { ...address, by: 'month', ...(by === 'rm' ? { rmId: key } : { productCode: key }) },
  }
}

/** First and last day of the month of a date or month. */
export function monthOf(day: string): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return {
    from: `${day.slice(0, 7)}-01`,
    to: `${day.slice(0, 7)}-${String(last).padStart(2, '0')}`,
  }
}
