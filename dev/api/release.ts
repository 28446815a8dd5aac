// `npm run release:api`: saves the API of the version in package.json when it is released. With a
// folder it saves that of another checkout, such as an earlier tag with its packages installed.
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packed, releasedFile, releasedFiles } from './released.ts'
import { surfaceOf } from './surface.ts'

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '../..'))
type Contracts = {
  everyEndpoint: Parameters<typeof surfaceOf>[1]
  commonProblems: Parameters<typeof surfaceOf>[2]
}
const contracts = async <K extends keyof Contracts>(file: string): Promise<Pick<Contracts, K>> =>
  await import(pathToFileURL(join(root, 'packages/contracts/src', file)).href)

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
}
const { everyEndpoint } = await contracts<'everyEndpoint'>('everything.ts')
const { commonProblems } = await contracts<'commonProblems'>('problem.ts')
const file = releasedFile(version)
for (const old of releasedFiles()) await rm(join(file, '..', old))
await writeFile(file, packed(surfaceOf(version, everyEndpoint, commonProblems)))
console.log(file)
