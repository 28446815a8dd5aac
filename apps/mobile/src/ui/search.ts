// What somebody who types a few letters means.
const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,.()/-]+/)
    .filter(Boolean)

/** Whether all words of a search begin a word of the texts, in whatever order, or it stands in them as it is. */
export function isFound(search: string, texts: readonly (string | undefined)[]): boolean {
  const all = texts.filter(Boolean).join(' ')
  const words = wordsOf(all)
  return (
    wordsOf(search).every((wanted) => words.some((word) => word.startsWith(wanted))) ||
    all.toLowerCase().includes(search.trim().toLowerCase())
  )
}
