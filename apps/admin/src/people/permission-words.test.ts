import { expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { grouped, permissionWord } from './permission-words.ts'

const permissions = [...new Set(everyEndpoint.flatMap(({ spec: { access } }) => (typeof access === 'object' ? [access.permission] : [])))]

test('every permission of the contracts is in a group and has words', () => {
  expect(permissions.length).toBeGreaterThan(30)
  expect(
    grouped(permissions)
      .flatMap((group) => group.permissions)
      .toSorted(),
  ).toEqual(permissions.toSorted())
  expect(permissions.filter((permission) => permissionWord(permission).en === permission)).toEqual([])
})
