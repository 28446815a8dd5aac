import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, plus, times } from '../decimals.ts'
import { isExchangeDay } from './nav-date.ts'
import {
  firstDueOn,
  dueAfter,
  makingDay,
  nextRunDays,
  planAmount,
  runDay,
  runsToGoal,
  type PlanTerms,
} from './plan-rules.ts'
import { needsSignature, runRefusal, type RunFacts } from './mandate-rules.ts'

const terms: PlanTerms = {
  lines: [
    { productCode: 'KAS', amount: '500000.00' },
    { productCode: 'OBLIGASI', amount: '250000.00' },
  ],
  day: 25,
  startsOn: '2026-12-01',
  endsOn: null,
  runsAtMost: null,
  goalAmount: null,
  bankAccountId: 'account',
  way: 'direct-debit',
}
const facts: RunFacts = {
  mandate: { ...terms, riskBand: 3, risks: {} },
  line: { productCode: 'KAS', amount: '500000' },
  frame: terms,
  company: { isActive: true, orderCap: null },
  investor: {
    isRegistered: true,
    lacksConsent: false,
    sharesSellersContact: false,
    riskBand: 3,
    riskExpiresOn: '2027-11-01',
  },
  seller: { licenceNumber: 'W-1', licenceExpiresOn: '2027-12-31' },
  account: { isFit: true },
  product: { riskLevel: 3, least: '100000' },
  today: '2026-12-28',
}

const dayOf = fc.integer({ min: 1, max: 28 })
const date = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const holidays = fc.uniqueArray(date, { maxLength: 40 }).map((days) => new Set(days))
const money = fc.integer({ min: 1, max: 1_000_000_000 }).map((cents) => {
  const text = String(cents).padStart(3, '0')
  return `${BigInt(text.slice(0, -2))}.${text.slice(-2)}`
})

describe('when a run is due', () => {
  test.each([
    [25, '2026-12-01', '2026-12-25'],
    [25, '2026-12-25', '2026-12-25'],
    [25, '2026-12-26', '2027-01-25'],
    [28, '2027-02-28', '2027-02-28'],
    [28, '2028-02-29', '2028-03-28'],
    [1, '2026-12-31', '2027-01-01'],
  ])('day %i from %s: %s', (day, from, due) => {
    expect(firstDueOn({ day, startsOn: '2026-01-01' }, from)).toBe(due)
  })

  test('Christmas, leave days and New Year move it to the next exchange day', () => {
    const closed = new Set(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'])
    expect(runDay('2026-12-25', closed)).toBe('2026-12-28')
    expect(runDay('2027-01-01', closed)).toBe('2027-01-04')
    expect(makingDay('2026-12-25', 'virtual-account', closed)).toBe('2026-12-25')
    expect(makingDay('2026-12-25', 'direct-debit', closed)).toBe('2026-12-28')
  })

  test('each month has exactly one, in months of any length', () => {
    fc.assert(
      fc.property(dayOf, date, (day, from) => {
        let due = firstDueOn({ day, startsOn: from }, from)
        expect(due >= from).toBe(true)
        for (let i = 0; i < 24; i++) {
          const next = dueAfter(due, day)
          const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
          expect(months(next)).toBe(months(due) + 1)
          expect(Number(next.slice(8))).toBe(day)
          expect(new Date(`${next}T00:00:00Z`).toISOString().slice(0, 10)).toBe(next)
          due = next
        }
      }),
    )
  })

  test('a run is on an exchange day on or after its day, and a reminder is three days before it', () => {
    fc.assert(
      fc.property(dayOf, date, holidays, (day, from, closed) => {
        const due = firstDueOn({ day, startsOn: from }, from)
        const run = runDay(due, closed)
        expect(isExchangeDay(run, closed)).toBe(true)
        expect(run >= due).toBe(true)
        expect(Date.parse(run) - Date.parse(makingDay(due, 'virtual-account', closed))).toBe(
          3 * 86_400_000,
        )
      }),
    )
  })

  test('a plan ends by date, by the number of its runs, or at its goal', () => {
    const next = (changes: Partial<PlanTerms>, count = 9) =>
      nextRunDays({ ...terms, ...changes }, { from: '2026-12-01', holidays: new Set(), count })
    expect(next({}, 3)).toEqual(['2026-12-25', '2027-01-25', '2027-02-25'])
    expect(next({ endsOn: '2027-01-25' })).toEqual(['2026-12-25', '2027-01-25'])
    expect(next({ endsOn: '2027-01-24' })).toEqual(['2026-12-25'])
    expect(next({ runsAtMost: 4 })).toHaveLength(4)
    expect(next({ goalAmount: '1500000.01' })).toHaveLength(3)
    expect(next({ goalAmount: '1500000.00' })).toHaveLength(2)
  })
})

test('the goal takes the fewest runs whose money suffices, without any return', () => {
  fc.assert(
    fc.property(money, money, money, (goal, each, done) => {
      fc.pre(compare(times(each, '5000'), goal) > 0)
      const plan = { lines: [{ productCode: 'KAS', amount: each }], goalAmount: goal }
      const runs = runsToGoal(plan, done) ?? -1
      const after = (count: number) => plus(done, times(planAmount(plan), String(count)))
      expect(compare(after(runs), goal) >= 0).toBe(true)
      if (runs > 0) expect(compare(after(runs - 1), goal) < 0).toBe(true)
    }),
  )
})

describe('what is inside the mandate', () => {
  test('a run as it was signed', () => expect(runRefusal(facts)).toBeUndefined())

  const { investor, seller } = facts
  test.each<[string, Partial<RunFacts>]>([
    ['mandate-missing', { mandate: null }],
    ['company-inactive', { company: { isActive: false, orderCap: null } }],
    ['outside-mandate', { line: { productCode: 'KAS', amount: '500000.01' } }],
    ['outside-mandate', { line: { productCode: 'SAHAM', amount: '1' } }],
    ['outside-mandate', { frame: { ...terms, bankAccountId: 'other' } }],
    ['outside-mandate', { mandate: { ...terms, runsAtMost: 3, riskBand: 3, risks: {} } }],
    ['outside-mandate', { mandate: { ...terms, way: 'virtual-account', riskBand: 3, risks: {} } }],
    ['investor-not-registered', { investor: { ...investor, isRegistered: false } }],
    ['consent-not-in-force', { investor: { ...investor, lacksConsent: true } }],
    ['contact-of-staff', { investor: { ...investor, sharesSellersContact: true } }],
    ['risk-profile-missing', { investor: { ...investor, riskBand: null } }],
    ['risk-profile-missing', { investor: { ...investor, riskExpiresOn: '2026-12-27' } }],
    ['above-risk-profile', { investor: { ...investor, riskBand: 2 } }],
    ['licence-expired', { seller: { ...seller, licenceNumber: null } }],
    ['licence-expired', { seller: { ...seller, licenceExpiresOn: '2026-12-27' } }],
    ['bank-account-unfit', { account: null }],
    ['bank-account-unfit', { account: { isFit: false } }],
    ['product-not-offered', { product: null }],
    ['below-minimum', { product: { riskLevel: 1, least: '500000.01' } }],
    ['above-order-cap', { company: { isActive: true, orderCap: '499999.99' } }],
  ])('%s', (reason, changes) => {
    expect(runRefusal({ ...facts, ...changes })).toBe(reason)
  })

  test('a fund above the profile only as it was agreed to', () => {
    const agreed = {
      ...facts,
      mandate: {
        ...terms,
        riskBand: 3,
        risks: { KAS: { riskLevel: 4, aboveRiskProfile: true } },
      },
      product: { riskLevel: 4, least: '1' },
    }
    expect(runRefusal(agreed)).toBeUndefined()
    const riskier = { ...agreed, product: { riskLevel: 5, least: '1' } }
    expect(runRefusal(riskier)).toBe('above-risk-profile')
    const fallen = { ...agreed, investor: { ...investor, riskBand: 2 } }
    expect(runRefusal(fallen)).toBe('above-risk-profile')
  })

  const line = fc.record({
    productCode: fc.constantFrom('KAS', 'OBLIGASI', 'SAHAM', 'INDEKS'),
    amount: money,
  })
  const lines = fc.uniqueArray(line, {
    minLength: 1,
    maxLength: 4,
    selector: ({ productCode }) => productCode,
  })
  const anyTerms = fc.record({
    lines,
    bankAccountId: fc.constantFrom('account', 'other'),
    way: fc.constantFrom('direct-debit' as const, 'virtual-account' as const),
    runsAtMost: fc.constantFrom(null, 3, 12),
  })

  test('terms that need no new signature never buy more, for longer, elsewhere, or from another account', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (signed, wanted) => {
        const [mandate, plan] = [
          { ...terms, ...signed },
          { ...terms, ...wanted },
        ]
        const refusals = plan.lines.map((one) =>
          runRefusal({
            ...facts,
            mandate: { ...mandate, riskBand: 3, risks: {} },
            line: one,
            frame: plan,
            product: { riskLevel: 1, least: '0' },
          }),
        )
        // What a run is refused for is exactly what a new signature is asked for.
        expect(refusals.includes('outside-mandate')).toBe(needsSignature(mandate, plan))
        if (needsSignature(mandate, plan)) return
        expect(compare(planAmount(plan), planAmount(mandate)) <= 0).toBe(true)
        expect(plan.bankAccountId).toBe(mandate.bankAccountId)
      }),
    )
  })

  test.each<[string, Partial<PlanTerms>, Partial<PlanTerms>, boolean]>([
    ['a later last day', { endsOn: '2027-02-28' }, { endsOn: '2027-03-31' }, true],
    ['no end any more', { endsOn: '2027-02-28' }, {}, true],
    ['an earlier last day', { endsOn: '2027-02-28' }, { endsOn: '2027-01-31' }, false],
    ['more runs', { runsAtMost: 3 }, { runsAtMost: 4 }, true],
    ['fewer runs', { runsAtMost: 3 }, { runsAtMost: 2 }, false],
    ['a higher goal', { goalAmount: '9000000' }, { goalAmount: '10000000' }, true],
    ['a lower goal', { goalAmount: '10000000' }, { goalAmount: '9000000.00' }, false],
    ['a goal instead of an end', { endsOn: '2027-02-28' }, { goalAmount: '9000000' }, true],
    ['an end where there was none', {}, { runsAtMost: 3 }, false],
    ['the same end', { runsAtMost: 3 }, { runsAtMost: 3 }, false],
  ])(
    '%s needs a new signature only if it lets the plan buy for longer',
    (_, signed, wanted, is) => {
      expect(needsSignature({ ...terms, ...signed }, { ...terms, ...wanted })).toBe(is)
    },
  )

  test('a day, an end and a smaller amount need no new signature', () => {
    const smaller = { ...terms, day: 3, endsOn: '2030-01-01', lines: terms.lines.slice(0, 1) }
    expect(needsSignature(terms, smaller)).toBe(false)
    expect(needsSignature(terms, { ...terms, way: 'virtual-account' })).toBe(false)
  })
})
