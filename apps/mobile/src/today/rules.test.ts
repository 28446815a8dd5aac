import { timeLeft } from './rules.ts'

test('the time until the cut-off is shown in hours and minutes, the last minute whole', () => {
  const at = Date.parse('2026-11-25T03:45:30.000Z')
  expect(timeLeft('2026-11-25T06:00:00.000Z', at)).toEqual({ hours: 2, minutes: 15 })
  expect(timeLeft('2026-11-25T03:46:00.000Z', at)).toEqual({ hours: 0, minutes: 1 })
  expect(timeLeft('2026-11-25T03:45:30.000Z', at)).toBeUndefined()
})
