// Characters that pasted text contains: invisible ones, and the many forms of spaces, dashes and
// apostrophes.

/**
 * Zero-width characters, soft hyphens and direction marks (Unicode TR 9): chats and address books
 * put them around numbers.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g

/** The text without invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** The text with `'` for every form of an apostrophe. */
export function withPlainApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "'")
}

/** The text with plain digits and hyphens, and single spaces, trimmed. */
export function withPlainSigns(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replace(DASHES, '-').replace(/\s+/g, ' ').trim()
}
