// When a client is reminded. Pure.
const HOURS_BEFORE = 3
const HOUR_MS = 3_600_000

/** When to remind of a link that ends; undefined if it does not live long enough for that. */
export function reminderOf(expiresAt: Date, now: Date): Date | undefined {
  const at = new Date(expiresAt.getTime() - HOURS_BEFORE * HOUR_MS)
  return at > now ? at : undefined
}
