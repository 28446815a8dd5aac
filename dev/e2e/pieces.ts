// Measures how long this thread works without a break. It counts processor time instead of elapsed
// time, so that a busy machine does not distort the result.
import { setImmediate as turn } from 'node:timers/promises'

/** The longest time for which anything may block the event loop. */
export const PIECE_MS = 50
const TRIES = 3

/**
 * The longest uninterrupted work of an action in milliseconds: the best of a few attempts, because
 * compilation and garbage collection are one-off.
 */
export async function longestPiece(act: () => Promise<void>): Promise<number> {
  let least = Infinity
  for (let time = 0; time < TRIES && least >= PIECE_MS; time++)
    least = Math.min(least, await longestOf(act))
  return least
}

async function longestOf(act: () => Promise<void>): Promise<number> {
  let longest = 0
  const done = new AbortController()
  const watch = async () => {
    let before = process.threadCpuUsage()
    while (!done.signal.aborted) {
      await turn()
      const { user, system } = process.threadCpuUsage(before)
      before = process.threadCpuUsage()
      longest = Math.max(longest, (user + system) / 1000)
    }
  }
  const watching = watch()
  await act()
  done.abort()
  await watching
  return longest
}
