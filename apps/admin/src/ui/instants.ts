// Times in the format of the browser's controls: a day and a time in Jakarta, which has no daylight
// saving time.
const OFFSET_MS = 7 * 3600_000

/** `2026-11-25T13:05` for a time, empty for null. */
export function toLocal(instant: string | null | undefined): string {
  return instant ? new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16) : ''
}

/** The UTC time of a day and time in Jakarta, null for an empty text. */
export function fromLocal(local: string): string | null {
  return local ? new Date(`${local}:00+07:00`).toISOString() : null
}

/** The end of a day in Jakarta. */
export function endOfDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+07:00`) + 24 * 3600_000).toISOString()
}
