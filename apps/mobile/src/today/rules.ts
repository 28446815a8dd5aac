// Figures and times of the first screen.

/** Whole hours and minutes until an instant; undefined if it has passed. */
export function timeLeft(
  until: string,
  now: number,
): { hours: number; minutes: number } | undefined {
  const left = Date.parse(until) - now
  if (left <= 0) return undefined
  const minutes = Math.ceil(left / 60_000)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
