import { describe, expect, test } from 'vitest'
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { quantityOf } from '@rmtools/look/order-words'
import { changesBetween, cutOffWords, factsOf, fitWords } from './facts.ts'

const document: InstructionDocument = {
  documentVersion: 1,
  instructionId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  companyName: 'Nusantara Investama',
  rmName: 'Rina Wulandari',
  licenceNumber: 'WAPERD-1',
  investorName: 'Siti Rahmawati',
  type: 'subscription',
  productCode: 'KAS',
  productName: 'Dana Kas',
  manager: 'PT Andalan',
  targetProductCode: null,
  targetProductName: null,
  currency: 'IDR',
  amount: '25000000.00',
  units: null,
  allUnits: false,
  feePercent: '1.00',
  feeAmount: '250000.00',
  cutOff: '13:00',
  navDate: '2026-11-25',
  bankAccount: null,
  riskLevel: 4,
  riskBand: 3,
  aboveRiskProfile: true,
  consentVersion: '2026-11',
  consent: 'Saya menyetujui',
}
const morning = new Date('2026-11-25T03:00:00Z')

describe('what a document says', () => {
  test('the quantity is money, units or all of it', () => {
    expect(quantityOf(document, 'id')).toBe('Rp\u00A025.000.000')
    expect(quantityOf({ ...document, amount: null, units: '12.5' }, 'en')).toBe('12.5000 units')
    expect(quantityOf({ ...document, amount: null, allUnits: true }, 'id')).toBe('Semua unit')
  })

  test('a line stands only for what there is', () => {
    expect(factsOf(document, 'id').map(({ key }) => key)).toEqual([
      'product',
      'quantity',
      'fee',
      'navDate',
      'risk',
      'profile',
    ])
    const redemption = {
      ...document,
      type: 'redemption' as const,
      bankAccount: 'BCA ***1234',
      feeAmount: null,
    }
    expect(factsOf(redemption, 'id').map(({ key }) => key)).toContain('bankAccount')
  })

  test('the cut-off rule tells whether today still counts', () => {
    expect(cutOffWords(document, morning).id).toContain('sebelum pukul 13.00 WIB hari ini')
    expect(cutOffWords({ ...document, navDate: '2026-11-26' }, morning).en).toContain(
      'has passed or the exchange is closed',
    )
  })

  test('the fit warns above the profile and names both', () => {
    expect(fitWords(document).en).toMatch(/4 · Aggressive.*above.*3 · Moderate/)
    expect(fitWords({ ...document, riskLevel: 2, aboveRiskProfile: false }).en).toContain('fits')
    expect(fitWords({ ...document, riskBand: null, aboveRiskProfile: false }).id).toContain(
      'belum tercatat',
    )
  })
})

describe('what has changed', () => {
  test('is named line by line, before and now', () => {
    expect(
      changesBetween(
        document,
        { ...document, navDate: '2026-11-26', feeAmount: '300000.00' },
        'id',
      ),
    ).toEqual([
      {
        key: 'fee',
        label: 'Biaya',
        before: 'Rp\u00A0250.000 (1,00%)',
        now: 'Rp\u00A0300.000 (1,00%)',
      },
      { key: 'navDate', label: 'Tanggal NAB', before: '25 Nov 2026', now: '26 Nov 2026' },
    ])
  })

  test('includes the words of the consent, and nothing when nothing did', () => {
    expect(changesBetween(document, { ...document, consent: 'Lain' }, 'id')).toMatchObject([
      { key: 'terms', now: 'Lain' },
    ])
    expect(changesBetween(document, document, 'en')).toEqual([])
  })
})
