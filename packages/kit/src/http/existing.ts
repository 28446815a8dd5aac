import { notFound, Problem } from '@rmtools/contracts/problem'

/** What was looked up. Throws not-found where there is none, or none that the caller may know of. */
export function existing<T extends object | string>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Problem(notFound)
  return row
}
