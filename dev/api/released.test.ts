import { everyEndpoint } from '@rmtools/contracts/everything'
import { commonProblems } from '@rmtools/contracts/problem'
import { productVersion } from '@rmtools/kit/version'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { acceptedBreaks } from './accepted-breaks.ts'
import { breaksOf } from './breaks.ts'
import { packed, readReleased, releasedFile, releasedFiles, unpacked } from './released.ts'
import { surfaceOf } from './surface.ts'

const now = surfaceOf(productVersion, everyEndpoint, commonProblems)

test('the API of the version in package.json lies in the tree: npm run release:api', () => {
  expect(releasedFiles()).toEqual([basename(releasedFile(productVersion))])
  const released = readReleased(productVersion)
  expect(released.version).toBe(productVersion)
  expect(Object.keys(released.operations).length).toBeGreaterThan(150)
})

test('what was packed is read as it was', () => {
  expect(unpacked(packed(now))).toEqual(now)
})

test('nothing has broken since the release but what was accepted with its reason', () => {
  // Today's date only decides whether a sunset has passed, which never reverts.
  const today = new Date().toISOString().slice(0, 10)
  const breaks = breaksOf(readReleased(productVersion), now, today).map(
    ({ operation, at, what }) => `${operation} ${at}: ${what}`,
  )
  const accepted = acceptedBreaks.flatMap(({ what, parts }) =>
    parts.map((part) => `${part}: ${what}`),
  )
  expect(breaks.filter((one) => !accepted.includes(one))).toEqual([])
  // An accepted break that no longer exists would hide the next one.
  expect(accepted.filter((one) => !breaks.includes(one))).toEqual([])
})

test('every accepted break has a reason that says more than that it happened', () => {
  expect(acceptedBreaks.filter(({ reason }) => reason.length < 40)).toEqual([])
})
