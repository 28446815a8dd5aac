import { describe, expect, test } from 'vitest'
import { matchNames } from './name-match.ts'

describe('the holder of an account', () => {
  test.each([
    ['SITI RAHMAWATI', 'Siti Rahmawati', 'exact'],
    ['Hj. Siti Rahmawati, S.E.', 'Siti Rahmawati', 'exact'],
    ['PT SUMBER MAKMUR', 'Sumber Makmur, PT', 'exact'],
    ["NUR'AINI", 'Nuraini', 'exact'],
    ['José', 'JOSE', 'exact'],
    ['RAHMAWATI SITI', 'Siti Rahmawati', 'strong'],
    ['SITI R', 'Siti Rahmawati', 'strong'],
    ['SITI RAHMAWATY', 'Siti Rahmawati', 'strong'],
    ['MOH FAJAR', 'Muhammad Fajar', 'strong'],
    ['NUR AINI', 'Nuraini', 'strong'],
    ['ANASTASIA WIDYANINGSI', 'Anastasia Widyaningsih Kusuma', 'strong'],
    ['SITI', 'Siti Rahmawati', 'weak'],
    ['BUDI RAHMAWATI', 'Siti Rahmawati', 'weak'],
    ['S R', 'Siti Rahmawati', 'weak'],
    ['SITI RAHMAWATI BUDI', 'Siti Rahmawati', 'weak'],
    ['Suharto', 'Suharno', 'weak'],
    ['Adi', 'Ali', 'weak'],
    ['', 'Siti', 'weak'],
    ['---', 'Siti', 'weak'],
  ])('%s for %s is %s', (holder, fullName, match) => {
    expect(matchNames(holder, fullName)).toBe(match)
    expect(matchNames(fullName, holder)).toBe(match)
  })
})
