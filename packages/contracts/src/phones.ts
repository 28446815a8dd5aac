// Parses phone numbers as people write, copy and paste them, to E.164.
import { withPlainSigns } from './signs.ts'

/** A number that can be dialled, and a switchboard extension, which is not part of it. */
export type PhoneReading = { readonly e164: string; readonly extension: string | null }

/** E.164 allows 15 digits; the tables' constraints are the same. */
export const E164 = '^\\+[1-9][0-9]{6,14}$'
/** Longer than any notation of a number. */
export const MAX_PHONE_CHARACTERS = 64

const HOME = '62'
const EXTENSION = /[\s,;]*(?:;ext=|ext(?:ension)?|pes(?:awat)?|x|#)[\s.:]*(\d{1,6})$/i
const WRITTEN = /^\(?\+?[\d\s()./-]+$/
// Mobile numbers have 9 to 12 digits after +62 (national numbering plan): one more is a typing
// error.
const MOBILE_DIGITS = 12

/**
 * Parses a phone number: 08.., 8.., 62.., +62.., 0062.., `+62 (0) 8..`, with brackets, dashes, dots
 * and spaces of any kind. Undefined if it cannot be one.
 */
export function readPhone(written: string): PhoneReading | undefined {
  if (written.length > MAX_PHONE_CHARACTERS) return undefined
  const text = withPlainSigns(written).replace(/^(?:tel:|')\s*/i, '')
  const extension = EXTENSION.exec(text)
  const main = (extension ? text.slice(0, extension.index) : text).trim()
  if (!WRITTEN.test(main)) return undefined
  const e164 = `+${internationalDigits(main)}`
  return new RegExp(E164).test(e164) && !isTooLongAtHome(e164)
    ? { e164, extension: extension?.[1] ?? null }
    : undefined
}

function internationalDigits(text: string): string {
  const digits = text.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return withoutTrunkZero(digits.slice(1))
  if (digits.startsWith('00')) return withoutTrunkZero(digits.slice(2))
  if (digits.startsWith('0')) return `${HOME}${digits.slice(1)}`
  return digits.startsWith(HOME) ? withoutTrunkZero(digits) : `${HOME}${digits}`
}

/**
 * `+62 (0) 812` and `+62 0812` include the trunk prefix zero, which is only dialled within the
 * country; numbers of other countries stay unchanged.
 */
function withoutTrunkZero(digits: string): string {
  return digits.replace(/^620/, HOME)
}

function isTooLongAtHome(e164: string): boolean {
  const national = e164.startsWith(`+${HOME}`) ? e164.slice(3) : ''
  return national.startsWith('8') ? national.length > MOBILE_DIGITS : national.startsWith('0')
}

/**
 * The number in E.164; undefined if it cannot be one, or has an extension, which messages cannot
 * reach.
 */
export function e164Of(written: string): string | undefined {
  const read = readPhone(written)
  return read?.extension === null ? read.e164 : undefined
}

const SEARCHED = /^\(?\+?[\d\s()./-]*\d[\d\s()./-]*$/

/**
 * The digits to search for in E.164 numbers, from a number or part of one in any notation;
 * undefined if the text is not a number. Used for searches on the server and on the phone.
 */
export function phoneDigits(searched: string): string | undefined {
  const text = withPlainSigns(searched).replace(/^(?:tel:|')\s*/i, '')
  const main = text.replace(EXTENSION, '').trim()
  if (main.length > MAX_PHONE_CHARACTERS || !SEARCHED.test(main)) return undefined
  const digits = main.replace(/[^\d+]/g, '')
  if (digits.startsWith('+')) return withoutTrunkZero(digits.slice(1))
  if (digits.startsWith('00')) return withoutTrunkZero(digits.slice(2)) || undefined
  return withoutTrunkZero(digits).replace(/^0/, '') || undefined
}
