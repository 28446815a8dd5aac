// What the first screen says of figures and times.

/** Whole hours and minutes until an instant; undefined when it is over. */
export function timeLeft(
  until: string,
  now: number,
): { hours: number; minutes: number } | undefined {
  const left = Date.parse(until) - now
  if (left <= 0) return undefined
  const minutes = Math.ceil(left / 60_000)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
