// The letters that a name may contain: those that every document can print with its embedded fonts
// (kit/documents/pdf-fonts.ts). Passports and deeds use the Latin script; Chinese and Arabic names
// are kept as their owners write them. A test compares the fonts with this list.

/**
 * Ranges of code points, both ends included; a space may separate them. An asterisk is not a
 * letter: it stands for masked text.
 */
export const nameRanges: readonly (readonly [number, number])[] = [
  // ASCII: letters, figures and signs.
  [0x21, 0x29],
  [0x2b, 0x7e],
  // Latin: accents, Vietnamese, transliterations, the glottal stop; and combining marks.
  [0xa1, 0xac],
  [0xae, 0x148],
  [0x14a, 0x1c3],
  [0x1c5, 0x254],
  [0x256, 0x27b],
  [0x27e, 0x284],
  [0x286, 0x290],
  [0x292, 0x2a4],
  [0x2a6, 0x2af],
  [0x2b0, 0x2ff],
  [0x300, 0x304],
  [0x306, 0x30a],
  [0x30c, 0x30c],
  [0x313, 0x313],
  [0x315, 0x315],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x326, 0x328],
  [0x1e00, 0x1e9b],
  [0x1e9d, 0x1eff],
  // Hyphens, dashes, quotes.
  [0x2010, 0x2015],
  [0x2018, 0x201f],
  // Arabic, with Jawi, Persian and Urdu.
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x65f],
  [0x660, 0x669],
  [0x66e, 0x6d5],
  [0x6ee, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8c7],
  // Chinese, with its brackets and wide signs.
  [0x3001, 0x3003],
  [0x3005, 0x3007],
  [0x3008, 0x3011],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fa5],
  [0xff01, 0xff5e],
]

const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`
const letters = nameRanges
  .map(([first, last]) => (first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`))
  .join('')

/** A name: these letters, separated only by single spaces. */
export const NAME_PATTERN = `^[${letters}]([ ${letters}]*[${letters}])?$`

/** The code of a pattern fault. Names have a code of their own. */
export function patternFault(pattern: unknown): 'name-letters' | 'pattern' {
  return pattern === NAME_PATTERN ? 'name-letters' : 'pattern'
}
