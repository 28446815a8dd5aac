import { expect, test } from 'vitest'
import { fileNameOf, periodName } from './file-names.ts'

test('a file name contains owner, content and date', () => {
  const period = periodName({ from: '2026-01-01', to: '2026-03-31' }, 'en')
  expect(
    fileNameOf(['Mandala Sekuritas', 'Investment statement', 'Siti Rahmawati', period], 'pdf'),
  ).toBe('Mandala Sekuritas Investment statement Siti Rahmawati 1 Jan 2026 - 31 Mar 2026.pdf')
})

test('no part of a name makes a folder or a sign that a system refuses', () => {
  expect(
    fileNameOf(['PT A/B: "C" <D>', undefined, null, '', '..\\x?*|', 'Łukasz Đặng 王小明'], 'csv'),
  ).toBe('PT A B C D .. x Łukasz Đặng 王小明.csv')
})
