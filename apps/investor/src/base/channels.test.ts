import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')

test('no page says itself by which channel a message goes: the company and the client choose it', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  expect(files.length).toBeGreaterThan(80)
  const naming = files.filter((file) =>
    /\bSMS\b|WhatsApp/.test(readFileSync(join(source, file), 'utf8')),
  )
  expect(naming).toEqual([])
})
