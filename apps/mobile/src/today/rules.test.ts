import { changePercent, timeLeft } from './rules.ts'

test.each([
  ['110', '100', '10.00'],
  ['99.50', '100', '-0.50'],
  ['0', '250.25', '-100.00'],
  ['-50', '-100', '50.00'],
  ['123456789012345678.90', '123456789012345678.89', '0.00'],
])('%s after %s is a change of %s %', (now, before, expected) => expect(changePercent(now, before)).toBe(expected))
test('without anything before there is no change to tell', () => expect(changePercent('5', '0')).toBeUndefined())

test('what is left until the cut-off is told in hours and minutes, the last minute whole', () => {
  const at = Date.parse('2026-11-25T03:45:30.000Z')
  expect(timeLeft('2026-11-25T06:00:00.000Z', at)).toEqual({ hours: 2, minutes: 15 })
  expect(timeLeft('2026-11-25T03:46:00.000Z', at)).toEqual({ hours: 0, minutes: 1 })
  expect(timeLeft('2026-11-25T03:45:30.000Z', at)).toBeUndefined()
})
