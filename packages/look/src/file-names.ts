// What files are called: whose, what, of when, in words that every system keeps.
import { formatDate } from './format.ts'
import type { Language } from './words.ts'

/** The parts as one name; signs that a system could refuse become spaces. */
export function fileNameOf(parts: readonly (string | null | undefined)[], ending: string): string {
  const words = parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ')
  const plain = words.replaceAll(/[^\p{L}\p{M}\p{N} .,()&+-]/gu, ' ').replaceAll(/\s+/g, ' ')
  return `${plain.trim()}.${ending}`
}

/** A period as the name of a file says it: `1 Jan 2026 - 31 Mar 2026`. */
export function periodName({ from, to }: { from: string; to: string }, language: Language): string {
  return `${formatDate(from, language)} - ${formatDate(to, language)}`
}
