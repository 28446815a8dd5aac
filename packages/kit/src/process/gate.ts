// A queue before work that costs much: so many at a time, so many behind them, and nobody waits for ever.
import { Problem, unavailable } from '@rmtools/contracts/problem'

export type GateLimits = {
  atOnce: number
  /** Who comes when so many wait already is refused at once. */
  waiting: number
  /** Who has waited so long is refused. Without it the others' own limits bound the wait. */
  waitMs?: number
}

/** Runs work when its turn has come. Throws 503 with Retry-After when too many wait, or the turn does not come in time. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

type Turn = { take(): void; leave(problem: Problem): void }

/** A gate of its own: everybody who goes through the same one shares its limits. */
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
      // Whoever finishes hands its place over, so `running` stays as it is.
      const next = queue.shift()
      if (next) next.take()
      else running--
    }
  }
}
