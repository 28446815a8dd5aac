// Classifies PostgreSQL failures as transient or permanent.
import { Problem, unavailable } from '@rmtools/contracts/problem'

// 57P0x: the server is stopping or starting; 08xxx: connection exceptions; 53300: too many connections; 25P0x: a session timed out.
const CONNECTION_LOST = /^(57P0[1-5]|08\d{3}|53300|25P0[34]|ECONN\w+|EPIPE|ETIMEDOUT)$/
// Worth a retry. 57014: too slow; 55P03: locked by others; 40xxx: conflict with others; 53xxx: out
// of disk or memory.
const OVERLOADED = /^(57014|55P03|40001|40P01|53\d{3})$/

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether a retry may succeed. */
export const isOverloaded = (error: unknown) => OVERLOADED.test(codeOf(error))

/** Whether the connection is lost. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    CONNECTION_LOST.test(codeOf(error)) ||
    /Connection terminated|not queryable|connection error/i.test(error.message)
  )
}

/** A 503 with a time to retry after, and its cause. */
export function databaseDown(cause: unknown): Error {
  if (cause instanceof Problem) return cause
  const problem = new Problem(unavailable, { retryAfterSeconds: 2 })
  problem.cause = cause
  return problem
}
