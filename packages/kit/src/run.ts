// The life of a service process: start, signals, graceful stop.
import type { Logger } from './log.ts'

export type Running = AsyncDisposable

const STOP_WITHIN_MS = 10_000

/** Runs until SIGTERM or SIGINT, then disposes. A second signal, or ten seconds, ends it at once. */
export async function runUntilSignal(log: Logger, start: () => Promise<Running>): Promise<void> {
  let running: Running
  try {
    running = await start()
  } catch (error) {
    log.fatal({ err: error }, error instanceof Error ? error.message : 'could not start')
    process.exitCode = 1
    setTimeout(() => process.exit(1), 100).unref()
    return
  }
  let isStopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await running[Symbol.asyncDispose]()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
