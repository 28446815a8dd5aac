// Builds the browser apps whose sources changed since the last build, and stores compressed copies
// beside the files: brotli and gzip run once, not for every request.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { alone } from './alone.ts'

const root = join(import.meta.dirname, '../..')

export type WebApp = 'admin' | 'investor'

/** The output folder of an app. */
export const pagesOf = (app: WebApp | 'mobile') => join(root, 'apps', app, 'dist')

/** Builds an app unless its build matches the sources. Throws with the bundler's output. */
export async function buildPages(app: WebApp): Promise<void> {
  await alone(join(root, `node_modules/.cache/rmtools/${app}.lock`), async () => await build(app))
}

async function build(app: WebApp): Promise<void> {
  const mark = join(pagesOf(app), '.built-from')
  const sources = hashOf([
    `apps/${app}`,
    'packages/look',
    'packages/contracts',
    'package-lock.json',
  ])
  if ((await readFile(mark, 'utf8').catch(() => '')) === sources) return
  await run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    join(root, 'apps', app),
    {
      // Set here because tests build too: React's development build is twice as large.
      NODE_ENV: 'production',
    },
  )
  await compress(pagesOf(app))
  await writeFile(mark, sources)
}

/** A hash over the files below the paths, without installed packages and build output. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesBelow(join(root, path)))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

const skipped = /^(node_modules|dist|\.expo|\.data)$|\.test\.tsx?$/

function filesBelow(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .filter(({ name }) => !skipped.test(name))
      .flatMap((entry) =>
        entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
      )
  } catch {
    return [path]
  }
}

/** Runs a command and resolves when it succeeds. Throws with its output if it fails. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => output.push(part.toString()))
  const status = await new Promise<number | null>((done, failed) =>
    child.once('close', done).once('error', failed),
  )
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${output.join('').slice(-4000)}`)
}

const compressible = /\.(js|css|html|svg|json|wasm|ttf)$/
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** Stores a .br and a .gz beside every file that they make smaller. */
export async function compress(folder: string): Promise<void> {
  await access(folder)
  for (const file of await readdir(folder, { recursive: true })) {
    // The shell gets a nonce with each request, so it is sent uncompressed.
    if (!compressible.test(file) || file === 'index.html') continue
    const path = join(folder, file)
    const bytes = await readFile(path)
    const options = {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }
    const [br, gz] = await Promise.all([brotli(bytes, options), zip(bytes, { level: 9 })])
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
  }
}
