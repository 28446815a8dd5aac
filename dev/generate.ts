// Writes the derived files that are committed, so that a review sees the change: row types, the
// list of operations, and others.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { generatedFiles, generatedFolder } from './generated.ts'

const files = await generatedFiles()
await rm(generatedFolder, { recursive: true, force: true })
await mkdir(generatedFolder)
for (const { path, text } of files) {
  await writeFile(path, text)
  console.log(path)
}
