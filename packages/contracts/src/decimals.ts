// Exact decimals for money, units and NAV, on BigInt: the screens calculate with the same figures
// as the server.

/** A decimal as its digits and the number of decimal places. */
type Exact = { readonly digits: bigint; readonly places: number }

function exact(text: string): Exact {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, places: fraction.length }
}

function aligned(a: string, b: string): { left: bigint; right: bigint; places: number } {
  const [x, y] = [exact(a), exact(b)]
  const places = Math.max(x.places, y.places)
  const raise = ({ digits, places: own }: Exact) => digits * 10n ** BigInt(places - own)
  return { left: raise(x), right: raise(y), places }
}

function written({ digits, places }: Exact): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(-places)}` : ''}`
}

/** Negative if `a` is smaller, positive if it is larger. Anything but a decimal counts as zero. */
export function compare(a: string, b: string): number {
  const { left, right } = aligned(a, b)
  return Number(left > right) - Number(left < right)
}

export const isZero = (text: string): boolean => exact(text).digits === 0n

/** The sum, with the decimal places of the more precise one. */
export function plus(a: string, b: string): string {
  const { left, right, places } = aligned(a, b)
  return written({ digits: left + right, places })
}

/** The difference, with the decimal places of the more precise one. */
export function minus(a: string, b: string): string {
  const { left, right, places } = aligned(a, b)
  return written({ digits: left - right, places })
}

/** The exact product. */
export function times(a: string, b: string): string {
  const [x, y] = [exact(a), exact(b)]
  return written({ digits: x.digits * y.digits, places: x.places + y.places })
}

/** Rounds to this many places, half away from zero (`down`: truncates). */
export function rounded(text: string, places: number, how: 'half-up' | 'down' = 'half-up'): string {
  const value = exact(text)
  if (value.places <= places)
    return written({ digits: value.digits * 10n ** BigInt(places - value.places), places })
  const step = 10n ** BigInt(value.places - places)
  const half = how === 'down' ? 0n : step / 2n
  const digits = value.digits < 0n ? -((-value.digits + half) / step) : (value.digits + half) / step
  return written({ digits, places })
}

/** A quotient with this many places, half away from zero; undefined for division by zero. */
export function ratio(a: string, b: string, places: number): string | undefined {
  const { left, right } = aligned(a, b)
  if (right === 0n) return undefined
  const scaled = left * 10n ** BigInt(places + 1)
  return rounded(written({ digits: scaled / right, places: places + 1 }), places)
}

/** The change in percent, with this many places; undefined if the earlier value is zero. */
export function changeOf(now: string, before: string, places = 2): string | undefined {
  const size = before.startsWith('-') ? before.slice(1) : before
  return ratio(times(minus(now, before), '100'), size, places)
}

/** The sum of many. */
export const total = (values: readonly string[]): string => values.reduce(plus, '0')

/**
 * Each value's share of the sum, in percent with two places, rounded by the largest remainder, so
 * that the column adds up to 100.00. All zero if the sum is zero. No value may be negative.
 */
export function sharesOf(values: readonly string[]): string[] {
  const places = Math.max(0, ...values.map((value) => exact(value).places))
  const parts = values.map((value) => exact(rounded(value, places)).digits)
  const sum = parts.reduce((so, part) => so + part, 0n)
  if (sum === 0n) return values.map(() => '0.00')
  const shares = parts.map((part, at) => ({
    at,
    whole: (part * 10_000n) / sum,
    rest: (part * 10_000n) % sum,
  }))
  const missing = Number(10_000n - shares.reduce((so, { whole }) => so + whole, 0n))
  const raised = new Set(
    shares
      .toSorted((a, b) => Number(b.rest - a.rest) || a.at - b.at)
      .slice(0, missing)
      .map(({ at }) => at),
  )
  return shares.map(({ at, whole }) =>
    written({ digits: raised.has(at) ? whole + 1n : whole, places: 2 }),
  )
}
