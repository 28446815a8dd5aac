import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeEnvironment, nodeFlags } from '@rmtools/operate/node-flags'
import type { Environments } from './environment.ts'

const ROOT = join(import.meta.dirname, '..')
const execute = promisify(execFile)
const COMPILE_CACHE = join(ROOT, 'node_modules/.cache/rmtools-compile')
export type ProgramOptions = { directory: string; logLevel: string; logFile?: string }

/** The clock that `npm run test:days` moves, so that every program has the same date. */
function movedClock(): Record<string, string> {
  const names = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC']
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  )
}

/** The programs of an installation by name: started, restarted, stopped. */
export class Programs {
  readonly running = new Map<string, ChildProcess>()
  readonly #environments: Environments
  readonly #options: ProgramOptions
  readonly #logFile: number | undefined
  readonly #commands = new Map<string, () => void>()

  constructor(environments: Environments, options: ProgramOptions) {
    this.#environments = environments
    this.#options = options
    this.#logFile = options.logFile === undefined ? undefined : openSync(options.logFile, 'a')
  }

  start(
    name: keyof Environments,
    file: string,
    extra: Record<string, string> = {},
    flags: readonly string[] = nodeFlags,
  ): void {
    const launch = () => {
      const env = {
        PATH: process.env['PATH'] ?? '',
        ...movedClock(),
        NODE_ENV: process.env['NODE_ENV'] ?? 'development',
        LOG_LEVEL: this.#options.logLevel,
        // Caches compiled code: a warm start is faster, and never loads the type stripper, which
        // takes 16 MB.
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...nodeEnvironment,
        ...this.#environments[name],
        ...extra,
      }
      // In its own process group, so that Ctrl-C reaches only us and we stop it in order.
      const child = spawn(process.execPath, [...flags, join(ROOT, file)], {
        cwd: ROOT,
        env,
        stdio: ['ignore', ...this.#output(name)],
        detached: true,
      })
      this.running.set(name, child)
      this.#note()
    }
    this.#commands.set(name, launch)
    launch()
  }

  #output(name: keyof Environments): ['ignore' | 'inherit' | number, 'inherit' | number] {
    if (this.#logFile !== undefined && name !== 'bib') return [this.#logFile, this.#logFile]
    return [name === 'bib' || this.#options.logLevel === 'silent' ? 'ignore' : 'inherit', 'inherit']
  }

  restart(name: string): void {
    this.#commands.get(name)?.()
  }

  async stop(): Promise<void> {
    // The gateway first, then the services behind it.
    for (const child of [...this.running.values()].toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
    }
    if (this.#logFile !== undefined) closeSync(this.#logFile)
    rmSync(noteIn(this.#options.directory), { force: true })
  }

  /** Records the processes to end, in case this process is killed first. */
  #note(): void {
    writeFileSync(
      noteIn(this.#options.directory),
      JSON.stringify([...this.running.values()].map(({ pid }) => pid)),
    )
  }
}

const noteIn = (directory: string) => join(directory, 'programs.json')

/**
 * Ends the programs of an earlier run that was killed: they would continue to use the same data.
 */
export async function stopLeftovers(directory: string): Promise<void> {
  const pids = JSON.parse(await readFile(noteIn(directory), 'utf8').catch(() => '[]')) as number[]
  for (const pid of pids) {
    // The process id may have been reused: only processes of this checkout are ended.
    if ((await commandOf(pid)).includes(ROOT)) process.kill(pid, 'SIGKILL')
  }
}

/**
 * The command line of a process; empty if it does not exist. A small machine has no ps, a Mac has
 * no /proc.
 */
async function commandOf(pid: number): Promise<string> {
  const known = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (known !== '') return known
  return await execute('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout,
    () => '',
  )
}
