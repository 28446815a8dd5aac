// How long this thread worked in one piece. The time of the processor is taken and not that of the clock, so that a busy machine
// makes nothing look longer than it is.
import { setImmediate as turn } from 'node:timers/promises'

/** Nothing holds the event loop for longer. */
export const PIECE_MS = 50
const TRIES = 3

/** The longest piece of an act in milliseconds: the best of a few tries, as compiling and collecting garbage come once. */
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
