// A running `npm start` leaves a note for the other commands with its addresses. There is no note
// while the product is not running.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from './data-folder.ts'

export type Running = {
  url: string
  bibUrl: string
  bibApiKey: string
  authDatabaseUrl: string
  auditHeadFile: string
  publicKeys: { kid: string; publicKey: string }[]
}

const file = join(dataFolder, 'running.json')

/** Writes the note. */
export async function noteRunning(running: Running): Promise<void> {
  await writeFile(file, JSON.stringify(running), { mode: 0o600 })
}

/** Removes the note. */
export async function forgetRunning(): Promise<void> {
  await rm(file, { force: true })
}

/** The product that runs on this data folder, if any. */
export async function runningHere(): Promise<Running | undefined> {
  try {
    const running = JSON.parse(await readFile(file, 'utf8')) as Running
    return (await fetch(`${running.url}/health/live`)).ok ? running : undefined
  } catch {
    // No note, or one from a run that was killed.
    return undefined
  }
}

/**
 * Throws if the product runs on this data folder: a second one would take the database from the
 * first.
 */
export async function refuseSecond(): Promise<void> {
  const other = await runningHere()
  if (other)
    throw new Error(
      `RMTools runs from this folder already: ${other.url}/admin/. Stop that one first (Ctrl-C in its terminal).`,
    )
}

/**
 * Ends the program in order at Ctrl-C or SIGTERM: removes the note, then runs `close`. A second
 * signal ends it immediately.
 */
export function stopOnSignals(close: () => Promise<void>): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    console.log('\nStopping …')
    setTimeout(() => process.exit(1), 20_000).unref()
    await forgetRunning()
    await close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

/** The note; ends the program with a hint if the product is not running. */
export async function findRunning(): Promise<Running> {
  const running = await runningHere()
  if (running) return running
  console.error('RMTools is not running here. Start it in another terminal: npm start')
  process.exit(1)
}
