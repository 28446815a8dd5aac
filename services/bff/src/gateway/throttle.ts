import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { EndpointSpec, Throttle } from '@rmtools/contracts/endpoint'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import type { Actor } from '@rmtools/kit/scope'
import type { Operation } from '@rmtools/kit/service'

// Where an operation says nothing: generous for people, tight for machines.
const SIGNED_IN: Throttle = { points: 1200, seconds: 60, by: 'account' }
const ANYBODY: Throttle = { points: 120, seconds: 60, by: 'address' }

export type Gate = (operation: Operation, ip: string | null, actor: Actor | null) => Promise<void>

/** Counts calls per operation and caller; throws 429 with Retry-After. `scale` multiplies all limits. */
export function createThrottle(scale: number): Gate {
  const limiters = new Map<string, RateLimiterMemory>()
  const limiterOf = ({ id, spec }: Operation) => {
    let limiter = limiters.get(id)
    if (!limiter) {
      const { points, seconds } = limitOf(spec)
      limiter = new RateLimiterMemory({ keyPrefix: id, points: points * scale, duration: seconds })
      limiters.set(id, limiter)
    }
    return limiter
  }
  return async (operation, ip, actor) => {
    const key = limitOf(operation.spec).by === 'account' && actor ? actor.userId : (ip ?? 'unknown')
    try {
      await limiterOf(operation).consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new Problem(tooManyRequests, { retryAfterSeconds: Math.max(1, refusal.msBeforeNext / 1000) })
    }
  }
}

function limitOf(spec: EndpointSpec): Throttle {
  const isAnybody = spec.access === 'public' || spec.access === 'link'
  return spec.throttle ?? (isAnybody && spec.cacheSeconds === undefined ? ANYBODY : SIGNED_IN)
}
