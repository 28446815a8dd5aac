// File names: whose, what, which date, in characters that every system allows.
import { formatDate } from './format.ts'
import type { Language } from './words.ts'

/** Joins the parts to a file name; characters that a system could refuse become spaces. */
export function fileNameOf(parts: readonly (string | null | undefined)[], ending: string): string {
  const words = parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ')
  const plain = words.replaceAll(/[^\p{L}\p{M}\p{N} .,()&+-]/gu, ' ').replaceAll(/\s+/g, ' ')
  return `${plain.trim()}.${ending}`
}

/** A period in a file name: `1 Jan 2026 - 31 Mar 2026`. */
export function periodName({ from, to }: { from: string; to: string }, language: Language): string {
  return `${formatDate(from, language)} - ${formatDate(to, language)}`
}
