// A redemption account must be in the investor's own name (DOMAIN.md section 5): measures how well
// two spellings of a name agree.

export const nameMatches = ['exact', 'strong', 'weak'] as const
/** `weak` warns at entry and blocks redemptions until a reviewer has accepted the account. */
export type NameMatch = (typeof nameMatches)[number]

// Titles and legal forms may be on the identity card but not in the bank's records, and vice versa.
const NOISE = new Set(
  'H HJ HAJI HAJJAH IR DR DRS DRA DRG PROF TN NY SDR BPK IBU SE SH ST MM MBA MSI MH SPD SKOM SSOS SKED AMD PT CV TBK UD PERSEROAN TERBATAS YAYASAN KOPERASI'.split(
    ' ',
  ),
)
// Statements truncate long names; 20 characters is the shortest limit in use.
const CUT_AT = 20

/** Compares an account holder's name with the name on the identity card, after normalisation. */
export function matchNames(holder: string, fullName: string): NameMatch {
  const [left, right] = [words(holder), words(fullName)]
  if (left.length === 0 || right.length === 0) return 'weak'
  const [a, b] = [left.join(' '), right.join(' ')]
  if (a === b) return 'exact'
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'strong'
  if (isCut(a, b) || isCut(b, a)) return 'strong'
  return left.length === right.length && pairs(left, right) ? 'strong' : 'weak'
}

function words(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  // S.E. and S.Kom are one word each; an apostrophe joins (NUR'AINI), any other character
  // separates.
  const all = plain
    .replace(/\b([A-Z]{1,3})\.(?=[A-Z])/g, '$1')
    .replace(/['’`]/g, '')
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  const kept = all.filter((word) => !NOISE.has(word))
  return kept.length > 0 ? kept : all
}

function isCut(short: string, long: string): boolean {
  return short.length >= CUT_AT && long.startsWith(short)
}

/**
 * Every word has a match on the other side, in any order; at least one is written in full on both.
 */
function pairs(left: string[], right: string[]): boolean {
  const rest = [...right]
  let full = 0
  for (const word of left) {
    const index = rest.findIndex((other) => other === word)
    const found = index >= 0 ? index : rest.findIndex((other) => isVariant(word, other))
    if (found < 0) return false
    if (rest[found] === word && word.length > 1) full++
    rest.splice(found, 1)
  }
  return full > 0
}

const ABBREVIATED = [
  [
    'MUHAMMAD',
    'MOHAMMAD',
    'MUHAMAD',
    'MOHAMAD',
    'MOCHAMMAD',
    'MOCHAMAD',
    'MUH',
    'MOH',
    'MOCH',
    'MHD',
    'M',
  ],
  ['ABDUL', 'ABD'],
  ['SITI', 'ST', 'S'],
]

function isVariant(a: string, b: string): boolean {
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return true
  if (ABBREVIATED.some((group) => group.includes(a) && group.includes(b))) return true
  return Math.min(a.length, b.length) >= 5 && isOneEditApart(a, b)
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1]
  return endA - start <= 1 && endB - start <= 1
}
