// Formats figures, money and dates in the chosen language, instants in Asia/Jakarta. Decimals stay
// text throughout: Intl formats decimal strings exactly.
import type { Language } from './words.ts'

export const TIME_ZONE = 'Asia/Jakarta'
const ABSENT = '–'

const localeOf = (language: Language) => (language === 'id' ? 'id-ID' : 'en-GB')

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(
    numberFormats,
    `${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(localeOf(language), { signDisplay: 'negative', ...options }),
  )
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(
    dateFormats,
    `${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(localeOf(language), options),
  )
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()
function kept<F>(formats: Map<string, F>, key: string, make: () => F): F {
  const format = formats.get(key) ?? make()
  formats.set(key, format)
  return format
}

/**
 * Formats an exact decimal: `format` accepts text without losing digits, but its type only allows
 * literals.
 */
function exactly(format: Intl.NumberFormat, decimal: string): string {
  return format.format(decimal as Intl.StringNumericLiteral)
}

/** `Rp 1.500.000`, `USD 1,500.25`, `-Rp 1.500.000`: cents only if there are any. */
export function formatMoney(
  amount: string | null | undefined,
  currency: string,
  language: Language,
): string {
  if (amount === null || amount === undefined) return ABSENT
  const hasCents = /\.\d*[1-9]/.test(amount)
  const digits = hasCents || currency !== 'IDR' ? 2 : 0
  return withCurrency(
    exactly(
      numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
      amount,
    ),
    currency,
  )
}

/** An amount whose currency is shown beside it: `1.500.000`, `1,500.25`. */
export function formatAmount(amount: string | null | undefined, language: Language): string {
  if (amount === null || amount === undefined) return ABSENT
  const digits = /\.\d*[1-9]/.test(amount) ? 2 : 0
  return exactly(
    numberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
    amount,
  )
}

/** Large sums in little space: `Rp 12,4 miliar`, `Rp 12.4B`. */
export function formatMoneyShort(
  amount: string | null | undefined,
  currency: string,
  language: Language,
): string {
  if (amount === null || amount === undefined) return ABSENT
  return withCurrency(
    exactly(
      numberFormat(language, {
        notation: 'compact',
        compactDisplay: 'short',
        maximumFractionDigits: 1,
      }),
      amount,
    ),
    currency,
  )
}

/** Puts the minus of a loss before the currency, where nobody overlooks it. */
function withCurrency(text: string, currency: string): string {
  const [sign, digits] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text]
  return `${sign}${currency === 'IDR' ? 'Rp' : currency}\u00A0${digits}`
}

/** Units: four decimals. */
export function formatUnits(units: string | null | undefined, language: Language): string {
  if (units === null || units === undefined) return ABSENT
  return exactly(
    numberFormat(language, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
    units,
  )
}

/** A count. */
export function formatCount(count: number | null | undefined, language: Language): string {
  return count === null || count === undefined ? ABSENT : numberFormat(language, {}).format(count)
}

/** A percentage with two decimals; `signed` adds a plus to a gain. */
export function formatPercent(
  percent: string | null | undefined,
  language: Language,
  signed = false,
): string {
  if (percent === null || percent === undefined) return ABSENT
  const options = {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: signed ? 'exceptZero' : 'negative',
  } as const
  return `${exactly(numberFormat(language, options), percent)}%`
}

/**
 * `23 Nov 2026`. Takes a calendar date (yyyy-mm-dd), or an instant, whose date in Jakarta is used.
 */
export function formatDate(date: string | null | undefined, language: Language): string {
  if (!date) return ABSENT
  const isDay = date.length === 10
  return dateFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: isDay ? 'UTC' : TIME_ZONE,
  }).format(new Date(date))
}

/** `23 Nov 2026, 13.05 WIB`. */
export function formatInstant(instant: string | null | undefined, language: Language): string {
  return instant ? `${formatDate(instant, language)}, ${formatTime(instant, language)}` : ABSENT
}

/** `13.05 WIB`. */
export function formatTime(instant: string | null | undefined, language: Language): string {
  if (!instant) return ABSENT
  return `${dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE }).format(new Date(instant))} WIB`
}

/** `Nov 2026` for yyyy-mm. */
export function formatMonth(month: string, language: Language): string {
  return dateFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** `3 hours ago`, `in 2 days`; `now` within a minute. */
export function formatRelative(
  instant: string | null | undefined,
  language: Language,
  now: Date = new Date(),
): string {
  if (!instant) return ABSENT
  const seconds = Math.round((Date.parse(instant) - now.getTime()) / 1000)
  const relative = kept(
    relativeFormats,
    language,
    () => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }),
  )
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return relative.format(unit === 'second' ? 0 : Math.trunc(seconds / size), unit)
}

/**
 * The groups of four of an identity, account or reference number, from the right. Screens set them
 * apart without a character between them, so that a copied number holds digits only.
 */
export const digitGroups = (number: string): string[] => number.match(/.{1,4}(?=(?:.{4})*$)/g) ?? []

/**
 * A number in groups of four, for a sentence or an attribute, where only a character can part them;
 * masks stay.
 */
export function groupDigits(number: string | null | undefined): string {
  return number ? number.replace(/(.)(?=(?:.{4})+$)/g, '$1\u2009') : ABSENT
}

/** `0812 3456 7890`: as people read a number aloud. */
export function formatPhone(phone: string): string {
  const national = phone.startsWith('+62') ? `0${phone.slice(3)}` : phone
  return national.replace(/^(\d{4})(\d{3,4})(\d+)$/, '$1 $2 $3')
}

/** Today's date in Jakarta, yyyy-mm-dd. */
export function today(now: Date = new Date()): string {
  return kept(
    dateFormats,
    'today',
    () => new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }),
  ).format(now)
}
