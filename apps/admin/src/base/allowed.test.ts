// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { mayOpen } from './allowed.ts'

test.each([
  ['/', true],
  ['/leads', true],
  ['/leads/0190f0f0-0000-7000-8000-000000000001', true],
  ['/leads/import', false],
  ['/investors', false],
  ['/investors/0190f0f0-0000-7000-8000-000000000001', false],
  ['/people/roles', false],
  ['/settings', false],
  ['/settings/questionnaire', true],
  ['/account', true],
  ['/no-such-screen', true],
])('who may only read leads: %s, %s', (address, isAllowed) => {
  expect(mayOpen(['lead.read'], address)).toBe(isAllowed)
})
