// A test's wait ends when the awaited event happens. Its time limit exists only to fail eventually,
// not to measure: a second is nothing on a busy machine, so every wait gets this long, whatever
// limit a test names.
import { vi } from 'vitest'

/** Milliseconds; less than a test's time-out. */
const PATIENCE = 25_000

const waitFor = vi.waitFor
vi.waitFor = async (callback, options) =>
  await waitFor(callback, {
    ...(typeof options === 'object' && options),
    timeout: Math.max(PATIENCE, typeof options === 'number' ? options : (options?.timeout ?? 0)),
  })
