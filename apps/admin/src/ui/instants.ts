// Instants as the controls of the browser take them: a day and a time of Jakarta, which knows no summer time.
const OFFSET_MS = 7 * 3600_000

/** `2026-11-25T13:05` for an instant, empty for null. */
export function toLocal(instant: string | null | undefined): string {
  return instant ? new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16) : ''
}

/** The instant of a day and time in Jakarta, null for an empty text. */
export function fromLocal(local: string): string | null {
  return local ? new Date(`${local}:00+07:00`).toISOString() : null
}

/** The end of a day in Jakarta. */
export function endOfDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00+07:00`) + 24 * 3600_000).toISOString()
}
