// How a search text becomes patterns.

/** The text as part of a LIKE pattern, its own wildcards taken literally. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** A phone as people write it, 08.., within numbers kept as +628... */
export const containsPhone = (text: string) => contains(text.replace(/^0/, ''))

/** So many are looked up by the index; of something that more have, walking the newest finds a page at once. */
export const RARE = 1000

/** Whether an index of trigrams helps: three letters or digits in a row. */
export const isIndexed = (text: string) => /[\p{L}\p{N}]{3}/u.test(text)
