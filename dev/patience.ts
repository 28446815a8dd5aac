// A wait of a test ends when what it waits for happens. Its bound is there to fail at last, not to measure: on a busy machine a second
// is nothing, so whatever a test names, it waits this long.
import { vi } from 'vitest'

/** Milliseconds; less than the time that a test may take. */
const PATIENCE = 25_000

const waitFor = vi.waitFor
vi.waitFor = async (callback, options) =>
  await waitFor(callback, {
    ...(typeof options === 'object' && options),
    timeout: Math.max(PATIENCE, typeof options === 'number' ? options : (options?.timeout ?? 0)),
  })
