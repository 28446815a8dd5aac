// Which month's statements are due on a day. Pure.
import {
  exchangeDayAfter,
  exchangeDayFrom,
  isExchangeDay,
  type Holidays,
} from '@rmtools/contracts/crm/nav-date'

export type Month = { readonly from: string; readonly to: string }

// A morning without a run, or with Bib down, is made up for within these exchange days. Later the
// holdings would say too little about the month.
const MADE_UP_FOR_DAYS = 4

/**
 * The month before, if this is the first exchange day of a month or one of the next four; undefined
 * otherwise.
 */
export function monthDue(today: string, holidays: Holidays): Month | undefined {
  const first = exchangeDayFrom(`${today.slice(0, 7)}-01`, holidays)
  const last = exchangeDayAfter(first, MADE_UP_FOR_DAYS, holidays)
  const isDue = today >= first && today <= last && isExchangeDay(today, holidays)
  return isDue ? monthBefore(today) : undefined
}

/** The calendar month before that of a day. */
function monthBefore(today: string): Month {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const from = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10)
  return monthOf(from)
}

/** A calendar month by its first day. */
export function monthOf(from: string): Month {
  const [year = 0, month = 0] = from.split('-').map(Number)
  return { from, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) }
}
