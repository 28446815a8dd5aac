import { expect, test } from 'vitest'
import { allGrants } from './everything.ts'
import { powers, powersIn } from './powers.ts'

test('powers are permissions to change something, and no RM begins with one', () => {
  expect(powers.filter((power) => power.endsWith('.read'))).toEqual([])
  expect(
    powersIn(
      allGrants.filter(({ roles }) => roles.includes('rm')).map(({ permission }) => permission),
    ),
  ).toEqual([])
  expect(
    powersIn(
      allGrants
        .filter(({ roles }) => roles.includes('company-admin'))
        .map(({ permission }) => permission),
    ).length,
  ).toBeGreaterThan(5)
})
