// Names as people type them, and how a search compares them.
import { withoutInvisible, withPlainApostrophes } from './signs.ts'

// Direction marks around a pasted name are stripped; within it they change what is displayed, and
// are rejected.
const WRAPPING =
  /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+$/g
const ZERO_WIDTH = /[\u00ad\u200b\u2060\ufeff]/g

/** A normalised name: composed accents (NFC), straight apostrophes, single spaces. */
export function readName(written: string): string {
  const composed = written.normalize('NFC').replace(ZERO_WIDTH, '').replace(WRAPPING, '')
  return withPlainApostrophes(composed).replace(
    /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g,
    ' ',
  )
}

// Distinct letters that people type without their stroke; `crm_bib.search_key` has the same list.
const STROKED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ð: 'd',
  ə: 'e',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

// Combining marks of Latin, Greek, Cyrillic and Arabic.
const MARKS =
  /[\u0300-\u036f]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g
const PLAIN = /^[\u0020-\u007e]*$/

/** The search key of a name: lower case, without accents, apostrophes and spaces. */
export function searchKey(text: string): string {
  // Most names are plain, and lists of thousands are searched at each keystroke.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/['` ]/g, '')
  const bare = withPlainApostrophes(withoutInvisible(text.normalize('NFKD')))
    .replace(MARKS, '')
    .toLowerCase()
  return bare
    .replace(/[łđøħŧıðəßæœþ]/g, (letter) => STROKED[letter] ?? letter)
    .replace(/['\s]/g, '')
}
