import type { Product } from '@rmtools/contracts/bff/market'
import { canAddLine, emptyPlan, isPlanComplete, plannable, termsOf } from './plan-form.ts'

const fund = (code: string, changes: object = {}) =>
  ({ code, bond: null, currency: 'IDR', status: 'ACTIVE', riskLevel: 2, ...changes }) as Product
const facts = { products: [fund('KAS')], band: 3 }
const whole = {
  ...emptyPlan('2026-11-30', 'KAS', 'account'),
  lines: [{ productCode: 'KAS', amount: '500000' }],
  isFactSheetOffered: true,
}

test('a new plan takes the day of today, and the 28th on the last days of a month', () => {
  expect(emptyPlan('2026-11-23').day).toBe(23)
  expect(emptyPlan('2026-11-30').day).toBe(28)
})

test('an amount and the fact sheet are all that a new plan needs', () => {
  expect(isPlanComplete(whole, facts)).toBe(true)
  expect(isPlanComplete({ ...whole, isFactSheetOffered: false }, facts)).toBe(false)
  expect(isPlanComplete({ ...whole, bankAccountId: '' }, facts)).toBe(false)
  for (const amount of ['', '0'])
    expect(isPlanComplete({ ...whole, lines: [{ productCode: 'KAS', amount }] }, facts)).toBe(false)
})

test('a fund above the profile needs that the investor was informed', () => {
  const above = { products: [fund('KAS', { riskLevel: 4 })], band: 3 }
  expect(isPlanComplete(whole, above)).toBe(false)
  expect(isPlanComplete({ ...whole, isTold: true }, above)).toBe(true)
})

test('only the chosen end counts', () => {
  const form = { ...whole, endsOn: '2027-01-01', goalAmount: '9000000' }
  expect(termsOf(form)).toMatchObject({ endsOn: null, runsAtMost: null, goalAmount: null })
  expect(termsOf({ ...form, end: 'goal' })).toMatchObject({ endsOn: null, goalAmount: '9000000' })
  expect(isPlanComplete({ ...form, end: 'runs', runsAtMost: '0' }, facts)).toBe(false)
  expect(isPlanComplete({ ...form, end: 'runs', runsAtMost: '601' }, facts)).toBe(false)
})

test('bonds, other currencies and suspended funds are not offered, and five funds at most', () => {
  const now = '2026-11-23T03:00:00.000Z'
  const others = [
    fund('USD', { currency: 'USD' }),
    fund('OFF', { status: 'SUSPENDED' }),
    fund('ORI', { bond: {} }),
  ]
  expect(plannable([...facts.products, ...others], now).map(({ code }) => code)).toEqual(['KAS'])
  expect(canAddLine({ ...whole, lines: Array.from({ length: 5 }, () => whole.lines[0]!) })).toBe(
    false,
  )
})
