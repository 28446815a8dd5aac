import { expect, test } from 'vitest'
import { pathOf } from './targets.ts'

const id = '0198a000-d000-7000-8000-000000000001'

test.each([
  ['lead.follow-up', `/leads/${id}`, `/leads/${id}`],
  ['book.received', '/leads', '/leads'],
  ['user.registered', `/users/${id}`, `/people/${id}`],
  ['investor.submitted', `/investors/${id}`, `/review/${id}`],
  ['investor.registered', `/investors/${id}`, `/investors/${id}`],
  ['instruction.approved', `/instructions/${id}`, `/instructions/${id}`],
  ['security.new-device', null, null],
  ['news', 'https://elsewhere.example/', null],
  ['news', '//elsewhere.example', null],
])('%s with %s leads to %s', (kind, link, path) => {
  expect(pathOf({ kind, link })).toBe(path)
})
