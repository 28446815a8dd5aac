// `npm test`: every check and every test, the cheap ones first. `-- quick` runs the checks and the
// tests that need no database, `-- parts` also those that need one but not the whole product,
// `-- check` no test; other arguments go to vitest unchanged: files, projects, names.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installMobile } from '@rmtools/operate/mobile-pages'

const ROOT = join(import.meta.dirname, '..')
const VITEST = ['vitest', 'run']

/** A check: its name and the program with its arguments, from the project's packages. */
type Check = readonly [name: string, ...command: string[]]

// Two at a time, one per core; the order decides which failure is printed first.
const first: readonly (readonly Check[])[] = [
  [
    ['format', 'oxfmt', '--check', '.'],
    ['lint', 'oxlint', '--deny-warnings'],
    ['cognitive complexity', 'biome', 'lint', '--max-diagnostics=none', '.'],
  ],
  [
    ['types of services and tools', 'tsc', '--noEmit'],
    ['types of the console and the investor’s pages', 'tsc', '--noEmit', '-p', 'apps'],
  ],
  [['English of comments, documents and texts', 'node', 'dev/prose/main.ts']],
]

// These read the packages of the mobile app, so they wait for their installation.
const withMobile: readonly Check[] = [
  ['unused exports, files and packages', 'knip', '--no-progress', '--treat-config-hints-as-errors'],
  ['types of the mobile app', 'node', 'dev/mobile-types.ts'],
]

const projects = {
  quick: ['--project', 'pure'],
  parts: ['--project', 'pure', '--project', 'parts'],
} as const

const [what, ...rest] = process.argv.slice(2)
const status = await main()
process.exit(status)

async function main(): Promise<number> {
  if (what === undefined) return (await check()) || (await inherit(VITEST))
  if (what === 'check') return await check()
  if (what === 'quick' || what === 'parts')
    return (await check()) || (await inherit([...VITEST, ...projects[what], ...rest]))
  return await inherit([...VITEST, what, ...rest])
}

/** Runs all checks and reports each; returns 0 if all pass. */
async function check(): Promise<number> {
  // The app's packages are installed before the checks that read them, because a check that finds
  // nothing to check must not pass.
  const installed = installMobile((step) => console.log(step))
  installed.catch(() => undefined)
  for (const round of first) if (!(await all(round))) return 1
  await installed
  return (await all(withMobile)) ? 0 : 1
}

async function all(round: readonly Check[]): Promise<boolean> {
  const results = await Promise.all(
    round.map(async ([name, ...command]) => ({ name, ...(await capture(command)) })),
  )
  for (const { name, code, output, seconds } of results)
    console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output}`)
  return results.every(({ code }) => code === 0)
}

async function capture([program = '', ...args]: readonly string[]): Promise<{
  code: number
  output: string
  seconds: string
}> {
  const started = performance.now()
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => output.push(part))
  const code = await ended(child)
  return {
    code,
    output: Buffer.concat(output).toString(),
    seconds: ((performance.now() - started) / 1000).toFixed(1),
  }
}

async function inherit([program = '', ...args]: readonly string[]): Promise<number> {
  return await ended(spawn(program, args, { cwd: ROOT, stdio: 'inherit' }))
}

async function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return await new Promise<number>((done, failed) =>
    child.once('close', (code) => done(code ?? 1)).once('error', failed),
  )
}
