import { describe, expect, test } from 'vitest'
import type { Portfolio, Product } from '@rmtools/bib/partner'
import { worthOf } from '@rmtools/contracts/crm/instruction-rules'
import { Problem } from '@rmtools/contracts/problem'
import { isSignable, termsOf, type Sale } from './rules.ts'

const product: Product = {
  code: 'FUND-A',
  isin: 'IDN000123402',
  name: 'Dana A',
  type: 'MIXED',
  manager: 'Manajer Satu',
  custodian: 'Bank K',
  currency: 'IDR',
  riskLevel: 3,
  minimumSubscription: '100000.00',
  minimumTopUp: '50000.00',
  minimumRedemption: '100000.00',
  minimumBalance: '250000.00',
  fees: { subscription: '1.5000', redemption: '0.5000', switching: '0.2500' },
  cutOff: '13:00',
  settlementDays: 3,
  switchGroup: 'A',
  syariah: false,
  factsheetUrl: null,
  status: 'ACTIVE',
  latestNav: null,
  bond: null,
}
const portfolio = {
  positions: [
    { productCode: 'FUND-A', units: '1000.0000', availableUnits: '800.0000', nav: '1250.0000' },
  ],
} as Portfolio

const sale: Sale = {
  order: { type: 'subscription', amount: '1000000', factSheetOffered: true },
  seller: { licenceNumber: 'WAPERD-1', licenceExpiresOn: '2027-01-01' },
  buyer: { status: 'registered', externalId: 'BIB1', riskBand: 3, riskExpiresOn: '2027-01-01' },
  product,
  target: undefined,
  portfolio,
  account: { isFit: true },
  today: '2026-11-23',
  now: '2026-11-23T03:00:00.000Z',
}
const redemption = (order: Partial<Sale['order']>): Sale => ({
  ...sale,
  order: { type: 'redemption', factSheetOffered: true, ...order },
})
const switching = (
  target: Partial<Product>,
  order: Partial<Sale['order']> = { units: '10' },
): Sale => ({
  ...sale,
  order: { type: 'switching', factSheetOffered: true, ...order },
  target: { ...product, code: 'FUND-B', ...target },
})

function refusal(given: Sale): string {
  try {
    termsOf(given)
    return 'sold'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

describe('a sale', () => {
  test('has its fee to the cent, half a cent up, and never through a float', () => {
    expect(termsOf(sale)).toMatchObject({
      feePercent: '1.5000',
      feeAmount: '15000.00',
      aboveRiskProfile: false,
      licenceNumber: 'WAPERD-1',
    })
    expect(termsOf({ ...sale, order: { ...sale.order, amount: '333333.33' } }).feeAmount).toBe(
      '5000.00',
    )
    expect(
      termsOf({ ...sale, order: { ...sale.order, amount: '100000000000000001.01' } }).feeAmount,
    ).toBe('1500000000000000.02')
  })

  test.each<[string, Sale]>([
    [
      'licence-expired',
      { ...sale, seller: { licenceNumber: 'WAPERD-1', licenceExpiresOn: '2026-11-22' } },
    ],
    ['licence-expired', { ...sale, seller: { licenceNumber: null, licenceExpiresOn: null } }],
    ['sold', { ...sale, seller: { licenceNumber: 'WAPERD-1', licenceExpiresOn: '2026-11-23' } }],
    ['investor-not-registered', { ...sale, buyer: { ...sale.buyer, status: 'approved' } }],
    ['investor-not-registered', { ...sale, buyer: { ...sale.buyer, externalId: null } }],
    ['fact-sheet-not-offered', { ...sale, order: { ...sale.order, factSheetOffered: false } }],
    ['product-not-offered', { ...sale, product: undefined }],
    ['product-not-offered', { ...sale, product: { ...product, status: 'SUSPENDED' } }],
    ['quantity-invalid', { ...sale, order: { ...sale.order, amount: null } }],
    ['quantity-invalid', { ...sale, order: { ...sale.order, amount: '0' } }],
    ['quantity-invalid', { ...sale, order: { ...sale.order, units: '5' } }],
    ['quantity-invalid', { ...sale, order: { ...sale.order, amount: null, units: '5' } }],
    // A buyer who holds the fund tops up, any other one subscribes.
    ['sold', { ...sale, order: { ...sale.order, amount: '50000' } }],
    ['below-minimum', { ...sale, order: { ...sale.order, amount: '49999.99' } }],
    [
      'below-minimum',
      { ...sale, portfolio: undefined, order: { ...sale.order, amount: '99999.99' } },
    ],
    ['risk-profile-missing', { ...sale, buyer: { ...sale.buyer, riskBand: null } }],
    ['risk-profile-missing', { ...sale, buyer: { ...sale.buyer, riskExpiresOn: '2026-11-22' } }],
    ['suitability-consent-missing', { ...sale, buyer: { ...sale.buyer, riskBand: 2 } }],
    [
      'sold',
      {
        ...sale,
        buyer: { ...sale.buyer, riskBand: 2 },
        order: { ...sale.order, aboveRiskProfileTold: true },
      },
    ],
  ])('%s', (expected, given) => {
    expect(refusal(given)).toBe(expected)
  })
})

describe('a redemption', () => {
  test.each<[string, Sale]>([
    ['sold', redemption({ units: '100' })],
    ['sold', redemption({ amount: '500000' })],
    ['sold', redemption({ allUnits: true })],
    // 800 of 1,000 units are available: others are pending.
    ['sold', redemption({ units: '800' })],
    ['units-reserved', redemption({ units: '800.0001' })],
    ['units-reserved', redemption({ amount: '1000000.01' })],
    ['above-balance', redemption({ units: '1000.0001' })],
    ['above-balance', redemption({ amount: '1250000.01' })],
    ['below-minimum', redemption({ units: '79.9999' })],
    // 800 units are worth 1,000,000; the remainder must not fall below 250,000.
    ['sold', redemption({ amount: '750000' })],
    ['leftover-below-minimum', redemption({ amount: '750000.01' })],
    [
      'above-balance',
      { ...redemption({ units: '1' }), portfolio: { positions: [] } as unknown as Portfolio },
    ],
    // Bib is unavailable: it checks the balance itself.
    ['sold', { ...redemption({ units: '999999' }), portfolio: undefined }],
    ['bank-account-unfit', { ...redemption({ units: '100' }), account: { isFit: false } }],
    ['bank-account-unfit', { ...redemption({ units: '100' }), account: undefined }],
    ['sold', { ...redemption({ units: '100' }), buyer: { ...sale.buyer, riskBand: null } }],
  ])('%s', (expected, given) => {
    expect(refusal(given)).toBe(expected)
  })
})

describe('a switching', () => {
  test.each<[string, Sale]>([
    ['sold', switching({}, { units: '100' })],
    ['switch-not-allowed', switching({ manager: 'Manajer Dua' }, { units: '100' })],
    ['switch-not-allowed', switching({ switchGroup: 'B' }, { units: '100' })],
    ['switch-not-allowed', switching({ switchGroup: null }, { units: '100' })],
    ['switch-not-allowed', switching({ code: 'FUND-A' }, { units: '100' })],
    ['switch-not-allowed', switching({ currency: 'USD' }, { units: '100' })],
    // The risk of the product bought counts.
    ['suitability-consent-missing', switching({ riskLevel: 5 }, { units: '100' })],
  ])('%s', (expected, given) => {
    expect(refusal(given)).toBe(expected)
  })
})

describe('a drawn signature', () => {
  test('does up to the company’s amount in rupiah; what cannot be valued is above it', () => {
    const signable = (worth: string | null, currency = 'IDR') =>
      isSignable({ worth, currency, certifiedAbove: '1000000.00' }, 'drawn-and-otp')
    expect([
      signable('1000000'),
      signable('1000000.01'),
      signable(null),
      signable('2000000', 'USD'),
    ]).toEqual([true, false, false, true])
    expect(
      isSignable({ worth: null, currency: 'IDR', certifiedAbove: null }, 'drawn-and-otp'),
    ).toBe(true)
    expect(
      isSignable({ worth: '9000000', currency: 'IDR', certifiedAbove: '1' }, 'certified'),
    ).toBe(true)
  })

  test('is measured by the amount, or by units at the latest NAV', () => {
    const order = { type: 'redemption', factSheetOffered: true } as const
    expect(worthOf({ ...order, amount: '5' }, product, portfolio)).toBe('5')
    expect(worthOf({ ...order, units: '10' }, product, portfolio)).toBe('12500.00')
    expect(worthOf({ ...order, allUnits: true }, product, portfolio)).toBe('1000000.00')
    expect(worthOf({ ...order, units: '10' }, product, undefined)).toBe(null)
  })
})
