// Exchange days and WIB times (DOMAIN.md section 6): weekdays except the published holidays, which
// are known for 2026 and 2027.
import holidays from './market-holidays.json' with { type: 'json' }

const HOLIDAYS = new Set<string>(holidays)
const DAY_MS = 86_400_000
// WIB is UTC+7 all year round.
const WIB_OFFSET_MS = 7 * 3_600_000
const NAV_PUBLICATION = '08:00'

/** The calendar date in Jakarta at an instant (ms). */
export function wibDate(instant: number): string {
  return new Date(instant + WIB_OFFSET_MS).toISOString().slice(0, 10)
}

/** The time of day in Jakarta, hh:mm:ss.mmm. */
export function wibTime(instant: number): string {
  return new Date(instant + WIB_OFFSET_MS).toISOString().slice(11, 23)
}

/** The instant (ms) of a Jakarta date and time. */
export function wibInstant(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+07:00`)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

export function isExchangeDay(date: string): boolean {
  const weekday = new Date(date).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date)
}

/** The first exchange day on or after a date. */
export function exchangeDayFrom(date: string): string {
  let day = date
  while (!isExchangeDay(day)) day = addDays(day, 1)
  return day
}

/** The exchange day `count` exchange days after a date. */
export function exchangeDayAfter(date: string, count = 1): string {
  let day = date
  for (let left = count; left > 0; left--) day = exchangeDayFrom(addDays(day, 1))
  return day
}

/**
 * The NAV date of an instruction that is complete at an instant; exactly at the cut-off is late.
 */
export function navDateAt(instant: number, cutOff: string): string {
  const today = wibDate(instant)
  const isInTime = wibTime(instant) < `${cutOff}:00.000`
  return isInTime ? exchangeDayFrom(today) : exchangeDayFrom(addDays(today, 1))
}

/** The publication time of an exchange day's NAV: the next exchange day, 08:00 WIB. */
export function publicationOf(date: string): number {
  return wibInstant(exchangeDayAfter(date), NAV_PUBLICATION)
}

/** The last exchange day whose NAV is published at an instant. */
export function lastPublishedAt(instant: number): string {
  let day = wibDate(instant)
  while (!isExchangeDay(day) || publicationOf(day) > instant) day = addDays(day, -1)
  return day
}
