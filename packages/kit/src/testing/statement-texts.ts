// Counts the different statement texts of some work. A separate text for each subset of changed
// fields would be planned each time, and would evict other statements from a connection's cache.
import { onStatement } from '../database/building.ts'

/** The different texts of update statements during `work`, across the whole process. */
export async function updateTexts(work: () => Promise<void>): Promise<string[]> {
  const texts = new Set<string>()
  const stop = onStatement(({ sql }) => {
    if (/^\s*update\b/i.test(sql)) texts.add(sql)
  })
  try {
    await work()
  } finally {
    stop()
  }
  return [...texts]
}

/** A hundred different non-empty subsets of the names, or all if there are fewer. */
export function hundredChoices<Name extends string>(names: readonly Name[]): Name[][] {
  const all = 2 ** Math.min(names.length, 20) - 1
  const step = Math.max(1, Math.floor(all / 100))
  return Array.from({ length: Math.min(all, 100) }, (_, index) => {
    const bits = 1 + index * step
    return names.filter((_name, place) => (bits >> place) % 2 === 1)
  })
}
