// What a call ended in, and how it is told.
import { internalError, Problem } from '@rmtools/contracts/problem'

/** The problem of whatever was thrown: what is none of ours is told as a fault on our side. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const problem = new Problem(internalError)
  problem.cause = error
  return problem
}

/** Codes with which a link says that it has ended, or never was one. */
export const endedLinks = ['link-expired', 'link-used', 'link-void', 'not-found'] as const
export type EndedLink = (typeof endedLinks)[number]

/** How a link has ended, when that is what the problem says. */
export function endedLink({ code }: Problem): EndedLink | undefined {
  return endedLinks.find((one) => one === code)
}
