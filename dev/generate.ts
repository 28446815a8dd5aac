// Writes what is derived and committed, so that a review sees the change: row types and the list of operations.
import { writeFile } from 'node:fs/promises'
import { generatedFiles } from './generated.ts'

for (const { path, text } of await generatedFiles()) {
  await writeFile(path, text)
  console.log(path)
}
