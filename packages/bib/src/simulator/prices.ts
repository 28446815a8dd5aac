// NAV as a seeded random walk over the exchange days from a fixed first day: every installation has
// the same figures.
import { exchangeDayAfter, exchangeDayFrom } from './calendar.ts'
import { priceModelOf } from './products.ts'

/** The first day with a NAV. */
export const FIRST_DAY = exchangeDayFrom('2023-01-02')

const DAYS_A_YEAR = 245
const days: string[] = [FIRST_DAY]
const indexOf = new Map([[FIRST_DAY, 0]])

type Walk = { random: () => number; level: number; navs: string[] }
const walks = new Map<string, Walk>()

/** Exchange days from FIRST_DAY up to a date. */
export function exchangeDaysUntil(date: string): readonly string[] {
  for (let last = days.at(-1) ?? FIRST_DAY; last < date;) {
    last = exchangeDayAfter(last)
    indexOf.set(last, days.length)
    days.push(last)
  }
  return days
}

/**
 * The NAV of an exchange day with four decimals, published or not. Undefined if the
 * exchange is closed on that date or it is before FIRST_DAY.
 */
export function figureOf(code: string, date: string): string | undefined {
  exchangeDaysUntil(date)
  const index = indexOf.get(date)
  if (index === undefined) return undefined
  const walk = walks.get(code) ?? startOf(code)
  while (walk.navs.length <= index) step(code, walk)
  return walk.navs[index]
}

function startOf(code: string): Walk {
  const { start } = priceModelOf(code)
  const walk = { random: seeded(code), level: start, navs: [start.toFixed(4)] }
  walks.set(code, walk)
  return walk
}

function step(code: string, walk: Walk): void {
  const { drift, volatility, returnsToPar } = priceModelOf(code)
  // The sum of twelve uniform numbers approximates a normal one without logarithms, whose last
  // digit differs between machines.
  let normal = -6
  for (let draw = 0; draw < 12; draw++) normal += walk.random()
  const daily = volatility / Math.sqrt(DAYS_A_YEAR)
  walk.level *= 1 + drift / DAYS_A_YEAR + daily * normal
  if (returnsToPar) walk.level += (1 - walk.level) * 0.01
  walk.navs.push(walk.level.toFixed(4))
}

/** Mulberry32, seeded with the FNV-1a hash of a text. */
function seeded(text: string): () => number {
  let state = 0x811c9dc5
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
