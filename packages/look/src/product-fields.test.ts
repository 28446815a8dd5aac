import { describe, expect, test } from 'vitest'
import { bondFields, productFees, productFields, productTerms } from './product-fields.ts'

const product = {
  name: 'Andalan Pasar Uang',
  code: 'ANDALAN-PU',
  isin: 'IDN000000001',
  type: 'MONEY_MARKET',
  manager: 'Andalan Investama',
  custodian: 'Bank Kustodia',
  riskLevel: 1,
  currency: 'IDR',
  syariah: true,
  minimumSubscription: '100000',
  minimumTopUp: '50000',
  minimumRedemption: '25000',
  minimumBalance: '10000',
  cutOff: '13:00',
  settlementDays: 1,
  switchGroup: null,
  latestNav: { nav: '1523.4411', date: '2026-11-24' },
  status: 'ACTIVE',
  fees: { subscription: '1.5', redemption: '0', switching: '0.25' },
} as const
const bond = {
  coupon: '6.25',
  couponType: 'FLOATING_WITH_FLOOR',
  couponFrequency: 'MONTHLY',
  maturity: '2029-02-10',
  price: '101.5',
  tradable: false,
  offeringFrom: '2026-11-02T02:00:00.000Z',
  offeringUntil: '2026-11-26T03:00:00.000Z',
} as const

describe('facts', () => {
  test('of a product are said in the language, amounts in its currency', () => {
    const lines = (language: 'id' | 'en') =>
      productTerms.map((name) => {
        const { label, textOf } = productFields[name]
        return `${label[language]}: ${textOf(product, language)}`.replaceAll('\u00A0', ' ')
      })
    expect(lines('id')).toEqual([
      'Kode: ANDALAN-PU',
      'ISIN: IDN000000001',
      'Risiko produk: 1 · Sangat konservatif',
      'Mata uang: IDR',
      'Prinsip: Syariah',
      'Bank kustodian: Bank Kustodia',
      'Minimum pembelian: Rp 100.000',
      'Minimum pembelian berikutnya: Rp 50.000',
      'Minimum penjualan kembali: Rp 25.000',
      'Saldo minimum: Rp 10.000',
      'Batas waktu transaksi: 13.00 WIB',
      'Pembayaran penjualan kembali: paling lama 1 hari bursa',
      'Pengalihan: tidak dapat dialihkan',
    ])
    expect(lines('en').slice(-3)).toEqual([
      'Cut-off: 13:00 WIB',
      'Redemption payment: within 1 exchange day',
      'Switching: not possible',
    ])
  })

  test('follow the product: its principle, its group, its days, a price that is not there', () => {
    const other = {
      ...product,
      syariah: false,
      switchGroup: 'A',
      settlementDays: 7,
      latestNav: null,
    }
    const { type, syariah, switchGroup, settlementDays, latestNav } = productFields
    const texts = (of: typeof other | typeof product) =>
      [type, syariah, switchGroup, settlementDays, latestNav].map(({ textOf }) => textOf(of, 'en'))
    expect(texts(product)).toEqual([
      'Money market · Sharia',
      'Sharia',
      'not possible',
      'within 1 exchange day',
      '1,523.4411 (24 Nov 2026)',
    ])
    expect(texts(other)).toEqual([
      'Money market',
      'Conventional',
      'between products of group A of the same fund manager',
      'within 7 exchange days',
      '–',
    ])
  })

  test('of its fees and of a bond too', () => {
    expect(Object.values(productFees).map(({ textOf }) => textOf(product, 'id'))).toEqual([
      '1,50% dari jumlah',
      '0,00% dari jumlah',
      '0,25% dari jumlah',
    ])
    expect(Object.values(bondFields).map(({ textOf }) => textOf(bond, 'id'))).toEqual([
      '6,25% setahun, mengambang dengan batas bawah',
      'setiap bulan',
      '10 Feb 2029',
      '101,50%',
      'Tidak',
      '2 Nov 2026, 09.00 WIB – 26 Nov 2026, 10.00 WIB',
    ])
    const fixed = { ...bond, couponType: 'FIXED' } as const
    expect(bondFields.coupon.textOf(fixed, 'en')).toBe('6.25% a year, fixed')
  })
})
