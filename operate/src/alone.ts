// Runs work in one process at a time: test files and a start beside them may want the same build.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `task` while no other process on this machine holds the lock file. The lock of a dead
 * process is void.
 */
export async function alone<R>(lock: string, task: () => Promise<R>): Promise<R> {
  await mkdir(dirname(lock), { recursive: true })
  for (;;) {
    const isOurs = await writeFile(lock, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (isOurs) break
    if (!isRunning(Number(await textOf(lock)))) await rm(lock, { force: true })
    else await sleep(200)
  }
  try {
    return await task()
  } finally {
    await rm(lock, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

const textOf = async (path: string) => await readFile(path, 'utf8').catch(() => '')
