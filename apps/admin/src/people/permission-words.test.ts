import { expect, test } from 'vitest'
import { bookAll } from '@rmtools/contracts/auth'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { grouped, permissionWord } from './permission-words.ts'

const ofEndpoints = everyEndpoint.flatMap(({ spec: { access } }) =>
  typeof access === 'object' ? [access.permission] : [],
)
const permissions = [...new Set([...ofEndpoints, bookAll.permission])]

test('every permission of the contracts is in a group and has words', () => {
  expect(permissions.length).toBeGreaterThan(30)
  expect(
    grouped(permissions)
      .flatMap((group) => group.permissions)
      .toSorted(),
  ).toEqual(permissions.toSorted())
  expect(permissions.filter((permission) => permissionWord(permission).en === permission)).toEqual(
    [],
  )
})
