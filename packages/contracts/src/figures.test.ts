import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure, type FigureForm } from './figures.ts'

const rupiah: FigureForm = { kind: 'money', places: 0, language: 'id', currency: 'IDR' }
const dollars: FigureForm = { kind: 'money', places: 2, language: 'id', currency: 'USD' }
const units: FigureForm = { kind: 'units', places: 4, language: 'id' }
const percent: FigureForm = { kind: 'percent', places: 2, language: 'id' }
const count: FigureForm = { kind: 'count', places: 0, language: 'id' }
const read = (text: string, form: FigureForm) => {
  const { value, refusal } = readFigure(text, form)
  return value ?? [refusal?.code, ...(refusal?.understood ?? [])].join(' ')
}

describe('SECURITY 46: rupiah', () => {
  test.each([
    'Rp 1.500.000,00',
    'Rp1.500.000,00',
    'Rp. 1.500.000',
    '1.500.000,00',
    '1,500,000.00',
    '1500000,00',
    '1500000.00',
    '1,5 jt',
    '1.5jt',
    '1500000',
    '1.500.000',
    '1 500 000',
    'Rp\u00A01\u202F500\u2009000,00',
    'IDR 1,500,000',
    '1.500.000 IDR',
    'Rp 1.500.000,-',
    'Rp1.500.000.-',
    '1,5 Juta',
    '1,5 juta rupiah',
    'Rp 1,5 JT',
    '1500rb',
    '1.500.000,0000',
    '1500 ribu',
    '1.500.000 rupiah',
    '\u200E1.500.000\u200E',
    '0,0015 M',
    '1500k',
  ])('%j is one and a half million', (text) => expect(read(text, rupiah)).toBe('1500000'))

  test.each([
    ['1.500', '1500'],
    ['1,500', '1500'],
    ['1.000', '1000'],
    ['2,5 M', '2500000000'],
    ['2,5 miliar', '2500000000'],
    ['1,25 triliun', '1250000000000'],
    ['007', '7'],
    ['0', '0'],
    ['999999999999999999', '999999999999999999'],
  ])('%j is %s', (text, value) => expect(read(text, rupiah)).toBe(value))

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1500000,55', 'too-fine 1500000.55'],
    ['1.500.000,5', 'too-fine 1500000.5'],
    ['1.5', 'too-fine 1.5'],
    ['1.500 jt', 'ambiguous 1500000000 1500000'],
    ['1,500 jt', 'ambiguous 1500000 1500000000'],
    ['2,5 m', 'ambiguous 2500000 2500000000'],
    ['-1500000', 'negative'],
    ['Rp -1.500.000', 'negative'],
    ['\u22121.500', 'negative'],
    ['(1.500.000)', 'negative'],
    ['USD 1,500.00', 'other-currency 1500'],
    ['1.500.000 $', 'other-currency 1500000'],
    ['15%', 'other-unit 15'],
    ['1500 unit', 'other-unit 1500'],
    ['1000000000000000000', 'too-large 1000000000000000000'],
  ])('%j is refused: %s', (text, refusal) => expect(read(text, rupiah)).toBe(refusal))

  test.each([
    '1.5000.000',
    '15,00,000',
    '1.500,000,00',
    '1.500.000.00',
    '1e9',
    '1 juta 500 ribu',
    '1jt500',
    'Rp',
    'seribu',
    '1500O',
    '+5',
    '1/2',
    '1_000',
    '1.500.',
    '1500,',
    '1..5',
    '1 .500',
    "1'500'000",
    '1.500.000 atau lebih',
    '0x10',
    '١٥٠٠',
    '1²',
  ])('%j is not a number', (text) => expect(read(text, rupiah)).toBe('unreadable'))

  test('in English `M` could be a million, and is asked about', () => {
    expect(read('2.5 M', { ...rupiah, language: 'en' })).toBe('ambiguous 2500000 2500000000')
    expect(read('2.5 million', { ...rupiah, language: 'en' })).toBe('2500000')
  })
})

describe('SECURITY 46: other figures', () => {
  test.each([
    ['1.500', '1500'],
    ['1,500', '1500'],
    ['1.500,25', '1500.25'],
    ['1,500.25', '1500.25'],
    ['US$ 1,500.5', '1500.5'],
    ['1500.50', '1500.5'],
    [',5', '0.5'],
    ['12.345', '12345'],
    ['1.234,567', 'too-fine 1234.567'],
    ['Rp 1.500', 'other-currency 1500 1.5'],
  ])('dollars: %j is %s', (text, value) => expect(read(text, dollars)).toBe(value))

  test.each([
    ['16231,6298', '16231.6298'],
    ['16.231,6298', '16231.6298'],
    ['16,231.6298', '16231.6298'],
    ['16.231,6298 unit', '16231.6298'],
    ['138,901', 'ambiguous 138.901 138901'],
    ['138.901', 'ambiguous 138901 138.901'],
    ['1.000', 'ambiguous 1000 1'],
    ['0.901', '0.901'],
    ['138,9010', '138.901'],
    ['1,5 rb', '1500'],
    ['1,23456', 'too-fine 1.23456'],
    ['Rp 5', 'other-currency 5'],
  ])('units: %j is %s', (text, value) => expect(read(text, units)).toBe(value))

  test.each([
    ['2,5%', '2.5'],
    ['2.5 %', '2.5'],
    ['2,50 persen', '2.5'],
    ['0.125', 'too-fine 0.125'],
    ['1.500', 'ambiguous 1500 1.5'],
    ['5 jt', 'other-unit 5000000'],
  ])('percent: %j is %s', (text, value) => expect(read(text, percent)).toBe(value))

  test.each([
    ['1.500', '1500'],
    ['7', '7'],
    ['7,5', 'too-fine 7.5'],
    ['10%', 'other-unit 10'],
  ])('a count: %j is %s', (text, value) => expect(read(text, count)).toBe(value))
})

const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n })
const groups = (whole: string, sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign)

describe('SECURITY 46: every amount', () => {
  test('is read from all of its forms, to the digit', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('', 'Rp ', 'IDR '),
        (whole, cents, sign) => {
          const [text, fraction] = [String(whole), String(cents).padStart(2, '0')]
          const value = `${text}.${fraction}`.replace(/\.?0+$/, (zeros) =>
            zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''),
          )
          const form = { ...rupiah, places: 2 }
          for (const [group, point] of [
            ['.', ','],
            [',', '.'],
            ['', ','],
            ['', '.'],
            ['\u00A0', ','],
          ] as const)
            expect(read(`${sign}${groups(text, group)}${point}${fraction}`, form)).toBe(value)
        },
      ),
    )
  })

  test('that can be read keeps all its digits', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\d.,\- ]{0,12}$/),
        fc.constantFrom(rupiah, dollars, units, percent, count),
        (text, form) => {
          const { value } = readFigure(text, form)
          if (value === undefined) return
          const trimmed = (digits: string) => digits.replace(/^0+|0+$/g, '')
          expect(trimmed(value.replace(/\D/g, ''))).toBe(trimmed(text.replace(/\D/g, '')))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('never results from text with foreign letters or signs', () => {
    fc.assert(
      fc.property(amounts, fc.stringMatching(/^[^\d\s.,$%a-zA-Z\p{Cf}]+$/u), (whole, noise) => {
        expect(readFigure(`${whole}${noise}${whole}`, rupiah).value).toBeUndefined()
        expect(readFigure(`${noise}${whole}`, rupiah).value).toBeUndefined()
      }),
    )
  })

  test('is an answer, never a throw, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readFigure(text, units)))
  })
})
