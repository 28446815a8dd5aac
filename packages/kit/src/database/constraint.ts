import { invalidInput, Problem, unavailable, type ProblemKind } from '@rmtools/contracts/problem'

// Class 22: data exceptions that input can cause although each field was valid. 57014: statement
// timeout. 40001 and 40P01: lost races that the caller may retry. 55P03: lock not available.
const BAD_DATA = new Set(['22P02', '22003', '22007', '22008', '22021'])
const TRY_AGAIN = new Set(['57014', '40001', '40P01', '55P03'])

/**
 * Maps a PostgreSQL error to the problem that the operation declares for it: constraint
 * `lead_phone_taken` becomes `lead-phone-taken`.
 */
export function constraintProblem(
  error: unknown,
  kinds: readonly ProblemKind[],
): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = String(error.code)
  if ('constraint' in error && typeof error.constraint === 'string') {
    const name = error.constraint.replaceAll('_', '-')
    const kind = kinds.find((one) => one.code === name)
    return kind && new Problem(kind)
  }
  if (BAD_DATA.has(code)) return new Problem(invalidInput)
  if (TRY_AGAIN.has(code)) {
    const problem = new Problem(unavailable, { retryAfterSeconds: 1 })
    problem.cause = error
    return problem
  }
  return undefined
}
