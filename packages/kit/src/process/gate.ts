// A queue in front of expensive work: limits how many tasks run, how many wait, and for how long.
import { Problem, unavailable } from '@rmtools/contracts/problem'

export type GateLimits = {
  atOnce: number
  /** How many may wait; any further caller is refused at once. */
  waiting: number
  /**
   * How long a caller may wait before it is refused. Without it the time limits of the others bound
   * the wait.
   */
  waitMs?: number
}

/**
 * Runs work when its turn comes. Throws 503 with Retry-After if too many wait, or if the turn does
 * not come in time.
 */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

type Turn = { take(): void; leave(problem: Problem): void }

/** A gate; everything that passes the same one shares its limits. */
export function createGate({ atOnce, waiting, waitMs }: GateLimits): Gate {
  const queue: Turn[] = []
  let running = 0
  const busy = () => new Problem(unavailable, { retryAfterSeconds: 2 })

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running++
      return
    }
    if (queue.length >= waiting) throw busy()
    await new Promise<void>((take, leave) => {
      const turn: Turn = { take, leave }
      queue.push(turn)
      if (waitMs === undefined) return
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(turn), 1)
        leave(busy())
      }, waitMs)
      turn.take = () => {
        clearTimeout(timer)
        take()
      }
    })
  }

  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      // A finished task passes its place on, so `running` stays the same.
      const next = queue.shift()
      if (next) next.take()
      else running--
    }
  }
}
