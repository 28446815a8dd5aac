import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createTestDatabase } from '@rmtools/kit/testing'
import { generatedFiles } from './generated.ts'
import { LINES, securityTests } from './security-tests.ts'

test('row types and the list of operations are as a freshly migrated database and the contracts have them: npm run generate', async () => {
  await using database = await createTestDatabase()
  const files = await generatedFiles(database.ownerUrl)
  expect(files.length).toBeGreaterThan(2)
  for (const { path, text } of files) expect(await readFile(path, 'utf8')).toBe(text)
})

test('every line of the safety requirements has a test that names it', () => {
  const named = new Set(securityTests().map(({ line }) => line))
  const missing = Array.from({ length: LINES }, (_, index) => index + 1).filter(
    (line) => !named.has(line),
  )
  expect(missing).toEqual([])
})
