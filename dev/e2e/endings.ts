// Ends programs of an installation abruptly.
import type { ChildProcess } from 'node:child_process'
import type { System } from '../system.ts'

/**
 * Kills a program, without a chance to clean up unless another signal is given; resolves when it is
 * gone.
 */
export async function kill(
  system: System,
  name: string,
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  const child = system.programs.get(name)
  if (!child) throw new Error(`there is no program ${name}`)
  await end(child, signal)
}

/** Ends a process; resolves when it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('it has ended already')
  const gone = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await gone
}

/** Whether a started program is still running. */
export function isRunning(system: System, name: string): boolean {
  const child = system.programs.get(name)
  return child !== undefined && child.exitCode === null && child.signalCode === null
}
