// The adjustable clock and its schedule. Moving the clock runs everything that becomes due, in
// order, each at its own time.
import type { Store } from './store.ts'

export type Clock = {
  /** Simulated time in ms. */
  now: () => number
  /**
   * Moves forward to an instant (ms) and runs what becomes due. Throws RangeError for a time in the
   * past.
   */
  advanceTo: (instant: number) => void
  /** Runs what has become due. */
  tick: () => void
  /** Schedules work, in the store and not in memory. */
  schedule: (due: number, kind: string, subject: string) => void
}

export type Runner = (kind: string, subject: string) => void

/**
 * A clock that starts at real time plus the offset of earlier runs. `run` performs one scheduled
 * task; `wallClock` is real time in ms, which tests set.
 */
export function createClock(store: Store, run: Runner, wallClock: () => number = Date.now): Clock {
  let offset = Number(store.setting('clockOffset') ?? 0)
  // While a task runs, the time is the moment at which it was due.
  let standing: number | undefined

  const now = () => standing ?? wallClock() + offset

  function fireUntil(target: number): void {
    for (;;) {
      const job = store.get<{ id: number; due: number; kind: string; subject: string }>(
        'select id, due, kind, subject from job where due <= ? order by due, id limit 1',
        target,
      )
      if (!job) return
      standing = Math.max(standing ?? 0, job.due)
      store.transaction(() => {
        store.run('delete from job where id = ?', job.id)
        run(job.kind, job.subject)
      })
    }
  }

  return {
    now,
    tick: () => {
      try {
        fireUntil(wallClock() + offset)
      } finally {
        standing = undefined
      }
    },
    advanceTo: (instant) => {
      const before = now()
      if (instant < before) throw new RangeError('The clock cannot go back')
      try {
        // A single transaction for the whole period: years of NAV would otherwise take thousands of
        // syncs.
        store.transaction(() => {
          fireUntil(instant)
          store.setSetting('clockOffset', String(instant - wallClock()))
        })
        offset = Number(store.setting('clockOffset'))
      } finally {
        standing = undefined
      }
    },
    schedule: (due, kind, subject) =>
      void store.run(
        'insert into job (due, kind, subject) values (?, ?, ?)',
        Math.ceil(due),
        kind,
        subject,
      ),
  }
}
