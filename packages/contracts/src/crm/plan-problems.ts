// Why a plan is refused.
import { problemKind } from '../problem.ts'

export const planEndInvalid = problemKind(
  'plan-end-invalid',
  422,
  'A plan ends by date, by the number of its runs or at its goal: give one of them at most',
)
export const planWithoutRuns = problemKind(
  'plan-without-runs',
  422,
  'No run would be left: the end lies before the first one',
)
export const planStartPassed = problemKind(
  'plan-start-passed',
  422,
  'A plan starts today at the earliest',
)
export const planFundTwice = problemKind('plan-fund-twice', 422, 'Each fund stands once in a plan')
export const planFundUnfit = problemKind(
  'plan-fund-unfit',
  422,
  'Only funds in rupiah are bought by a plan',
)
export const planIdTaken = problemKind('plan-id-taken', 409, 'This id belongs to another plan')
export const planUnchanged = problemKind(
  'plan-unchanged',
  422,
  'These are the terms that the plan has',
)
export const pausedByInvestor = problemKind(
  'paused-by-investor',
  409,
  'The investor has paused this plan: only the investor resumes it',
)
export const planEnded = problemKind('plan-ended', 409, 'This plan has ended')
