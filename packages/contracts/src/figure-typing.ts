// A figure while it is typed: digits are grouped as they come; anything else typed or pasted stays
// as it is and is read as a whole.
import { readFigure, type FigureForm, type FigureReading } from './figures.ts'

export type Typed = {
  text: string
  reading: FigureReading
  /** The groups in the text were put there by the field, as digits came. */
  isGrouped: boolean
}

/** A figure that is known, as a field shows it. */
export function shownFigure(value: string, form: FigureForm): Typed {
  return {
    text: value === '' ? '' : grouped(value, form),
    reading: value === '' ? readFigure('', form) : { value },
    isGrouped: true,
  }
}

/** What becomes of a field when its text is changed: by a key, by paste, by deleting. */
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

/** Whether one text came of the other by digits that were added or anything that was taken away. */
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

/** A text whose groups are ours, as the parser takes it without doubt: no groups, four places or none. */
function ownFigure(text: string, form: FigureForm): string | undefined {
  const { group, point } = signsOf(form)
  const bare = text.replaceAll(group, '')
  const [whole = '', fraction] = bare.split(point)
  if (!/^\d*$/.test(whole) || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  if (fraction !== undefined) return `${whole || '0'}${point}${fraction}`
  return whole
}

/** `138,901` typed in Indonesian is a decimal: a fourth place says so. */
const withoutDoubt = (own: string, { language }: FigureForm) =>
  signsOf({ language }).point === ','
    ? own.replace(/,\d{3}$/, '$&0')
    : own.replace(/\.\d{3}$/, '$&0')

/** The text with its groups, the places left as they were typed. */
function regrouped(bare: string, form: FigureForm): string {
  const { point } = signsOf(form)
  const [whole = '', fraction] = bare.split(point)
  return grouped(
    `${whole.replace(/^0+(?=\d)/, '')}${fraction === undefined ? '' : `.${fraction}`}`,
    form,
  )
}
