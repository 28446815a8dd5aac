import { expect, test } from 'vitest'
import { deprecationHeaders, deprecationText } from './deprecation.ts'
import { endpoint } from './endpoint.ts'
import { everyEndpoint } from './everything.ts'

const deprecated = (since: string, sunset: string) => () =>
  endpoint({
    method: 'GET',
    path: '/things',
    summary: 'Things',
    access: 'session',
    deprecated: { since, sunset },
  })

test('a deprecated operation stays half a year or longer', () => {
  expect(deprecated('2027-01-01', '2027-06-30')).not.toThrow()
  expect(deprecated('2027-01-01', '2027-06-29')).toThrow('180 days, not 179')
  expect(deprecated('2027-06-29', '2027-01-01')).toThrow('180 days')
})

test.each(['2027-02-30', '2027-1-1', 'soon', ''])('%o is not a date to deprecate from', (day) => {
  expect(deprecated(day, '2028-01-01')).toThrow('is not a date')
  expect(deprecated('2027-01-01', day)).toThrow('is not a date')
})

test('the headers are a structured date (RFC 9745) and an HTTP date (RFC 8594)', () => {
  expect(deprecationHeaders({ since: '2027-01-01', sunset: '2027-07-01' })).toEqual({
    deprecation: '@1798761600',
    sunset: 'Thu, 01 Jul 2027 00:00:00 GMT',
  })
})

test('the text names the replacement, if there is one', () => {
  const days = { since: '2027-01-01', sunset: '2027-07-01' }
  expect(deprecationText(days)).toBe('Deprecated since 2027-01-01; may be removed from 2027-07-01.')
  expect(deprecationText({ ...days, use: 'leads.list' })).toMatch(/Use `leads\.list` instead\.$/)
})

test('the replacement of a deprecated operation exists and is not deprecated', () => {
  const current = new Set(everyEndpoint.filter(({ spec }) => !spec.deprecated).map(({ id }) => id))
  expect(current.size).toBeGreaterThan(100)
  const wrong = everyEndpoint.filter(
    ({ spec }) => spec.deprecated?.use !== undefined && !current.has(spec.deprecated.use),
  )
  expect(wrong).toEqual([])
})
