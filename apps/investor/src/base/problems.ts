// The problems of failed calls, and their texts.
import { internalError, Problem } from '@rmtools/contracts/problem'

/** The problem of anything thrown. An unknown error reads as a fault on our side. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const problem = new Problem(internalError)
  problem.cause = error
  return problem
}

/** Codes that report an ended or invalid link. */
export const endedLinks = [
  'link-expired',
  'link-used',
  'link-void',
  'link-account-unfit',
  'not-found',
] as const
export type EndedLink = (typeof endedLinks)[number]

/** How a link ended, if the problem reports it. */
export function endedLink({ code }: Problem): EndedLink | undefined {
  return endedLinks.find((one) => one === code)
}
