// The NAVs that are published at the simulated time, with their corrections.
import type { NavPoint as NavPointSchema } from '../partner.ts'
import type { Static } from 'typebox'
import { addDays, isExchangeDay, lastPublishedAt, publicationOf, wibDate } from './calendar.ts'
import type { Clock } from './clock.ts'
import { exchangeDaysUntil, figureOf, FIRST_DAY } from './prices.ts'
import type { Store } from './store.ts'

type NavPoint = Static<typeof NavPointSchema>

export type Navs = {
  /** The last exchange day with a published NAV (of products that are not late). */
  publishedThrough: () => string
  /**
   * The published NAV of a day; undefined if it is not published yet, or the exchange is
   * closed on that day.
   */
  at: (code: string, date: string) => NavPoint | undefined
  /** The latest published NAV on or before a date, today by default. */
  latest: (code: string, until?: string) => NavPoint | undefined
  history: (code: string, from: string, to: string) => NavPoint[]
  setPublishedThrough: (date: string) => void
}

const DAYS_LOOKED_BACK = 60

/** The prices in a store. On first use everything before now counts as published. */
export function createNavs(store: Store, clock: Clock): Navs {
  if (store.setting('publishedThrough') === undefined)
    store.setSetting('publishedThrough', lastPublishedAt(clock.now()))

  const publishedThrough = () => store.setting('publishedThrough') ?? FIRST_DAY

  function at(code: string, date: string): NavPoint | undefined {
    if (date > publishedThrough() || !isExchangeDay(date)) return undefined
    const late = store.get<{ published: number | null }>(
      'select published from nav_late where code = ? and date = ?',
      code,
      date,
    )
    if (late && late.published === null) return undefined
    const fix = store.get<{ nav: string; at: number }>(
      'select nav, at from nav_correction where code = ? and date = ?',
      code,
      date,
    )
    const nav = fix?.nav ?? figureOf(code, date)
    if (nav === undefined) return undefined
    const publishedAt = fix?.at ?? late?.published ?? publicationOf(date)
    return {
      date,
      nav,
      corrected: fix !== undefined,
      publishedAt: new Date(publishedAt).toISOString(),
    }
  }

  function latest(code: string, until = wibDate(clock.now())): NavPoint | undefined {
    const through = publishedThrough()
    let day = until < through ? until : through
    for (let tries = 0; tries < DAYS_LOOKED_BACK; tries++, day = addDays(day, -1)) {
      const point = at(code, day)
      if (point) return point
    }
    return undefined
  }

  return {
    publishedThrough,
    at,
    latest,
    history: (code, from, to) =>
      exchangeDaysUntil(to)
        .filter((day) => day >= from && day <= to)
        .flatMap((day) => at(code, day) ?? []),
    setPublishedThrough: (date) => store.setSetting('publishedThrough', date),
  }
}
