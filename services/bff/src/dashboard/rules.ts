// Sums of report lines for the home screen, in exact decimals and per currency: rupiah and dollars
// are never added up.
import type { AumFigures, SalesFigures } from '@rmtools/contracts/bff/dashboard'
import {
  assetsByDate,
  assetsOf,
  flowsOf,
  holdersOf,
  onLastDay,
} from '@rmtools/contracts/bff/book-figures'
import { Problem } from '@rmtools/contracts/problem'
import type { AumLine, SalesLine } from '@rmtools/contracts/bff/market'

export type Names = { rms: ReadonlyMap<string, string>; products: ReadonlyMap<string, string> }
type Dating = { asOf: string; isStale: boolean }

/** Groups lines by their text values, in order of first appearance. */
function groups<L>(
  lines: readonly L[],
  wordsOf: (line: L) => string[],
): { first: L; lines: L[] }[] {
  const found = Map.groupBy(lines, (line) => JSON.stringify(wordsOf(line)))
  return [...found.values()].flatMap((group) =>
    group[0] === undefined ? [] : [{ first: group[0], lines: group }],
  )
}

/** Assets at the end of each month, and by product and RM on the last day of the report. */
export function aumFigures(
  lines: readonly AumLine[],
  names: Names,
  { day, ...dating }: Dating & { day: string },
): AumFigures {
  const now = onLastDay(lines, day)
  return {
    ...dating,
    byMonth: assetsByDate(lines, day).map((at) => ({ month: at.date.slice(0, 7), ...at })),
    byProduct: groups(now, ({ productCode }) => [productCode]).map(({ first, lines: of }) => ({
      ...productOf(first, names),
      currency: first.currency,
      value: assetsOf(of),
      investors: holdersOf(of),
    })),
    byRm: groups(now, ({ rmId, currency }) => [rmId, currency]).map(({ first, lines: of }) => ({
      ...rmOf(first, names),
      currency: first.currency,
      value: assetsOf(of),
    })),
  }
}

/** Sales by month, product and RM within the period. */
export function salesFigures(
  lines: readonly SalesLine[],
  names: Names,
  dating: Dating,
): SalesFigures {
  return {
    ...dating,
    byMonth: groups(lines, ({ month, currency }) => [month, currency]).map(
      ({ first, lines: of }) => ({
        month: first.month,
        ...flows(of),
      }),
    ),
    byProduct: groups(lines, ({ productCode }) => [productCode]).map(({ first, lines: of }) => ({
      ...productOf(first, names),
      ...flows(of),
    })),
    byRm: groups(lines, ({ rmId, currency }) => [rmId, currency]).map(({ first, lines: of }) => ({
      ...rmOf(first, names),
      ...flows(of),
    })),
  }
}

function flows(lines: readonly SalesLine[]) {
  return { currency: lines[0]?.currency ?? 'IDR', ...flowsOf(lines) }
}

const productOf = ({ productCode }: { productCode: string }, { products }: Names) => ({
  productCode,
  productName: products.get(productCode) ?? null,
})
const rmOf = ({ rmId }: { rmId: string }, { rms }: Names) => ({
  rmId,
  rmName: rms.get(rmId) ?? null,
})

/** The home screen shows what is available: without Bib only the counts. */
export async function orNull<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted
  } catch (error) {
    if (error instanceof Problem && (error.status >= 500 || error.status === 429)) return null
    throw error
  }
}
