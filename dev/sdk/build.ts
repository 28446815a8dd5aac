// `npm run sdk`: builds the SDK as a package and packs it
// (packages/sdk/dist/rmtools-sdk-<version>.tgz). The result is self-contained: it refers to nothing
// in this repository.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { productVersion } from '@rmtools/kit/version'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const SDK = join(ROOT, 'packages/sdk')

const manifest = {
  name: '@rmtools/sdk',
  version: productVersion,
  description: 'The API of RMTools for programs in JavaScript and TypeScript',
  license: 'SEE LICENSE IN LICENSE',
  type: 'module',
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  types: './index.d.ts',
  files: ['*.js', '*.d.ts', 'operations'],
  sideEffects: false,
  engines: { node: '>=20.3' },
}

/** Builds the package in a folder; returns the path of the packed file. */
export async function buildSdk(into = join(SDK, 'dist')): Promise<string> {
  await rm(into, { recursive: true, force: true })
  await mkdir(into, { recursive: true })
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [tsc, '-p', join(SDK, 'tsconfig.build.json'), '--outDir', into])
  for (const name of await readdir(into, { recursive: true }))
    if (name.endsWith('.d.ts')) await withBuiltImports(join(into, name))
  await writeFile(join(into, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  for (const name of ['README.md', 'LICENSE']) await copyFile(join(SDK, name), join(into, name))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', into], { cwd: into })
  return join(into, packedIn(JSON.parse(stdout)))
}

/** npm returns a list, or an object by name, depending on its version. */
function packedIn(answer: unknown): string {
  const [packed] = Object.values(answer as Record<string, { filename: string }>)
  if (!packed) throw new Error('npm packed nothing')
  return packed.filename
}

/** The compiler rewrites the imports of code, but not those of types. */
async function withBuiltImports(path: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replaceAll(/(from '\.{1,2}\/[\w/-]+)\.ts'/g, "$1.js'"))
}

if (import.meta.main) console.log(await buildSdk())
