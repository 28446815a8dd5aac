// The life of a service process: settings, start, signals, graceful shutdown. Whatever ends it is
// logged.
import { readConfig, type ConfigOf, type Settings } from '../process/config.ts'
import { createLog, deploymentName, type Logger } from '../process/log.ts'

export type Running = AsyncDisposable

const STOP_WITHIN_MS = 10_000

export type Program<S extends Settings> = {
  readonly name: string
  readonly settings: S
  readonly env: Record<string, string | undefined>
  start(config: ConfigOf<S>, log: Logger): Promise<Running>
}

/**
 * Runs until SIGTERM or SIGINT, then disposes. A second signal, or ten seconds, ends it at once. So
 * does a signal during start-up, because as the first process of a container it has no default
 * signal handler.
 */
export async function runProgram<S extends Settings>({
  name,
  settings,
  env,
  start,
}: Program<S>): Promise<void> {
  const service = deploymentName(name)
  let log = createLog(service)
  const give = (error: unknown, message: string) => {
    log.fatal({ err: error }, message)
    process.exit(1)
  }
  process.on('uncaughtException', (error) => give(error, 'stopped by an uncaught error'))
  let running: Running | undefined
  let isStopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping || !running) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await running[Symbol.asyncDispose]()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  try {
    const config = settingsOf(settings, env, log)
    log = createLog(service, env['LOG_LEVEL'] || undefined)
    running = await start(config, log)
    log.info('ready')
  } catch (error) {
    give(error, error instanceof Error ? error.message : 'could not start')
  }
}

/** Ends the program with the faults of its settings; a stack trace would help nobody. */
function settingsOf<S extends Settings>(
  settings: S,
  env: Program<S>['env'],
  log: Logger,
): ConfigOf<S> {
  try {
    return readConfig(settings, env)
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : 'The configuration is not usable')
    return process.exit(1)
  }
}
