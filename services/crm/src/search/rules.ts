// The possible meanings of a search text, parsed like the fields it is compared with.
import { readFigure } from '@rmtools/contracts/figures'
import { readCode, readNumber } from '@rmtools/contracts/numbers'
import { phoneDigits } from '@rmtools/contracts/phones'
import { withPlainSigns } from '@rmtools/contracts/signs'
import { contains } from '@rmtools/kit/search'

/**
 * The pattern of a phone number or of part of one, in any notation; null if the text is neither.
 */
export function containsPhone(text: string): string | null {
  const digits = phoneDigits(text)
  return digits === undefined ? null : contains(digits)
}

/** The pattern of an e-mail address or a part of one. */
export const containsEmail = (text: string) => contains(withPlainSigns(text))

/**
 * The numbers that a text may be: external ids, SID, IFUA, numbers at Bib, product codes; also in
 * groups or lower case.
 */
export function numbersIn(text: string): string[] {
  const [code, number] = [readCode(text), readNumber(text)]
  return [...new Set([text.trim(), code, code.toUpperCase(), number, number.toUpperCase()])].filter(
    (one) => one !== '',
  )
}

/** The pattern of a SID or IFUA that contains this text; null if it is too short or too long. */
export function containsNumber(text: string): string | null {
  const number = readNumber(text).toUpperCase()
  return /^[A-Z0-9]{4,20}$/.test(number) ? contains(number) : null
}

const UUID_DIGITS = 32
const ENOUGH_OF_A_UUID = 8

/**
 * The first and last id with the text as prefix; undefined if no id can have it, or it is too
 * short.
 */
export function idsFrom(text: string): { first: string; last: string } | undefined {
  const digits = readNumber(text).toLowerCase()
  if (!/^[0-9a-f]{8,32}$/.test(digits) || digits.length < ENOUGH_OF_A_UUID) return undefined
  const uuid = (filler: string) =>
    digits
      .padEnd(UUID_DIGITS, filler)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { first: uuid('0'), last: uuid('f') }
}

/**
 * The amount that a text may be, parsed like an input of an amount. For search only: nothing is
 * ordered by it.
 */
export function amountIn(text: string): string | undefined {
  const { value, refusal } = readFigure(text, { kind: 'money', places: 2, language: 'id' })
  return value ?? refusal.understood[0]
}
