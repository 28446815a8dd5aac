import { describe, expect, test } from 'vitest'
import { normaliseNpwp } from './npwp.ts'

describe('NPWP', () => {
  test.each([
    ['3174014107900001', '3174014107900001'],
    ['012345678912000', '0012345678912000'],
    ['01.234.567.8-912.000', '0012345678912000'],
    [' 012345678912000 ', '0012345678912000'],
    ['01.234.567.8.912.000', undefined],
    ['01234567891200', undefined],
    ['01234567891200A', undefined],
  ])('%s is %s', (given, normal) => {
    expect(normaliseNpwp(given)).toBe(normal)
  })
})
