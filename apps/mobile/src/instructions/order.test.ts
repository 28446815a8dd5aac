import type { Portfolio, Product } from '@rmtools/contracts/bff/market'
import type { SeenCase } from '../investors/rules.ts'
import {
  checkOrder,
  emptyOrder,
  formOf,
  formOfInput,
  jakartaNow,
  navTiming,
  orderable,
  quickAmounts,
  secondsSinceSame,
  shareOfUnits,
  targetsOf,
  type OrderForm,
} from './order.ts'

const product = (code: string, more: Partial<Product> = {}): Product => ({
  code,
  isin: 'IDN000123402',
  name: code,
  type: 'MIXED',
  manager: 'Andalan',
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
  ...more,
})
const portfolio = {
  positions: [
    { productCode: 'A', units: '1000.0000', availableUnits: '800.0000', nav: '1250.0000' },
  ],
} as Portfolio
const market = {
  products: [product('A'), product('B', { riskLevel: 5 }), product('OLD', { status: 'CLOSED' })],
  portfolio,
}
const account = { id: 'k1', review: 'not-needed', bibStatus: null }
const seen = {
  riskProfile: { band: 3, expiresOn: '2027-01-01' },
  bankAccounts: [account],
} as unknown as SeenCase
const today = '2026-11-25'
const now = `${today}T03:00:00.000Z`
const check = (form: Partial<OrderForm>, of = seen) =>
  checkOrder({ ...emptyOrder, productCode: 'A', isFactSheetOffered: true, ...form }, market, {
    seen: of,
    today,
  })

test('limits are named as one types: the smaller minimum for who holds it already', () => {
  expect(check({ amount: '' }).code).toBe('quantity-invalid')
  expect(check({ amount: '49999' }).code).toBe('below-minimum')
  expect(check({ amount: '50000' })).toEqual({
    code: undefined,
    missing: [],
    isAboveProfile: false,
    questions: [],
  })
  expect(check({ productCode: 'B', amount: '60000' }).code).toBe('below-minimum')
})

test('a product above the profile requires that the investor was informed before it is sent', () => {
  expect(check({ productCode: 'B', amount: '200000' })).toMatchObject({
    missing: ['told'],
    isAboveProfile: true,
  })
  expect(check({ productCode: 'B', amount: '200000', isTold: true }).missing).toEqual([])
  const expired = {
    ...seen,
    riskProfile: { band: 3, expiresOn: '2026-11-24' },
  } as unknown as SeenCase
  expect(check({ amount: '200000' }, expired).missing).toEqual(['risk'])
})

test('a redemption needs a payable account, enough units, and leaves no crumbs', () => {
  const redeem = { type: 'redemption', by: 'units', bankAccountId: 'k1' } as const
  expect(check({ ...redeem, units: '800.0001' }).code).toBe('units-reserved')
  expect(check({ ...redeem, units: '1000.0001' }).code).toBe('above-balance')
  expect(check({ ...redeem, units: '700' }).code).toBe('leftover-below-minimum')
  expect(check({ ...redeem, units: '400' })).toMatchObject({ code: undefined, missing: [] })
  expect(check({ ...redeem, by: 'all', bankAccountId: '' }).missing).toEqual(['account'])
  const unpayable = {
    ...seen,
    bankAccounts: [{ ...account, review: 'needed' }],
  } as unknown as SeenCase
  expect(check({ ...redeem, by: 'all' }, unpayable).missing).toEqual(['account'])
})

test('an amount above what was declared, or above the company’s ceiling, wants a reason; above its cap it is refused', () => {
  const earning = {
    ...seen,
    individual: { yearlyIncome: '100m-500m' },
    institutional: null,
  } as unknown as SeenCase
  const asked = check({ amount: '500000001' }, earning)
  expect([asked.questions, asked.missing]).toEqual([
    [{ code: 'above-income', limit: '500000000' }],
    ['reason'],
  ])
  expect(check({ amount: '500000001', amountReason: 'Jual rumah' }, earning).missing).toEqual([])
  expect(check({ amount: '60000', isReasonAsked: true }, earning).missing).toEqual(['reason'])
  const limited = (amount: string) =>
    checkOrder(
      { ...emptyOrder, productCode: 'A', isFactSheetOffered: true, amount },
      { ...market, limits: { orderQuestionAbove: '1000000', orderCap: '2000000' } },
      { seen: earning, today },
    )
  expect(limited('1000001')).toMatchObject({
    code: undefined,
    missing: ['reason'],
    questions: [{ code: 'above-ceiling' }],
  })
  expect(limited('2000001').code).toBe('above-order-cap')
})

test('the same within a minute is noticed, also while it waits on the phone', () => {
  const form = { ...emptyOrder, productCode: 'A', amount: '5000000' }
  const before = {
    type: 'subscription',
    productCode: 'A',
    targetProductCode: null,
    amount: '5000000.00',
    units: null,
    allUnits: false,
    status: 'draft',
    createdAt: now,
  } as const
  const after = (seconds: number) => new Date(Date.parse(now) + seconds * 1000)
  expect(secondsSinceSame(form, [before], after(12.9))).toBe(12)
  expect(secondsSinceSame(form, [before], after(60))).toBeUndefined()
  for (const other of [
    { amount: '6000000' },
    { productCode: 'B' },
    { status: 'cancelled' },
    { type: 'redemption' },
    { sync: 'refused' },
  ] as const)
    expect(secondsSinceSame(form, [{ ...before, ...other }], after(1))).toBeUndefined()
})

test('what can be ordered is what is offered or held', () => {
  const codes = (products: readonly Product[]) => products.map(({ code }) => code)
  expect(codes(orderable(market, 'subscription', now))).toEqual(['A', 'B'])
  expect(codes(orderable(market, 'redemption', now))).toEqual(['A'])
  expect(codes(targetsOf(market, product('A'), now))).toEqual(['B'])
})

test('the NAV is of today until the cut-off, to the second', () => {
  const at = (time: string, date = today) =>
    navTiming({ date, time }, '13:00', new Set(['2026-11-26']))
  expect(at('12:59:59')).toEqual({ isToday: true, navDate: today, later: '2026-11-27' })
  expect(at('13:00:00')).toEqual({ isToday: false, navDate: '2026-11-27', later: '2026-11-27' })
  expect(at('09:00:00', '2026-11-28').navDate).toBe('2026-11-30')
  expect(jakartaNow(new Date('2026-11-25T17:30:05.123Z'))).toEqual({
    date: '2026-11-26',
    time: '00:30:05',
  })
})

test('quick choices begin at the minimum and never exceed what is held', () => {
  expect(quickAmounts('100000.00', 'IDR')).toEqual([
    '100000',
    '1000000',
    '5000000',
    '10000000',
    '50000000',
  ])
  expect(shareOfUnits('800.1234', 25)).toBe('200.0308')
})

test('repeating fills in what was ordered, but offers and tells anew', () => {
  const before = {
    type: 'redemption',
    productCode: 'A',
    targetProductCode: null,
    amount: null,
    units: '10.5',
    allUnits: false,
    bankAccountId: 'k1',
  } as const
  expect(formOf(before)).toMatchObject({
    type: 'redemption',
    by: 'units',
    units: '10.5',
    bankAccountId: 'k1',
    isFactSheetOffered: false,
    isTold: false,
  })
})

test('an order that was refused is corrected as it was written', () => {
  const input = {
    type: 'switching',
    productCode: 'A',
    targetProductCode: 'B',
    units: '10.5000',
    factSheetOffered: true,
    aboveRiskProfileTold: true,
  }
  expect(formOfInput(input)).toEqual({
    ...emptyOrder,
    type: 'switching',
    productCode: 'A',
    targetCode: 'B',
    by: 'units',
    units: '10.5000',
    isFactSheetOffered: true,
    isTold: true,
  })
  expect(
    formOfInput({ type: 'redemption', productCode: 'A', allUnits: true, bankAccountId: 'k1' }),
  ).toMatchObject({
    by: 'all',
    bankAccountId: 'k1',
    isTold: false,
  })
})
