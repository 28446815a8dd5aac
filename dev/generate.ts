// Writes the derived files that are committed, so that a review sees the change: row types, the
// list of operations, and others.
import { writeFile } from 'node:fs/promises'
import { generatedFiles } from './generated.ts'

for (const { path, text } of await generatedFiles()) {
  await writeFile(path, text)
  console.log(path)
}
