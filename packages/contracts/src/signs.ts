// Signs that come along when text is pasted: what nobody sees, and the many forms of a space, a dash and an apostrophe.

/** Zero-width signs, soft hyphens and marks of direction (Unicode TR 9): chats and address books put them around numbers. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g

/** The text without what nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** The text with `'` for every form of an apostrophe. */
export function withPlainApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "'")
}

/** The text with plain digits, spaces and hyphens, single spaces, and none at the ends. */
export function withPlainSigns(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replace(DASHES, '-').replace(/\s+/g, ' ').trim()
}
