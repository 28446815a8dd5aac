import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { EndpointSpec, Throttle } from '@rmtools/contracts/endpoint'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import { networkOf } from '@rmtools/kit/network'
import type { RedisLink } from '@rmtools/kit/redis'
import type { Actor } from '@rmtools/kit/scope'
import type { Operation } from '@rmtools/kit/service'

// For operations without a throttle of their own: generous for people, tight for machines.
const SIGNED_IN: Throttle = { points: 1200, seconds: 60, by: 'account' }
const ANYBODY: Throttle = { points: 120, seconds: 60, by: 'address' }

export type Gate = (operation: Operation, ip: string | null, actor: Actor | null) => Promise<void>
type Count = (key: string) => Promise<unknown>

/**
 * Counts calls per operation and caller; throws 429 with Retry-After. `scale` multiplies all
 * limits. With Redis all processes count together; each also counts alone, so that the limit still
 * holds without Redis.
 */
export function createThrottle(scale: number, redis?: RedisLink): Gate {
  const counts = new Map<string, Count>()
  const countOf = ({ id, spec }: Operation) => {
    let count = counts.get(id)
    if (!count) {
      const { points, seconds } = limitOf(spec)
      const limit = { keyPrefix: `throttle:${id}`, points: points * scale, duration: seconds }
      const memory = new RateLimiterMemory(limit)
      count = redis
        ? sharedCount(memory, new RateLimiterRedis({ ...limit, storeClient: redis.client }), redis)
        : async (key) => await memory.consume(key)
      counts.set(id, count)
    }
    return count
  }
  return async (operation, ip, actor) => {
    const key = limitOf(operation.spec).by === 'account' && actor ? actor.userId : networkOf(ip)
    try {
      await countOf(operation)(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new Problem(tooManyRequests, {
        retryAfterSeconds: Math.max(1, refusal.msBeforeNext / 1000),
      })
    }
  }
}

function sharedCount(memory: RateLimiterMemory, shared: RateLimiterRedis, redis: RedisLink): Count {
  return async (key) => {
    await memory.consume(key)
    const refused = await redis
      .ask(async () => await shared.consume(key).then(nothing, refusalOf))
      // Redis is unreachable: only this process's count applies.
      .catch(nothing)
    if (refused) throw refused
  }
}

const nothing = () => undefined

/** Redis reports an exceeded limit as a rejection too, which is not a failure of Redis. */
function refusalOf(error: unknown): RateLimiterRes {
  if (error instanceof RateLimiterRes) return error
  throw error
}

function limitOf(spec: EndpointSpec): Throttle {
  const isAnybody = spec.access === 'public' || spec.access === 'link'
  return spec.throttle ?? (isAnybody && spec.cacheSeconds === undefined ? ANYBODY : SIGNED_IN)
}
