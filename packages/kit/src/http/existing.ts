import { notFound, Problem } from '@rmtools/contracts/problem'

/**
 * Returns what was looked up. Throws not-found if there is nothing, or nothing that the caller may
 * know of.
 */
export function existing<T extends object | string>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Problem(notFound)
  return row
}
