/** The current instant. Injected, so that tests need not wait. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

const WIB_OFFSET_MS = 7 * 3600_000

/** Date and time of day in Asia/Jakarta (WIB, UTC+7, no daylight saving time). */
export function jakarta(instant: Date): { date: string; time: string } {
  const shifted = new Date(instant.getTime() + WIB_OFFSET_MS).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 19) }
}

/** Seconds from a time of day in Jakarta until that day ends. */
export function secondsToMidnight({ time }: { time: string }): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return 86_400 - hours * 3600 - minutes * 60 - seconds
}
