// A figure while it is typed: digits are grouped as they come; any other typed or pasted text stays
// unchanged and is parsed as a whole.
import { readFigure, type FigureForm, type FigureReading } from './figures.ts'

export type Typed = {
  text: string
  reading: FigureReading
  /** The field itself inserted the group separators as digits were typed. */
  isGrouped: boolean
}

/** A known figure, as a field shows it. */
export function shownFigure(value: string, form: FigureForm): Typed {
  return {
    text: value === '' ? '' : grouped(value, form),
    reading: value === '' ? readFigure('', form) : { value },
    isGrouped: true,
  }
}

/** The state of a field after its text changes: by a key, by pasting, by deleting. */
export function typeFigure(before: Typed, text: string, form: FigureForm): Typed {
  const own = before.isGrouped && isByDigits(before.text, text) ? ownFigure(text, form) : undefined
  const reading: FigureReading = readFigure(
    own === undefined ? text : withoutDoubt(own, form),
    form,
  )
  const isOwn = own !== undefined || /^\d+$/.test(text)
  if (isOwn && reading.value !== undefined)
    return { text: regrouped(own ?? text, form), reading, isGrouped: true }
  return {
    text,
    reading,
    isGrouped: reading.value !== undefined && text === grouped(reading.value, form),
  }
}

/**
 * The text of a field after it loses focus: formatted for the reader's language if it could be
 * read, otherwise as typed.
 */
export function leaveFigure(typed: Typed, form: FigureForm): Typed {
  return typed.reading.value === undefined ? typed : shownFigure(typed.reading.value, form)
}

const signsOf = ({ language }: Pick<FigureForm, 'language'>) =>
  language === 'id' ? { group: '.', point: ',' } : { group: ',', point: '.' }

function grouped(value: string, form: FigureForm): string {
  const { group, point } = signsOf(form)
  const [whole = '', fraction] = value.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? text : `${text}${point}${fraction}`
}

/** Whether one text results from the other by adding digits or deleting anything. */
function isByDigits(before: string, after: string): boolean {
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  )
    end++
  return /^\d*$/.test(after.slice(start, after.length - end))
}

/**
 * A text with our own grouping, in an unambiguous form for the parser: no groups, and four decimal
 * places or none.
 */
function ownFigure(text: string, form: FigureForm): string | undefined {
  const { group, point } = signsOf(form)
  const bare = text.replaceAll(group, '')
  const [whole = '', fraction] = bare.split(point)
  if (!/^\d*$/.test(whole) || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  if (fraction !== undefined) return `${whole || '0'}${point}${fraction}`
  return whole
}

/** `138,901` typed in Indonesian is a decimal: a fourth decimal place makes that unambiguous. */
const withoutDoubt = (own: string, { language }: FigureForm) =>
  signsOf({ language }).point === ','
    ? own.replace(/,\d{3}$/, '$&0')
    : own.replace(/\.\d{3}$/, '$&0')

/** Groups the text, and keeps the decimal places as typed. */
function regrouped(bare: string, form: FigureForm): string {
  const { point } = signsOf(form)
  const [whole = '', fraction] = bare.split(point)
  return grouped(
    `${whole.replace(/^0+(?=\d)/, '')}${fraction === undefined ? '' : `.${fraction}`}`,
    form,
  )
}
