// Retries calls where that is safe: calls that only read, and calls with an idempotency key, which
// act once however often they are repeated.
import { RmToolsError } from './error.ts'
import type { Operation } from './method.ts'

const FIRST_DELAY_MS = 250
/** With a longer Retry-After the error is reported to the caller at once. */
const LONGEST_WAIT_SECONDS = 30
const PASSING = new Set([0, 502, 503, 504])

export type Retrying = {
  times: number
  pause: (ms: number, signal: AbortSignal) => Promise<void>
  random: () => number
}

/** Calls, and retries while the refusal may be temporary. */
export async function retrying<T>(
  operation: Operation,
  signal: AbortSignal,
  { times, pause, random }: Retrying,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (attempt >= times || !mayRepeat(operation, error)) throw error
      const asked = error.retryAfterSeconds
      if (asked !== undefined && asked > LONGEST_WAIT_SECONDS) throw error
      const backoff = FIRST_DELAY_MS * 2 ** attempt * (0.5 + random())
      await pause(asked === undefined ? backoff : asked * 1000, signal)
    }
  }
}

function mayRepeat(operation: Operation, error: unknown): error is RmToolsError {
  if (!(error instanceof RmToolsError) || error.code === 'timeout') return false
  // The call was not executed: any call may be repeated.
  if (error.status === 429) return true
  return PASSING.has(error.status) && (operation.method === 'GET' || operation.needsKey === true)
}

/** Waits, unless the call is aborted meanwhile. */
export async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
