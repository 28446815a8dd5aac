import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createTestDatabase } from '@rmtools/kit/testing'
import { generatedFiles } from './generated.ts'

test('row types and the list of operations are as a freshly migrated database and the contracts have them: npm run generate', async () => {
  await using database = await createTestDatabase()
  const files = await generatedFiles(database.ownerUrl)
  expect(files.length).toBeGreaterThan(2)
  for (const { path, text } of files) expect(await readFile(path, 'utf8')).toBe(text)
})
