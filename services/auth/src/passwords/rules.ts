// What makes a password strong enough (OWASP ASVS 5.0, 6.2; NIST SP 800-63B-4, 3.1.1): long, not
// common, not about its owner.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  MAX_PASSWORD,
  MIN_PASSWORD,
  passwordPersonal,
  passwordTooCommon,
  passwordTooLong,
  passwordTooShort,
} from '@rmtools/contracts/auth/passwords'
import { Problem } from '@rmtools/contracts/problem'

const SHORTEST_TELLING = 4

// The 3,000 most common passwords that pass the length rule (ASVS 6.2.4), from the ten-million list
// of SecLists (MIT).
const common = new Set(
  readFileSync(join(import.meta.dirname, 'common.txt'), 'utf8')
    .trim()
    .split('\n'),
)

export type AboutOneself = {
  fullName: string
  email: string | null
  phone: string | null
  companies: readonly string[]
}

/** Throws the reason why a password is refused. */
export function checkPassword(password: string, about: AboutOneself): void {
  const characters = [...password.normalize('NFC')].length
  if (characters < MIN_PASSWORD) throw new Problem(passwordTooShort)
  if (characters > MAX_PASSWORD) throw new Problem(passwordTooLong)
  const plain = password.normalize('NFC').toLowerCase()
  if (common.has(plain) || isRepetitive(plain)) throw new Problem(passwordTooCommon)
  if (personalParts(about).some((part) => plain.includes(part))) throw new Problem(passwordPersonal)
}

const FEWEST_CHARACTERS = 4

/**
 * Fewer than four different characters, or a short repeated text: long, but guessed at once. Spaces
 * do not count.
 */
function isRepetitive(password: string): boolean {
  const characters = [...password.replace(/\s+/gu, '')]
  const isSaidAgain = (length: number) =>
    characters.length % length === 0 &&
    characters.every((one, at) => one === characters[at % length])
  const longest = Math.min(Math.floor(characters.length / 2), MIN_PASSWORD - 1)
  return (
    new Set(characters).size < FEWEST_CHARACTERS ||
    Array.from({ length: longest }, (_, index) => index + 1).some(isSaidAgain)
  )
}

function personalParts({ fullName, email, phone, companies }: AboutOneself): string[] {
  const words = [fullName, ...companies].flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
  const mailbox = email === null ? [] : [email, email.split('@')[0] ?? '']
  // The international and the national form of the number.
  const numbers = phone === null ? [] : [phone.slice(1), phone.replace(/^\+62/, '0')]
  return [...words, ...mailbox, ...numbers]
    .map((part) => part.normalize('NFC').toLowerCase())
    .filter((part) => part.length >= SHORTEST_TELLING)
}
