// The one reader of figures that people type or paste: money, units, percentages, counts. It
// refuses ambiguous input and lists the possible readings. It never drops a character: a dropped
// comma would order a hundred times too much.
import { times } from './decimals.ts'

export type FigureKind = 'money' | 'units' | 'percent' | 'count'

export type FigureForm = {
  kind: FigureKind
  /** How many decimal places the field accepts: 0 for rupiah, 4 for units. */
  places: number
  /** The reader's language: `M` is a miliar in Indonesian and could be a million in English. */
  language: 'id' | 'en'
  /** For money: the sign of another currency is refused. */
  currency?: string
}

export type FigureRefusal = {
  /**
   * `unreadable`: not a number. `ambiguous`: several readings, all in `understood`. `too-fine`:
   * more decimal places than the field accepts. `other-currency` and `other-unit`: a sign of
   * another kind.
   */
  code:
    | 'empty'
    | 'unreadable'
    | 'ambiguous'
    | 'too-fine'
    | 'too-large'
    | 'negative'
    | 'other-currency'
    | 'other-unit'
  /** Decimals that the text could mean, the most likely first. */
  understood: readonly string[]
}
/** An exact decimal without trailing zeros, or the reason why the text could not be read. */
export type FigureReading =
  | { value: string; refusal?: never }
  | { value?: never; refusal: FigureRefusal }

/** More than anybody orders, and within the limits of the tables. */
export const MAX_WHOLE_DIGITS = 18

/** Reads a figure in Indonesian or English form: `Rp 1.500.000,00`, `1,500,000.00`, `1,5 jt`, `2,5%`. */
export function readFigure(text: string, form: FigureForm): FigureReading {
  const plain = text.replace(INVISIBLE, '').replace(SPACES, ' ').trim()
  if (plain === '') return refused('empty')
  const { core, currencies, units } = apart(plain)
  if (NEGATIVE.test(core) || core.startsWith('(')) return refused('negative')
  const foreign = currencies.some((currency) => form.kind !== 'money' || currency !== form.currency)
  const scaled = scaledNumber(core, form.language)
  const values = scaled.factors.flatMap((factor) =>
    numbersIn(scaled.number).map((number) => ({ ...number, value: grown(number.value, factor) })),
  )
  const understood = [...new Set(values.map(({ value }) => value))]
  if (values.length === 0) return refused('unreadable')
  if (foreign) return refused('other-currency', understood)
  if (units.some((unit) => unit !== form.kind) || (scaled.isScaled && form.kind === 'percent'))
    return refused('other-unit', understood)
  const fitting = values.filter(({ value }) => placesOf(value) <= form.places)
  return decided(scaled.isScaled ? fitting : usual(fitting, form), understood)
}

const refused = (
  code: FigureRefusal['code'],
  understood: readonly string[] = [],
): FigureReading => ({ refusal: { code, understood } })

function decided(values: readonly Numeral[], understood: readonly string[]): FigureReading {
  const [first, ...others] = new Set(values.map(({ value }) => value))
  if (first === undefined) return refused('too-fine', understood)
  if (others.length > 0) return refused('ambiguous', [first, ...others])
  if (first.split('.')[0]!.length > MAX_WHOLE_DIGITS) return refused('too-large', understood)
  return { value: first }
}

/**
 * Money has two decimal places and counts have none, so `1.500` cannot mean one and a half. For
 * units, which have four, and for percentages it could mean either.
 */
function usual(values: readonly Numeral[], { kind, places }: FigureForm): readonly Numeral[] {
  const asWritten = values.filter(({ written }) => written <= places)
  return (kind === 'money' || kind === 'count') && asWritten.length > 0 ? asWritten : values
}

// Pasted text contains zero-width characters and direction marks.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const SPACES = /\s+/g
const NEGATIVE = /^[-\u2212\u2010-\u2015]|[-\u2212\u2010-\u2015]$/

const CURRENCY_BEFORE = /^(?<sign>rp\.?|idr|us\$|usd|\$) ?(?<rest>[-\u2212\u2010-\u2015(\d.,].*)$/i
const CURRENCY_AFTER = /^(?<rest>.*?[\d.,a-z)-]) ?(?<sign>rupiah|rp|idr|us\$|usd|\$)$/i
const UNIT_AFTER = /^(?<rest>.*?[\d.,a-z)]) ?(?<sign>%|persen|percent|units?)$/i
/** `Rp 1.500.000,-`: no sen. */
const NO_CENTS = /^(.*\d)[.,][-\u2013\u2014]$/

type Apart = { core: string; currencies: readonly string[]; units: readonly FigureKind[] }

/** Splits the text into the number and the signs of currency or unit around it. */
function apart(text: string): Apart {
  const before = CURRENCY_BEFORE.exec(text)?.groups
  const after = CURRENCY_AFTER.exec(before?.['rest'] ?? text)?.groups
  const bare = after?.['rest'] ?? before?.['rest'] ?? text
  const unit = UNIT_AFTER.exec(bare)?.groups
  const currencies = [before, after].flatMap((found) =>
    found ? [currencyOf(found['sign'] ?? '')] : [],
  )
  const kindOfUnit = /^unit/i.test(unit?.['sign'] ?? '') ? 'units' : 'percent'
  const core = unit?.['rest'] ?? bare
  return {
    core: currencies.length > 0 ? core.replace(NO_CENTS, '$1') : core,
    currencies,
    units: unit ? [kindOfUnit] : [],
  }
}

const currencyOf = (sign: string) => (/\$|usd/i.test(sign) ? 'USD' : 'IDR')

type Scale = { form: RegExp; factors: Readonly<Record<FigureForm['language'], readonly string[]>> }
const same = (...factors: string[]) => ({ id: factors, en: factors })
const [THOUSAND, MILLION, BILLION, TRILLION] = [
  '1000',
  '1000000',
  '1000000000',
  '1000000000000',
] as const
const scales: readonly Scale[] = [
  { form: /^(?:ribu|rb|k|thousand)$/i, factors: same(THOUSAND) },
  { form: /^(?:juta|jt|million|mn)$/i, factors: same(MILLION) },
  { form: /^(?:miliar|milyar|billion|bn)$/i, factors: same(BILLION) },
  { form: /^(?:triliun|trillion)$/i, factors: same(TRILLION) },
  { form: /^M$/, factors: { id: [BILLION], en: [MILLION, BILLION] } },
  { form: /^m$/, factors: same(MILLION, BILLION) },
]

/**
 * The number before a word such as `juta`, and the factor of that word; several factors if it is
 * ambiguous.
 */
function scaledNumber(
  core: string,
  language: FigureForm['language'],
): { number: string; factors: readonly string[]; isScaled: boolean } {
  const [, number = '', word = ''] = /^([\d., ]*\d) ?([a-z]+)$/i.exec(core) ?? []
  const scale = scales.find(({ form }) => form.test(word))
  if (!scale) return { number: core, factors: ['1'], isScaled: false }
  return { number, factors: scale.factors[language], isScaled: true }
}

/**
 * A reading of digits and separators; `written` counts the decimal places as typed, including
 * trailing zeros.
 */
type Numeral = { value: string; written: number }

const INDONESIAN = /^([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?$/
const ENGLISH = /^([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
const SPACED = /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/
const FRACTION_ONLY = /^()[.,](\d+)$/

function numbersIn(text: string): Numeral[] {
  const found = [INDONESIAN, ENGLISH, SPACED, FRACTION_ONLY].flatMap((form) => {
    const match = form.exec(text)
    return match
      ? [
          {
            value: normal(`${match[1]!.replace(/\D/g, '') || '0'}.${match[2] ?? '0'}`),
            written: match[2]?.length ?? 0,
          },
        ]
      : []
  })
  return found.filter(({ value }, at) => found.findIndex((other) => other.value === value) === at)
}

const placesOf = (value: string): number => value.split('.')[1]?.length ?? 0
const grown = (value: string, factor: string): string => normal(times(value, factor))

/** Without redundant zeros: `01500.50` is `1500.5`. */
function normal(decimal: string): string {
  const short = decimal.replace(/^0+(?=\d)/, '')
  return short.includes('.') ? short.replace(/\.?0+$/, '') : short
}
