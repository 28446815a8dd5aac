import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isVersion } from '@rmtools/contracts/versions'
import { productVersion } from '@rmtools/kit/version'
import { expect, test } from 'vitest'

test('the app says the version of the product, by which an installation decides whether it serves it', () => {
  const text = readFileSync(join(import.meta.dirname, '../apps/mobile/app.json'), 'utf8')
  const { expo } = JSON.parse(text) as { expo: { version: string } }
  expect(expo.version).toBe(productVersion)
  expect(isVersion(expo.version)).toBe(true)
})
