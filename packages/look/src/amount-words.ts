// An amount in words, as on a cheque: a surplus zero is easier to notice in words than in digits.
// Also the reading of a figure that was refused.
import type { Language } from './words.ts'

const DIGITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
] as const
const INDONESIAN_GROUPS = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = [
  '',
  '',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
] as const
const ENGLISH_GROUPS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'] as const

const UNITS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  IDR: { id: ['rupiah', 'sen'], en: ['rupiah', 'sen'] },
  USD: { id: ['dolar Amerika Serikat', 'sen'], en: ['US dollars', 'cents'] },
}

/**
 * `satu juta lima ratus ribu rupiah`, `one million five hundred thousand rupiah`; decimals as sen
 * or cents. Empty without an amount, or for more than 18 digits.
 */
export function amountInWords(
  amount: string | null | undefined,
  currency: string,
  language: Language,
): string {
  const [, whole = '', fraction = ''] = /^(\d{1,18})(?:\.(\d+))?$/.exec(amount ?? '') ?? []
  if (whole === '') return ''
  const spell = language === 'id' ? indonesian : english
  const [unit, cent] = UNITS[currency]?.[language] ?? [
    currency,
    language === 'id' ? 'sen' : 'cents',
  ]
  const cents = Number(fraction.padEnd(2, '0').slice(0, 2))
  const main = `${spell(whole)} ${whole.replace(/^0+/, '') === '1' ? singular(unit) : unit}`
  if (cents === 0) return main
  return `${main} ${spell(String(cents))} ${cents === 1 ? singular(cent) : cent}`
}

const singular = (unit: string) => unit.replace(/^(US dollar|cent)s$/, '$1')

/** The groups of three digits with the names of their places, largest first. */
function grouped(whole: string, names: readonly string[]): { value: number; name: string }[] {
  const digits = whole.replace(/^0+(?=\d)/, '')
  const count = Math.ceil(digits.length / 3)
  return Array.from({ length: count }, (_, index) => {
    const place = count - 1 - index
    const end = digits.length - place * 3
    return { value: Number(digits.slice(Math.max(0, end - 3), end)), name: names[place] ?? '' }
  })
}

const joined = (parts: readonly string[], zero: string) =>
  parts.filter((part) => part !== '').join(' ') || zero

/** One thousand is `seribu`; one million is `satu juta`. */
function indonesian(whole: string): string {
  const parts = grouped(whole, INDONESIAN_GROUPS).map(({ value, name }) => {
    if (value === 1 && name === 'ribu') return 'seribu'
    return value === 0 ? '' : `${indonesianHundreds(value)} ${name}`.trim()
  })
  return joined(parts, DIGITS[0])
}

function indonesianHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const head = hundreds === 1 ? 'seratus' : `${DIGITS[hundreds]} ratus`
  return [hundreds === 0 ? '' : head, indonesianTens(rest)].filter((part) => part !== '').join(' ')
}

function indonesianTens(value: number): string {
  if (value === 0) return ''
  if (value === 10) return 'sepuluh'
  if (value === 11) return 'sebelas'
  if (value < 10) return DIGITS[value] ?? ''
  if (value < 20) return `${DIGITS[value - 10]} belas`
  return `${DIGITS[Math.floor(value / 10)]} puluh ${indonesianTens(value % 10)}`.trim()
}

function english(whole: string): string {
  const parts = grouped(whole, ENGLISH_GROUPS).map(({ value, name }) =>
    value === 0 ? '' : `${englishHundreds(value)} ${name}`.trim(),
  )
  return joined(parts, 'zero')
}

function englishHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  return [hundreds === 0 ? '' : `${ONES[hundreds]} hundred`, rest === 0 ? '' : englishTens(rest)]
    .filter((part) => part !== '')
    .join(' ')
}

function englishTens(value: number): string {
  if (value < 20) return ONES[value] ?? ''
  const one = value % 10
  return `${TENS[Math.floor(value / 10)]}${one === 0 ? '' : `-${ONES[one]}`}`
}
