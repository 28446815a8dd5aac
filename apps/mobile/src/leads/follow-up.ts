// What RMs mean by 'tomorrow' or 'next week': nine in the morning in Jakarta, on a weekday.
const DAY_MS = 86_400_000
const JAKARTA_MS = 7 * 3_600_000
const NINE_MS = 9 * 3_600_000

/** Nine o'clock in Jakarta in so many days; a weekend becomes the following Monday. */
export function inDays(days: number, now: Date): string {
  const today = Math.floor((now.getTime() + JAKARTA_MS) / DAY_MS)
  let day = today + days
  // 1 January 1970 was a Thursday.
  while ([6, 0].includes((day + 4) % 7)) day += 1
  return new Date(day * DAY_MS + NINE_MS - JAKARTA_MS).toISOString()
}

/** A date and time of day in Jakarta as an instant; undefined if they are not valid. */
export function atTime(date: string, time: string): string | undefined {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(time) ?? []
  const at =
    hours === '' ? Number.NaN : Date.parse(`${date}T${hours.padStart(2, '0')}:${minutes}:00+07:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
