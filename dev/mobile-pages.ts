// Builds the mobile app for browsers. Its packages are a gigabyte of pinned native code with a lock file of their own, so they are
// installed only when it is built, after the rest of the product is up.
import { createHash } from 'node:crypto'
import { access, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compress, hashOf, pagesOf, run } from './pages.ts'

const folder = join(import.meta.dirname, '../apps/mobile')
const installedMark = join(folder, 'node_modules/.rmtools-installed')
const MARK = '.built-from'

/** Without a network, without questions, without telling anybody. */
export const expoEnvironment = { EXPO_OFFLINE: '1', CI: '1', EXPO_NO_TELEMETRY: '1', NODE_ENV: 'production' }

/** What the app is made of; a change in any of it is another build. */
export const mobileSources = () => hashOf(['apps/mobile', 'packages/look', 'packages/contracts'])

/** Runs one of the programs that the mobile app's packages bring. Throws with its output when it fails. */
export async function runMobile(args: readonly string[], env: Record<string, string> = expoEnvironment): Promise<void> {
  const [program = '', ...rest] = args
  await run(process.execPath, [join(folder, 'node_modules', program), ...rest], folder, env)
}

/** Installs the packages of the mobile app unless those of its lock file are there. */
export async function installMobile(onStep: (step: string) => void = () => undefined): Promise<void> {
  const lock = createHash('sha256')
    .update(await readFile(join(folder, 'package-lock.json')))
    .digest('hex')
  if ((await readFile(installedMark, 'utf8').catch(() => '')) === lock) return
  onStep('mobile app: installing its packages (once; about a minute)')
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm']
  await run(command ?? 'npm', [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  await writeFile(installedMark, lock)
}

/** Builds the app for browsers unless its build is of these very sources. */
export async function buildMobile(onStep: (step: string) => void = () => undefined): Promise<void> {
  const sources = mobileSources()
  if ((await readFile(join(pagesOf('mobile'), MARK), 'utf8').catch(() => '')) === sources) return
  await installMobile(onStep)
  const started = performance.now()
  onStep('mobile app: building it for browsers (about a minute)')
  // What was built before is served until there is something better.
  const next = join(folder, `.expo/next-${process.pid}`)
  await runMobile(['expo/bin/cli', 'export', '-p', 'web', '--output-dir', next])
  await access(join(next, 'index.html'))
  await compress(next)
  await writeFile(join(next, MARK), sources)
  await rm(pagesOf('mobile'), { recursive: true, force: true })
  await rename(next, pagesOf('mobile'))
  onStep(`mobile app: ready after ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
