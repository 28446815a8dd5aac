// Dates as people in Indonesia type them: day first, months as figures or words. Ambiguous dates
// are not guessed.
import { withPlainSigns } from './signs.ts'

export type DateFault = 'date-unreadable' | 'date-impossible'
export type DateReading = {
  /** yyyy-mm-dd */
  readonly date: string
  /** hh:mm in the writer's time zone, if there was one. */
  readonly time: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const OTHER_MONTHS: Readonly<Record<string, number>> = {
  may: 5,
  ags: 8,
  agt: 8,
  aug: 8,
  oct: 10,
  nop: 11,
  dec: 12,
  peb: 2,
}
const MONTH_WORDS =
  'januari january jan februari february pebruari feb peb maret march mar april apr mei may juni june jun juli july jul agustus august agu ags agt aug september sept sep oktober october okt oct november nopember nov nop desember december des dec'.split(
    ' ',
  )
const WEEKDAY =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[,.]? +/i
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/
const DAY_WORD = /^(\d{1,2})[-/. ]*([a-z]+)\.?[-/, ]*(\d{4}|\d{2})$/i
const WORD_DAY = /^([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i
const TIME =
  /(?:[T ]|, *)(?:pukul |jam )?(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?: ?(am|pm))?(?: ?wib)?$/i

/**
 * Reads a date, optionally followed by a time: 31-12-2026, 31.12.2026, 31/12/26, 31 Des 2026,
 * 2026-12-31, Dec 31, 2026. Two-digit years are in this century.
 */
export function readDate(written: string): DateReading | DateFault {
  const text = withPlainSigns(written).replace(WEEKDAY, '')
  const whole = dateOf(text)
  if (whole !== undefined) return checked(whole, null)
  const time = TIME.exec(text)
  const day = time ? dateOf(text.slice(0, time.index).replace(/,$/, '').trim()) : undefined
  if (!time || !day) return 'date-unreadable'
  const clock = clockOf(time)
  return clock === undefined ? 'date-impossible' : checked(day, clock)
}

/** Whether a date in figures would be another day if the month came first. */
export function couldBeMonthFirst(written: string): boolean {
  const [, first, , second] = DAY_FIRST.exec(datePart(written)) ?? []
  return (
    first !== undefined &&
    Number(first) <= MONTHS.length &&
    Number(second) <= MONTHS.length &&
    Number(first) !== Number(second)
  )
}

/** Whether a date in figures is only valid with the month first. */
export function isMonthFirst(written: string): boolean {
  const [, first, , second] = DAY_FIRST.exec(datePart(written)) ?? []
  return (
    first !== undefined &&
    Number(first) <= MONTHS.length &&
    Number(second) > MONTHS.length &&
    Number(second) <= LONGEST_MONTH
  )
}

const LONGEST_MONTH = 31
const datePart = (written: string) => withPlainSigns(written).replace(TIME, '')

type Parts = { year: string; month: number; day: string }

function dateOf(text: string): Parts | undefined {
  const iso = ISO.exec(text)
  if (iso) return { year: iso[1] ?? '', month: Number(iso[3]), day: iso[4] ?? '' }
  const figures = DAY_FIRST.exec(text)
  if (figures)
    return { year: fullYear(figures[4]), month: Number(figures[3]), day: figures[1] ?? '' }
  const words = DAY_WORD.exec(text)
  if (words) return ofWord(words[2], { year: fullYear(words[3]), day: words[1] ?? '' })
  const english = WORD_DAY.exec(text)
  return english ? ofWord(english[1], { year: english[3] ?? '', day: english[2] ?? '' }) : undefined
}

function ofWord(word = '', rest: Omit<Parts, 'month'>): Parts | undefined {
  const lower = word.toLowerCase()
  const short = lower.slice(0, 3)
  return MONTH_WORDS.includes(lower)
    ? { ...rest, month: OTHER_MONTHS[short] ?? MONTHS.indexOf(short) + 1 }
    : undefined
}

const fullYear = (year = '') => (year.length === 2 ? `20${year}` : year)

function clockOf([, hours = '', minutes = '', half]: RegExpExecArray): string | undefined {
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + afternoon
  return hour > 23 || Number(minutes) > 59
    ? undefined
    : `${String(hour).padStart(2, '0')}:${minutes}`
}

function checked({ year, month, day }: Parts, time: string | null): DateReading | DateFault {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(date) ? { date, time } : 'date-impossible'
}

/** Whether a date, yyyy-mm-dd, exists: `Date` reads 30 February as a day in March. */
export function isDay(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

/**
 * The typed date as yyyy-mm-dd; undefined if it is not a date. A two-digit year is refused, because
 * it could mean either century.
 */
export function calendarDateOf(written: string): string | undefined {
  const read = readDate(written)
  const hasFullYear = /(?:^|\D)\d{4}(?:\D|$)/.test(written)
  return typeof read === 'object' && read.time === null && hasFullYear ? read.date : undefined
}

// Day 1 is 1 January 1900, and 1900 counts as a leap year (as in Lotus 1-2-3).
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
// 2000 to 2099: outside, a figure is more likely a year, a count or a typing error.
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050]

/**
 * Reads a spreadsheet's date number, whose fraction is the time; undefined outside this century.
 */
export function readSerialDate(written: string): DateReading | undefined {
  const text = written.trim().replace(',', '.')
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined
  const serial = Number(text)
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
  const minutes = Math.round(serial * 1440)
  const iso = new Date(SPREADSHEET_EPOCH + minutes * (DAY_MS / 1440)).toISOString()
  return { date: iso.slice(0, 10), time: Number.isInteger(serial) ? null : iso.slice(11, 16) }
}
