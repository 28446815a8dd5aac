// The authority of time stamps behind its port: one call within a time budget, a breaker so that
// an authority that is down costs the next documents nothing, and no crowd of waiting documents.
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
} from 'cockatiel'
import { StampRefused, TOKEN_BYTES, type TimeStampAuthority } from './stamping.ts'

export type AuthorityOptions = {
  readonly url: string
  readonly budgetMs?: number
  /** How long the authority is left alone after failures in a row. */
  readonly pauseMs?: number
}

const BUDGET_MS = 3000
const PAUSE_MS = 30_000
const FAILURES_IN_A_ROW = 3
const AT_ONCE = 4

/** The authority at an address that speaks RFC 3161 over HTTP. */
export function timeStampAuthority({
  url,
  budgetMs = BUDGET_MS,
  pauseMs = PAUSE_MS,
}: AuthorityOptions): TimeStampAuthority {
  const crowd = bulkhead(AT_ONCE, 0)
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: pauseMs,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  })
  const ask = async (value: Uint8Array): Promise<Uint8Array> => {
    const { stampRequest } = await import('./time-stamps.ts')
    const { body, tokenIn } = stampRequest(value)
    return await tokenIn(await answerTo(body, url, budgetMs))
  }
  return {
    async stamp(value) {
      try {
        return await crowd.execute(async () => await breaker.execute(async () => await ask(value)))
      } catch (error) {
        if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError)
          throw new StampRefused('paused')
        throw error
      }
    },
  }
}

async function answerTo(body: Uint8Array, url: string, budgetMs: number): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(budgetMs)
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(body),
      redirect: 'error',
      signal,
    })
    if (reply.status !== 200) throw new StampRefused('unreachable')
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of reply.body ?? []) {
      size += part.byteLength
      if (size > TOKEN_BYTES) throw new StampRefused('too-large')
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch (error) {
    if (error instanceof StampRefused) throw error
    throw new StampRefused(signal.aborted ? 'late' : 'unreachable', error)
  }
}
