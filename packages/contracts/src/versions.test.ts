import { expect, test } from 'vitest'
import { isOlder, isVersion } from './versions.ts'

test.each([
  ['0.9.9', '1.0.0', true],
  ['1.2.3', '1.10.0', true],
  ['1.2.3', '1.2.4', true],
  ['1.2.3', '1.2.3', false],
  ['2.0.0', '1.99.99', false],
  ['1.10.0', '1.9.9', false],
])('%s is older than %s: %s', (version, than, isSo) => {
  expect(isOlder(version, than)).toBe(isSo)
})

test.each(['1.2', '1.2.3.4', 'v1.2.3', '1.2.3-beta', '1.2.x', '', '1.2.123456'])(
  '%o is not a version',
  (text) => {
    expect(isVersion(text)).toBe(false)
    expect(() => isOlder(text, '1.0.0')).toThrow('is not a version')
  },
)
