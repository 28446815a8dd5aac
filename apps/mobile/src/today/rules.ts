// What the first screen says of figures and times.

/** How far something has moved, in percent with two decimals as text; undefined where there was nothing before. */
export function changePercent(now: string, before: string): string | undefined {
  const [after, start] = [cents(now), cents(before)]
  if (start === 0n) return undefined
  const size = start < 0n ? -start : start
  const hundredths = ((after - start) * 10_000n) / size
  const [whole, rest] = [hundredths / 100n, hundredths % 100n]
  const sign = hundredths < 0n && whole === 0n ? '-' : ''
  return `${sign}${whole}.${String(rest < 0n ? -rest : rest).padStart(2, '0')}`
}

/** Money as a whole number of cents: exact, as a float is not. */
function cents(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.')
  const isNegative = whole.startsWith('-')
  const size = BigInt(whole.replace('-', '')) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2))
  return isNegative ? -size : size
}

/** Whole hours and minutes until an instant; undefined when it is over. */
export function timeLeft(until: string, now: number): { hours: number; minutes: number } | undefined {
  const left = Date.parse(until) - now
  if (left <= 0) return undefined
  const minutes = Math.ceil(left / 60_000)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
