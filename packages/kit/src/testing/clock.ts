// The clock of tests: no test reads the machine's date, so each gives the same result on every day
// of the year.
import type { Clock } from '../process/clock.ts'

/**
 * Monday 23 November 2026, 10:00 WIB: an exchange day, between publication of the NAV and the
 * cut-off.
 */
export const TEST_START = new Date('2026-11-23T03:00:00.000Z')

export type TestClock = Clock & {
  /** Moves the clock forward. */
  advance(milliseconds: number): void
}

/**
 * A clock that starts at an instant and runs at the machine's speed, whatever the machine's date.
 */
export function testClock(start: Date = TEST_START): TestClock {
  const startedAt = performance.now()
  let aheadMs = 0
  return {
    now: () => new Date(start.getTime() + aheadMs + Math.round(performance.now() - startedAt)),
    advance: (milliseconds) => void (aheadMs += milliseconds),
  }
}
