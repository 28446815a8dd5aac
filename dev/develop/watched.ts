// Watches the services: a change to their sources restarts their process.
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { migrateDatabase } from '@rmtools/operate/migrate'
import type { ViteDevServer } from 'vite'
import type { System } from '../system.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = [
  'services/auth',
  'services/crm',
  'services/bff',
  'packages/contracts',
  'packages/kit',
  'packages/bib',
  'packages/look',
  'dev',
]
const COUNTS = /\.(ts|sql|json|csv)$/
/** Migrations and master data. */
const MIGRATES = /\.(sql|json|csv)$/
const DOES_NOT = /\.test\.ts$|[/\\](node_modules|dist|bench|browser|e2e|tour|cases)[/\\]/
/** Combines the changes of several saved files, or of a branch switch, into one restart. */
const GATHER_MS = 60
const END_WITHIN_MS = 700

export type Watched = {
  /** Resolves when the services are up; immediately if they are not restarting. */
  ready(): Promise<void>
}

/**
 * Restarts the services of a system when their sources change. `watcher` is Vite's, which runs
 * anyway.
 */
export function watchServices(
  system: System,
  watcher: ViteDevServer['watcher'],
  onStep: (step: string) => void,
): Watched {
  const changed = new Set<string>()
  let restarting: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const restart = async () => {
    while (changed.size > 0) {
      const files = [...changed]
      changed.clear()
      const started = performance.now()
      try {
        await end(system.programs.get('bff'))
        if (files.some((file) => MIGRATES.test(file))) await migrateDatabase(system.ownerUrl)
        const back = system.restart('bff')
        await Promise.race([back, endOf(system.programs.get('bff'))])
        onStep(`services: restarted in ${((performance.now() - started) / 1000).toFixed(1)} s`)
      } catch (error) {
        onStep(`services: not started. ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    restarting = undefined
  }
  const onChange = (file: string) => {
    if (!COUNTS.test(file) || DOES_NOT.test(file)) return
    changed.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => (restarting ??= restart()), GATHER_MS)
  }
  watcher.add(FOLDERS.map((folder) => join(ROOT, folder)))
  for (const event of ['change', 'add', 'unlink'] as const) watcher.on(event, onChange)
  return { ready: async () => await restarting }
}

/** Rejects when the process ends, because nothing need wait for one that cannot start. */
async function endOf(child: ChildProcess | undefined): Promise<never> {
  return await new Promise((_, failed) =>
    child?.once('exit', () =>
      failed(new Error('Its process ended; see above. The next change tries again.')),
    ),
  )
}

/** Lets a process finish its work, but not for long: in development no work is lost. */
async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
  await gone
  clearTimeout(timer)
}
