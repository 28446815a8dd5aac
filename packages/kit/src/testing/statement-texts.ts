// How many texts of statements something takes. A text for each subset of the fields that change is planned each time, and pushes
// others out of what a connection keeps.
import { onStatement } from '../database/building.ts'

/** The different texts of updates that `work` sends, of this whole process. */
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

/** A hundred different choices of some of the names, none of them empty, or all that there are. */
export function hundredChoices<Name extends string>(names: readonly Name[]): Name[][] {
  const all = 2 ** Math.min(names.length, 20) - 1
  const step = Math.max(1, Math.floor(all / 100))
  return Array.from({ length: Math.min(all, 100) }, (_, index) => {
    const bits = 1 + index * step
    return names.filter((_name, place) => (bits >> place) % 2 === 1)
  })
}
