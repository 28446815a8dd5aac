import { describe, expect, test } from 'vitest'
import { isDay } from '../dates.ts'
import { ageOn, readNik } from './nik.ts'

const regions = {
  provinces: new Set(['31', '96']),
  regencies: new Set(['3174', '9601']),
  districts: new Set(['317401', '960101']),
}
const context = { regions, today: '2026-11-23' }

describe('NIK', () => {
  test.each([
    ['317401410790000', ['nik-not-16-digits']],
    ['31740141079000011', ['nik-not-16-digits']],
    ['31740141079000O1', ['nik-not-16-digits']],
    ['', ['nik-not-16-digits']],
    ['0074014107900001', ['nik-unknown-province']],
    ['9974014107900001', ['nik-unknown-province']],
    ['3174010007900001', ['nik-impossible-date']],
    ['3174013206900001', ['nik-impossible-date']],
    ['3174017206900001', ['nik-impossible-date']],
    ['3174013002900001', ['nik-impossible-date']],
    ['3174012902910001', ['nik-impossible-date']],
    ['3174010113900001', ['nik-impossible-date']],
    ['3174014107900000', ['nik-serial-0000']],
    ['9974013213900000', ['nik-unknown-province', 'nik-impossible-date', 'nik-serial-0000']],
  ])('%s is blocked: %j', (nik, blocks) => {
    expect(readNik(nik, context).blocks).toEqual(blocks)
  })

  test.each([
    ['3174014107900001', {}, []],
    ['3174012902920001', {}, []],
    ['9601010107900001', {}, []],
    ['3199014107900001', {}, ['nik-unknown-regency']],
    ['3174994107900001', {}, ['nik-unknown-district']],
    ['3174014107900001', { dateOfBirth: '1990-07-01', sex: 'female' }, []],
    ['3174014107900001', { dateOfBirth: '1990-07-02' }, ['nik-other-birth-date']],
    ['3174014107900001', { sex: 'male' }, ['nik-other-sex']],
    ['3174010107900001', { sex: 'female' }, ['nik-other-sex']],
    ['3174012411090001', {}, ['nik-under-17']],
    ['3174012311090001', {}, []],
    ['3174010107260001', { dateOfBirth: '1926-07-01' }, []],
  ] as const)('%s with %j warns: %j', (nik, known, warnings) => {
    const reading = readNik(nik, { ...context, ...known })
    expect(reading).toMatchObject({ blocks: [], warnings })
  })

  test('contains date of birth and sex; a two-digit year in the future means the last century', () => {
    expect(readNik('3174014107900001', context)).toMatchObject({
      dateOfBirth: '1990-07-01',
      sex: 'female',
    })
    expect(readNik('3174012311260001', context).dateOfBirth).toBe('2026-11-23')
    expect(readNik('3174012411260001', context).dateOfBirth).toBe('1926-11-24')
  })

  test('a list of provinces alone is enough to block', () => {
    expect(
      readNik('3199994107900001', {
        today: context.today,
        regions: { provinces: regions.provinces },
      }),
    ).toMatchObject({
      blocks: [],
      warnings: [],
    })
  })

  test('days and ages', () => {
    expect(['2024-02-29', '2023-02-29', '2026-04-31', 'x'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([ageOn('2009-11-23', '2026-11-23'), ageOn('2009-11-24', '2026-11-23')]).toEqual([17, 16])
  })
})
