// Builds the mobile app for browsers. Its packages are a gigabyte of pinned native code with their
// own lock file, so they are installed only for this build, after the rest of the product is up.
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { alone } from './alone.ts'
import { compress, hashOf, pagesOf, run } from './pages.ts'

export const mobileFolder = join(import.meta.dirname, '../../apps/mobile')
const work = join(mobileFolder, '.expo')
const installedMark = join(mobileFolder, 'node_modules/.rmtools-installed')
const MARK = '.built-from'
const lock = join(work, 'lock')

/** Keeps Expo offline, non-interactive and without telemetry. */
export const expoEnvironment = {
  EXPO_OFFLINE: '1',
  CI: '1',
  EXPO_NO_TELEMETRY: '1',
  EXPO_NO_GIT_STATUS: '1',
  NODE_ENV: 'production',
}

type OnStep = (step: string) => void
const quiet: OnStep = () => undefined

/** Runs a program from the mobile app's packages. Throws with its output if it fails. */
export async function runMobile(
  args: readonly string[],
  env: Record<string, string> = expoEnvironment,
  cwd = mobileFolder,
): Promise<void> {
  const [program = '', ...rest] = args
  await run(process.execPath, [join(mobileFolder, 'node_modules', program), ...rest], cwd, env)
}

/** Installs the mobile app's packages unless those of its lock file are installed. */
export async function installMobile(onStep: OnStep = quiet): Promise<void> {
  await alone(lock, async () => await install(onStep))
}

/** Builds the app for browsers unless the build matches the sources. */
export async function buildMobile(onStep: OnStep = quiet): Promise<void> {
  await alone(lock, async () => {
    const sources = hashOf(['apps/mobile', 'packages/look', 'packages/contracts'])
    if ((await textOf(join(pagesOf('mobile'), MARK))) === sources) return
    await install(onStep)
    await build(sources, onStep)
  })
}

async function install(onStep: OnStep): Promise<void> {
  const packages = createHash('sha256')
    .update(await readFile(join(mobileFolder, 'package-lock.json')))
    .digest('hex')
  if ((await textOf(installedMark)) === packages) return
  onStep('mobile app: installing its packages (once; about a minute)')
  const npm = process.env['npm_execpath']
  const [command = 'npm', ...first] = npm ? [process.execPath, npm] : ['npm']
  await run(
    command,
    [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    mobileFolder,
    { NODE_ENV: 'development' },
  )
  await writeFile(installedMark, packages)
}

async function build(sources: string, onStep: OnStep): Promise<void> {
  const started = performance.now()
  onStep('mobile app: building it for browsers (about a minute)')
  // The previous build is served until the new one is complete.
  const next = join(work, `next-${process.pid}`)
  await runMobile(['expo/bin/cli', 'export', '-p', 'web', '--output-dir', next])
  await listFiles(next, sources)
  await compress(next)
  await writeFile(join(next, MARK), sources)
  await rm(pagesOf('mobile'), { recursive: true, force: true })
  await rename(next, pagesOf('mobile'))
  onStep(`mobile app: ready after ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

/** Writes the list of the app's files into the service worker. */
async function listFiles(folder: string, version: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(
      (entry) => entry.isFile() && /\.(js|woff2|svg)$/.test(entry.name) && entry.name !== 'sw.js',
    )
    .map((entry) => `/app/${relative(folder, join(entry.parentPath, entry.name))}`)
  const worker = join(folder, 'sw.js')
  const text = await readFile(worker, 'utf8')
  await writeFile(
    worker,
    text.replace('__VERSION__', version).replace("['__FILES__']", JSON.stringify(files.toSorted())),
  )
}

const textOf = async (path: string) => await readFile(path, 'utf8').catch(() => '')
