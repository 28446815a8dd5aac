// How calls fail, and the words for it.
import { internalError, Problem } from '@rmtools/contracts/problem'

/** The problem of anything thrown. An unknown error reads as a fault on our side. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const problem = new Problem(internalError)
  problem.cause = error
  return problem
}

/** Codes with which a link says that it has ended, or never was one. */
export const endedLinks = ['link-expired', 'link-used', 'link-void', 'not-found'] as const
export type EndedLink = (typeof endedLinks)[number]

/** The way a link has ended, if the problem says so. */
export function endedLink({ code }: Problem): EndedLink | undefined {
  return endedLinks.find((one) => one === code)
}
