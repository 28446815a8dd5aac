import { describe, expect, test } from 'vitest'
import type { FigureForm } from './figures.ts'
import { leaveFigure, shownFigure, typeFigure } from './figure-typing.ts'

const rupiah: FigureForm = { kind: 'money', places: 0, language: 'id', currency: 'IDR' }
const dollars: FigureForm = { kind: 'money', places: 2, language: 'en', currency: 'USD' }
const units: FigureForm = { kind: 'units', places: 4, language: 'id' }

/** Types a text key by key, and leaves the field. */
function byKeys(text: string, form: FigureForm) {
  const typed = [...text].reduce(
    (before, key) => typeFigure(before, before.text + key, form),
    shownFigure('', form),
  )
  const { text: shown, reading } = leaveFigure(typed, form)
  return `${shown} = ${reading.value ?? reading.refusal?.code}`
}
const byPaste = (text: string, form: FigureForm, before = '') => {
  const { text: shown, reading } = leaveFigure(
    typeFigure(shownFigure(before, form), text, form),
    form,
  )
  return `${shown} = ${reading.value ?? reading.refusal?.code}`
}

describe('SECURITY 46: by keys and by paste alike', () => {
  test.each([
    'Rp 1.500.000,00',
    '1.500.000,00',
    '1,500,000.00',
    '1500000,00',
    '1,5 jt',
    '1.5jt',
    '1500000',
    '1.500.000',
  ])('%s is one and a half million', (text) => {
    expect(byKeys(text, rupiah)).toBe('1.500.000 = 1500000')
    expect(byPaste(text, rupiah)).toBe('1.500.000 = 1500000')
    expect(byPaste(text, rupiah, '7000')).toBe('1.500.000 = 1500000')
  })
  test.each([
    ['1500000,55', rupiah, '1500000,55 = too-fine'],
    ['1e9', rupiah, '1e9 = unreadable'],
    ['-5', rupiah, '-5 = negative'],
    ['1,500.25', dollars, '1,500.25 = 1500.25'],
    ['1.500,25', dollars, '1,500.25 = 1500.25'],
    ['16231,6298', units, '16.231,6298 = 16231.6298'],
    ['1.500', units, '1.500 = ambiguous'],
  ] as const)('%s in %j is %s', (text, form, shown) => {
    expect(byPaste(text, form)).toBe(shown)
    expect(byKeys(text, form).split(' = ')[1]).toBe(shown.split(' = ')[1])
  })
})

describe('digits', () => {
  test('are grouped as they come and go', () => {
    const at = (text: string, before = '') =>
      typeFigure(shownFigure(before, rupiah), text, rupiah).text
    expect([
      at('2'),
      at('1.5000', '1500'),
      at('1.500.00', '1500000'),
      at('25.000', '1525000'),
      at(''),
    ]).toEqual(['2', '15.000', '150.000', '25.000', ''])
  })
  test('after the point of the reader’s language are a fraction, three of them too', () => {
    expect([byKeys('138,901', units), byPaste('138,901', units)]).toEqual([
      '138,901 = 138.901',
      '138,901 = ambiguous',
    ])
  })
  test('left of a place stay as typed while one types', () => {
    const steps = [...'1500,50'].reduce<string[]>(
      (texts, key) => [...texts, `${texts.at(-1) ?? ''}${key}`],
      [],
    )
    const typed = steps.reduce(
      (before, _, at) => typeFigure(before, before.text + '1500,50'[at], units),
      shownFigure('', units),
    )
    expect(typed).toMatchObject({ text: '1.500,50', reading: { value: '1500.5' } })
  })
})
