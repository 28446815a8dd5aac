// A record with a client-generated id may arrive twice, because its reply was lost. Identical
// content is answered as stored; different content is rejected, because later edits would otherwise
// be lost silently.
import { compare } from '@rmtools/contracts/decimals'
import { Problem, savedDifferently } from '@rmtools/contracts/problem'

const DECIMAL = /^-?\d+(\.\d+)?$/
const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

function isSame(given: unknown, kept: unknown): boolean {
  if (isAbsent(given) || isAbsent(kept)) return isAbsent(given) && isAbsent(kept)
  const [one, other] = [asKept(given), asKept(kept)]
  if (
    typeof one === 'string' &&
    typeof other === 'string' &&
    DECIMAL.test(one) &&
    DECIMAL.test(other)
  )
    return compare(one, other) === 0
  return JSON.stringify(one) === JSON.stringify(other)
}

const asKept = (value: unknown) => (value instanceof Date ? value.toISOString() : value)

/**
 * Throws `saved-differently` with the fields that differ from the stored record; an absent field
 * counts as empty, and so does `false`.
 */
export function requireSame<G extends object>(
  given: G,
  kept: Readonly<Partial<Record<keyof G, unknown>>>,
  fields: readonly (keyof G & string)[],
): void {
  const plain = (value: unknown) => (value === false ? null : value)
  const differing = fields.filter((field) => !isSame(plain(given[field]), plain(kept[field])))
  if (differing.length === 0) return
  throw new Problem(savedDifferently, {
    errors: differing.map((field) => ({ pointer: `/${field}`, code: savedDifferently.code })),
  })
}
