import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestDatabase } from '@rmtools/kit/testing'
import { generatedFiles, generatedFolder } from './generated.ts'
import { LINES, securityTests } from './security-tests.ts'

test('row types and the list of operations are as a freshly migrated database and the contracts have them: npm run generate', async () => {
  await using database = await createTestDatabase()
  const files = await generatedFiles(database.ownerUrl)
  expect(files.length).toBeGreaterThan(2)
  for (const { path, text } of files) expect(await readFile(path, 'utf8')).toBe(text)
  const paths = files.map(({ path }) => path)
  const left = await readdir(generatedFolder)
  expect(left.filter((name) => !paths.includes(join(generatedFolder, name)))).toEqual([])
})

test('every line of the safety requirements has a test that names it', () => {
  const named = new Set(securityTests().map(({ line }) => line))
  const missing = Array.from({ length: LINES }, (_, index) => index + 1).filter(
    (line) => !named.has(line),
  )
  expect(missing).toEqual([])
})
