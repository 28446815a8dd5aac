// The NAV date of an order. Pure: the screens show it, and the server decides by it.

/** Days other than weekends on which the exchange is closed, as yyyy-mm-dd. */
export type Holidays = ReadonlySet<string>

/** Date (yyyy-mm-dd) and time of day (HH:MM:SS) in Asia/Jakarta. */
export type JakartaTime = { readonly date: string; readonly time: string }

/** The day after, as yyyy-mm-dd. */
export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Whether the exchange trades: a weekday that is not a market holiday. */
export function isExchangeDay(date: string, holidays: Holidays): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

/** The first exchange day on or after a date. */
export function exchangeDayFrom(date: string, holidays: Holidays): string {
  let day = date
  while (!isExchangeDay(day, holidays)) day = nextDay(day)
  return day
}

/** A redemption or switch is paid within this many exchange days (DOMAIN section 14). */
const PAID_WITHIN_DAYS = 7

/** The exchange day `count` exchange days after a date. */
export function exchangeDayAfter(date: string, count: number, holidays: Holidays): string {
  let day = date
  for (let left = count; left > 0; left--) day = exchangeDayFrom(nextDay(day), holidays)
  return day
}

/** The latest day of payment for a redemption or switch with this NAV date. */
export const paidByDay = (navDate: string, holidays: Holidays): string =>
  exchangeDayAfter(navDate, PAID_WITHIN_DAYS, holidays)

/**
 * The NAV date of an order that is complete at `at`. Before the cut-off (HH:MM, WIB) of an exchange
 * day it is that day. At the cut-off to the second, later, or on a holiday it is the next exchange
 * day. The cut-off is 13:00 WIB by default, per product; 13:00:00 is late (DOMAIN section 6).
 */
export function navDateFor(at: JakartaTime, cutOff: string, holidays: Holidays): string {
  const inTime = at.time < `${cutOff}:00` && isExchangeDay(at.date, holidays)
  return inTime ? at.date : exchangeDayFrom(nextDay(at.date), holidays)
}
