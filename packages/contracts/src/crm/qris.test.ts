import { describe, expect, test } from 'vitest'
import { isQrisFor, qrisChecksum, qrisFields, qrisToDraw } from './qris.ts'

const field = (tag: string, value: string) =>
  `${tag}${String(value.length).padStart(2, '0')}${value}`
const whole = (...fields: string[]) => {
  const text = `${fields.join('')}6304`
  return text + qrisChecksum(text)
}
const start = [field('00', '01'), field('01', '12'), field('26', field('00', 'ID.CO.BANK.WWW'))]
const rupiah = field('53', '360')
const of = (amount: string) => whole(...start, rupiah, field('54', amount), field('58', 'ID'))
const due = { amount: '5000000.00', currency: 'IDR' }

describe('a QRIS payload', () => {
  test("has the checksum of the specification's example", () => {
    expect(qrisChecksum('123456789')).toBe('29B1')
  })

  test('pays the amount due, written with or without decimals', () => {
    expect([of('5000000'), of('5000000.00')].map((one) => isQrisFor(one, due))).toEqual([
      true,
      true,
    ])
  })

  test('without an amount lets the payer enter it', () => {
    expect(isQrisFor(whole(...start, rupiah), due)).toBe(true)
  })

  test.each([
    ['another amount', of('500000')],
    ['an amount that is no number', of('5e6')],
    ['another currency', whole(...start, field('53', '840'), field('54', '5000000'))],
    ['no currency', whole(...start, field('54', '5000000'))],
    ['a tip on top', whole(...start, rupiah, field('54', '5000000'), field('55', '01'))],
    ['a changed digit', of('5000000').replace('5000000', '5000001')],
    ['the end missing', of('5000000').slice(0, -3)],
    ['an amount twice', whole(...start, rupiah, field('54', '5000000'), field('54', '5000000'))],
    ['something after the checksum', `${of('5000000')}5802ID`],
    ['an address', 'https://example.co.id/pay'],
    ['nothing', ''],
  ])('%s: is not drawn', (_, payload) => {
    expect(isQrisFor(payload, due)).toBe(false)
  })

  test('is not for an order in another currency', () => {
    expect(isQrisFor(of('5000000'), { ...due, currency: 'USD' })).toBe(false)
  })

  test('reads every field', () => {
    expect(Object.fromEntries(qrisFields(of('1')) ?? [])).toMatchObject({ '54': '1', '58': 'ID' })
  })
})

test('a code is drawn while its amount is due', () => {
  const [fixed, free] = [of('5000000'), whole(...start, rupiah)]
  const drawn = (qris: string | null) =>
    (['waiting', 'short', 'paid', 'unpaid', 'held'] as const).map(
      (state) => qrisToDraw({ qris, state }) === qris && qris !== null,
    )
  expect(drawn(fixed)).toEqual([true, false, false, false, false])
  expect(drawn(free)).toEqual([true, true, false, false, false])
  expect(drawn(null)).toEqual([false, false, false, false, false])
})
