// Matching of search texts.
import { searchKey } from '@rmtools/contracts/names'
import { phoneDigits } from '@rmtools/contracts/phones'

const FEWEST_DIGITS = 3

/**
 * Whether the texts or the phone number contain every word of a search, whatever accents and
 * apostrophes were typed.
 */
export function isMatch(
  search: string,
  texts: readonly (string | null)[],
  phone: string | null,
): boolean {
  if (hasDigits(search, phone)) return true
  const keys = texts.flatMap((text) => (text ? [searchKey(text)] : []))
  const stands = (part: string) => keys.some((key) => key.includes(searchKey(part)))
  const words = search.split(/\s+/).filter(Boolean)
  return words.every((word) => stands(word) || hasDigits(word, phone)) || stands(search)
}

function hasDigits(search: string, phone: string | null): boolean {
  const digits = phone === null ? undefined : phoneDigits(search)
  return digits !== undefined && digits.length >= FEWEST_DIGITS && (phone ?? '').includes(digits)
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,.()/-]+/)
    .filter(Boolean)

/**
 * Whether every word of a search starts a word of the texts, in any order, or the texts contain the
 * search as a whole.
 */
export function isFound(search: string, texts: readonly (string | undefined)[]): boolean {
  const all = texts.filter(Boolean).join(' ')
  const words = wordsOf(all)
  return (
    wordsOf(search).every((wanted) => words.some((word) => word.startsWith(wanted))) ||
    all.toLowerCase().includes(search.trim().toLowerCase())
  )
}
