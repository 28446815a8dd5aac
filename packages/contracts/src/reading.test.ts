import { describe, expect, test } from 'vitest'
import {
  calendarDateOf,
  couldBeMonthFirst,
  isMonthFirst,
  readDate,
  readSerialDate,
} from './dates.ts'
import { readName, searchKey } from './names.ts'
import { readCode, readNumber } from './numbers.ts'
import { e164Of, phoneDigits, readPhone } from './phones.ts'
import { readWritten } from './reading.ts'

describe('a phone number', () => {
  test.each([
    '081299400010',
    '81299400010',
    '6281299400010',
    '+6281299400010',
    '0812-9940-0010',
    '0812 9940 0010',
    '0812.9940.0010',
    '(0812) 99400010',
    '+62 812-9940-0010',
    '+62 (0) 812 9940 0010',
    '+62(0)812 9940 0010',
    '+62 0812 9940 0010',
    '(+62) 812 9940 0010',
    '0062 812 9940 0010',
    '0062 (0) 812 9940 0010',
    '62 812 9940 0010',
    '\u202a+62 812\u20119940\u20110010\u202c',
    '\u200e+62 812\u20139940\u20140010\u200f',
    '\u2066+62 812\u22129940\u20100010\u2069',
    '0812\u00a09940\u00a00010',
    '0812\u202f9940\u20090010',
    '0812\u200b9940\u200d0010\ufeff',
    '０８１２９９４０００１０',
    "'081299400010",
    'tel:+6281299400010',
    ' 0812 9940 0010 ',
  ])('%s is one number', (written) =>
    expect(readPhone(written)).toEqual({ e164: '+6281299400010', extension: null }),
  )

  test.each([
    ['(021) 555-1234 ext. 12', '12'],
    ['021 5551234 ext 12', '12'],
    ['021-555-1234 Extension: 12', '12'],
    ['021 5551234 pes. 12', '12'],
    ['021 5551234 Pesawat 012', '012'],
    ['021 5551234 #12', '12'],
    ['021/5551234#12', '12'],
    ['021 5551234 x12', '12'],
    ['+62215551234;ext=12', '12'],
    ['021 5551234, ext. 12', '12'],
  ])('%s has its extension apart', (written, extension) => {
    expect(readPhone(written)).toEqual({ e164: '+62215551234', extension })
    expect(readWritten('phone', written)).toEqual({ code: 'phone-extension' })
    expect(readWritten('phone-with-extension', written)).toEqual({
      value: `+62215551234;ext=${extension}`,
    })
  })

  test.each(['+65 6123 4567', '0065-6123-4567'])(
    '%s of another country keeps its code',
    (written) => expect(e164Of(written)).toBe('+6561234567'),
  )

  test.each([
    '089532970888633',
    '+62 8953 2970 8886 33',
    '0812 9940 0010 / 0813 9940 0011',
    '0812',
    '',
    'abc',
    '0812-9940-OO1O',
    '+0812 9940 0010',
    '0000 0000 0000',
    '1'.repeat(65),
    '+1234567890123456',
  ])('%s is none', (written) => expect(readPhone(written)).toBeUndefined())

  test.each([
    ['0812-9920-0001', '6281299200001', false],
    ['0812-9920-0001', '81299200001', true],
    ['(0812) 9920', '8129920', true],
    ['+62 812-9920-0001', '6281299200001', true],
    ['0062 812 9920', '628129920', true],
    ['+62 (0) 812 9920', '628129920', true],
    ['021 5551234 ext. 12', '215551234', true],
    ['9920', '9920', true],
  ])('%s is looked for as %s', (searched, digits, isSame) =>
    expect(phoneDigits(searched) === digits).toBe(isSame),
  )
  test.each(['Siti', '0812 Siti', '', '()', '12a'])('%s cannot be part of one', (text) =>
    expect(phoneDigits(text)).toBeUndefined(),
  )
})

describe('a number in groups', () => {
  test.each([
    '3174095612900001',
    '3174 0956 1290 0001',
    '3174\u20090956\u20091290\u20090001',
    '3174\u00a00956\u202f1290\u200b0001',
    '3174-0956-1290-0001',
    '3174\u20110956\u20131290\u22120001',
    '31.74.09.561290.0001',
    "'3174095612900001",
    '\u202a3174095612900001\u202c',
  ])('%s is its digits', (written) => expect(readNumber(written)).toBe('3174095612900001'))

  test('letters stay, a mask stays as it was shown, and signs stay where they belong to the number', () => {
    expect(readNumber('a 123 4567')).toBe('a1234567')
    expect(readNumber('****\u2009***-123')).toBe('*******-123')
    expect(readCode('12\u20113456\u00a0789')).toBe('12-3456789')
  })
})

describe('a name', () => {
  test.each([
    ['Nur\u2019aini  Siti', "Nur'aini Siti"],
    ['Nur\u2018aini\u00a0Siti ', "Nur'aini Siti"],
    ['Nur`aini\tSiti', "Nur'aini Siti"],
    ['Rene\u0301 Dupont', 'Ren\u00e9 Dupont'],
    ['\u2068Siti\u2069', 'Siti'],
    ['Sit\u200bi', 'Siti'],
    ['王小明', '王小明'],
  ])('%s is kept as %s', (written, kept) => expect(readName(written)).toBe(kept))

  test('one whose direction is turned within it stays for the contract to refuse', () => {
    expect(readName('Siti \u202eitawamhaR')).toBe('Siti \u202eitawamhaR')
  })

  test.each([
    ["Nur'Aini", 'nuraini'],
    ['NUR\u2019 AINI', 'nuraini'],
    ['Łukasz Đặng', 'lukaszdang'],
    ['Şəhla', 'sehla'],
    ['René', 'rene'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
  ])('%s is searched as %s', (text, key) => expect(searchKey(text)).toBe(key))
})

describe('a date', () => {
  test.each([
    '31-12-2026',
    '31.12.2026',
    '31/12/2026',
    '31/12/26',
    '31 12 2026',
    '2026-12-31',
    '2026/12/31',
    '31 Des 2026',
    '31 Desember 2026',
    '31-Dec-26',
    '31 December 2026',
    'Dec 31, 2026',
    'Kamis, 31 Desember 2026',
    'Thursday, 31 Dec 2026',
    '31\u00a0Des\u202f2026',
    '31\u201112\u20112026',
  ])('%s is the last of 2026', (written) =>
    expect(readDate(written)).toEqual({ date: '2026-12-31', time: null }),
  )

  test.each([
    ['1 Januari 2026', '2026-01-01'],
    ['1 Feb 2026', '2026-02-01'],
    ['1 Maret 2026', '2026-03-01'],
    ['1 April 2026', '2026-04-01'],
    ['1 Mei 2026', '2026-05-01'],
    ['1 May 2026', '2026-05-01'],
    ['1 Juni 2026', '2026-06-01'],
    ['1 Juli 2026', '2026-07-01'],
    ['1 Agt 2026', '2026-08-01'],
    ['1 Agustus 2026', '2026-08-01'],
    ['1 Aug 2026', '2026-08-01'],
    ['1 Sept 2026', '2026-09-01'],
    ['1 Okt 2026', '2026-10-01'],
    ['1 Oct 2026', '2026-10-01'],
    ['1 Nop 2026', '2026-11-01'],
    ['3/4/2026', '2026-04-03'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (written, date) => expect(readDate(written)).toMatchObject({ date }))

  test.each([
    ['31-12-2026 10:30', '10:30'],
    ['31-12-2026 10.30 WIB', '10:30'],
    ['31 Des 2026, pukul 9.05', '09:05'],
    ['2026-12-31T08:00', '08:00'],
    ['31/12/2026 3:30 PM', '15:30'],
    ['31/12/2026 12:05 am', '00:05'],
  ])('%s has a time', (written, time) =>
    expect(readDate(written)).toEqual({ date: '2026-12-31', time }),
  )

  test.each([
    '31-02-2026',
    '29.02.2026',
    '12/31/2026',
    '2026-13-01',
    '0/1/2026',
    '31 Des 2026 25:00',
  ])('%s is impossible', (written) => expect(readDate(written)).toBe('date-impossible'))
  test.each(['besok', '', '2026', '31', '31 Foo 2026', '12-2026', '31/12-2026', '46387'])(
    '%s is none',
    (written) => expect(readDate(written)).toBe('date-unreadable'),
  )

  test('a typed day needs the whole year, for it may be of birth', () => {
    expect(['31-12-1961', '31/12/61', '1961-12-31', 'x'].map(calendarDateOf)).toEqual([
      '1961-12-31',
      undefined,
      '1961-12-31',
      undefined,
    ])
  })

  test('figures show whether the month may come first', () => {
    expect(
      ['03/04/2026', '04/04/2026', '13/04/2026', '3 Apr 2026', '2026-03-04', '3/4/26 10:00'].map(
        couldBeMonthFirst,
      ),
    ).toEqual([true, false, false, false, false, true])
    expect(['12/31/2026', '31/12/2026', '12/12/2026'].map(isMonthFirst)).toEqual([
      true,
      false,
      false,
    ])
  })

  test.each([
    ['46387', '2026-12-31', null],
    ['46387.4375', '2026-12-31', '10:30'],
    ['46387,4375', '2026-12-31', '10:30'],
    ['36526', '2000-01-01', null],
  ])('the serial %s of a spreadsheet is %s', (serial, date, time) =>
    expect(readSerialDate(serial)).toEqual({ date, time }),
  )
  test.each(['2026', '31122026', '99999', '4638', 'x'])('%s is not a serial date', (text) =>
    expect(readSerialDate(text)).toBeUndefined(),
  )
})
