import { riskBands } from '@rmtools/look/words'
import type { Say } from '../app/language.ts'

/** A risk band by number and word. */
export function bandText(say: Say, band: number): string {
  const word = Object.entries(riskBands).find(([key]) => Number(key) === band)?.[1]
  return word ? `${band} · ${say(word)}` : String(band)
}
