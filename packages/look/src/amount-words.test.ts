import { expect, describe, test } from 'vitest'
import { amountInWords } from './amount-words.ts'

describe('SECURITY 46: an amount in words', () => {
  test.each([
    ['0', 'nol rupiah', 'zero rupiah'],
    ['1', 'satu rupiah', 'one rupiah'],
    ['10', 'sepuluh rupiah', 'ten rupiah'],
    ['11', 'sebelas rupiah', 'eleven rupiah'],
    ['12', 'dua belas rupiah', 'twelve rupiah'],
    ['21', 'dua puluh satu rupiah', 'twenty-one rupiah'],
    ['99', 'sembilan puluh sembilan rupiah', 'ninety-nine rupiah'],
    ['100', 'seratus rupiah', 'one hundred rupiah'],
    ['111', 'seratus sebelas rupiah', 'one hundred eleven rupiah'],
    ['200', 'dua ratus rupiah', 'two hundred rupiah'],
    ['1000', 'seribu rupiah', 'one thousand rupiah'],
    ['1001', 'seribu satu rupiah', 'one thousand one rupiah'],
    ['2000', 'dua ribu rupiah', 'two thousand rupiah'],
    ['11000', 'sebelas ribu rupiah', 'eleven thousand rupiah'],
    ['21000', 'dua puluh satu ribu rupiah', 'twenty-one thousand rupiah'],
    ['100000', 'seratus ribu rupiah', 'one hundred thousand rupiah'],
    ['101000', 'seratus satu ribu rupiah', 'one hundred one thousand rupiah'],
    ['1000000', 'satu juta rupiah', 'one million rupiah'],
    ['1001000', 'satu juta seribu rupiah', 'one million one thousand rupiah'],
    ['1500000', 'satu juta lima ratus ribu rupiah', 'one million five hundred thousand rupiah'],
    ['1500000.00', 'satu juta lima ratus ribu rupiah', 'one million five hundred thousand rupiah'],
    ['150000000', 'seratus lima puluh juta rupiah', 'one hundred fifty million rupiah'],
    ['1000000000', 'satu miliar rupiah', 'one billion rupiah'],
    ['1000000000000', 'satu triliun rupiah', 'one trillion rupiah'],
    ['1000000000000001', 'satu kuadriliun satu rupiah', 'one quadrillion one rupiah'],
    [
      '999999999999999999',
      'sembilan ratus sembilan puluh sembilan kuadriliun sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah',
      'nine hundred ninety-nine quadrillion nine hundred ninety-nine trillion nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine rupiah',
    ],
    [
      '1500000.55',
      'satu juta lima ratus ribu rupiah lima puluh lima sen',
      'one million five hundred thousand rupiah fifty-five sen',
    ],
    ['0.5', 'nol rupiah lima puluh sen', 'zero rupiah fifty sen'],
  ])('%s is "%s"', (amount, indonesian, english) => {
    expect(amountInWords(amount, 'IDR', 'id')).toBe(indonesian)
    expect(amountInWords(amount, 'IDR', 'en')).toBe(english)
  })
  test.each([
    [
      '1500.25',
      'seribu lima ratus dolar Amerika Serikat dua puluh lima sen',
      'one thousand five hundred US dollars twenty-five cents',
    ],
    ['1.01', 'satu dolar Amerika Serikat satu sen', 'one US dollar one cent'],
  ])('%s dollars', (amount, indonesian, english) => {
    expect([amountInWords(amount, 'USD', 'id'), amountInWords(amount, 'USD', 'en')]).toEqual([
      indonesian,
      english,
    ])
  })
  test.each([null, undefined, '', '-5', '1,5', '1000000000000000000'])('%s has none', (amount) =>
    expect(amountInWords(amount, 'IDR', 'id')).toBe(''),
  )
})
