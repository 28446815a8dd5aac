// Runs before every npm script, on whatever Node runs npm (20 or newer): installs what is missing,
// including the project's own Node. Plain JavaScript, because that Node may not support TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const bin = join(root, 'node_modules', '.bin')
const mark = join(root, 'node_modules', '.rmtools-installed')
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock || !existsSync(join(bin, 'node'))) {
  console.log('Installing packages, Node included (once; about a minute) …')
  // Uses the npm that started us, whose path is in npm_execpath.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [command, ...args] = [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: bin + delimiter + process.env.PATH },
  })
  if (status !== 0) {
    console.error('The packages could not be installed; see above. Is the npm registry reachable?')
    process.exit(1)
  }
  provideAtomics()
  writeFileSync(mark, lock)
}

/** Provides the library for atomic operations, which the project's Node needs and a minimal Debian lacks. */
function provideAtomics() {
  const { status, stderr } = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' })
  if (status === 0) return
  if (process.getuid?.() === 0 && /libatomic/.test(stderr)) {
    console.log('Installing libatomic1, which Node needs …')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    if (
      spawnSync('apt-get', ['install', '-y', '-qq', 'libatomic1'], { stdio: 'inherit' }).status ===
      0
    )
      return
  }
  console.error(`The project's Node does not start: ${stderr}On Debian: apt-get install libatomic1`)
  process.exit(1)
}
