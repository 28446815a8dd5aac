// Where messages to investors may link to: our own host only. An author of templates must not be
// able to send a link, a code or a reader to a third party.

const IN_BRACES = /\{[^{}]*\}/g
const LEADING = /^["'“‘(<[]+/u
const TRAILING = /["'”’)>\],.;:!?]+$/u
/** Text that apps open as a link: with a scheme, or relative without one. */
const SCHEME =
  /[a-z][a-z0-9+.-]*:\/\/|^\/\/|\\\\|(?:javascript|data|mailto|tel|sms|intent|whatsapp):/i
/**
 * A URL without a scheme that apps recognise. Letters of any script, since many look alike; a money
 * amount ends in digits.
 */
const DOMAIN = /[\p{L}\p{N}-]\.(?:\p{L}{2,}|xn--[a-z0-9-]+)/u
const IP = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/

/**
 * The addresses in a wording that do not lead to `own` (such as `https://rm.example.co.id`), as
 * readers see them: full-width letters and dots are folded, invisible characters removed, and a
 * placeholder counts as a letter, so that it cannot be part of an address.
 */
export function foreignAddresses(words: string, own: string | undefined): string[] {
  const seen = words
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[。．｡]/g, '.')
    .replaceAll(IN_BRACES, 'x')
  return seen.split(/\s+/).flatMap((given) => {
    const word = given.replace(LEADING, '').replace(TRAILING, '')
    const isAddress = SCHEME.test(word) || DOMAIN.test(word) || IP.test(word)
    return isAddress && !(own !== undefined && leadsTo(word, own)) ? [word.slice(0, 60)] : []
  })
}

/** Whether a word is a URL of this origin and contains no other one. */
function leadsTo(word: string, own: string): boolean {
  const { origin, host, protocol } = new URL(own)
  const rest = [origin, host].find(
    (start) => word === start || ['/', '?', '#'].some((sign) => word.startsWith(start + sign)),
  )
  if (rest === undefined) return false
  const address = word.startsWith(protocol) ? word : `${protocol}//${word}`
  return (
    URL.canParse(address) &&
    new URL(address).origin === origin &&
    !SCHEME.test(word.slice(rest.length)) &&
    !word.includes('@')
  )
}

/**
 * The placeholders among these that touch other text: with anything but punctuation beside them
 * they become part of it.
 */
export function crowdedPlaceholders(words: string, names: readonly string[]): string[] {
  const crowded = words.split(/\s+/).flatMap((word) => {
    const inside = word.replace(LEADING, '').replace(TRAILING, '')
    return names.filter((name) => word.includes(`{${name}}`) && inside !== `{${name}}`)
  })
  return [...new Set(crowded)]
}
