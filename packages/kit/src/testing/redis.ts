// A real Redis for tests, which stop, freeze and restart it. No test is skipped when it is missing.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { freePort } from '../database/local-postgres.ts'

export type TestRedis = AsyncDisposable & {
  readonly url: string
  start(): Promise<void>
  stop(): Promise<void>
  /** It keeps its connections but answers nothing. */
  freeze(): void
  thaw(): void
}

/**
 * A server on a port of its own, not yet started. Throws with a remedy if there is no redis-server
 * on the PATH.
 */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const stop = async () => {
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    server = undefined
  }
  return {
    url,
    async start() {
      await installRedis()
      server = spawn(
        'redis-server',
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        {
          stdio: 'ignore',
          env: ownClock(),
        },
      )
      await new Promise<void>((resolve, reject) => {
        server?.once('spawn', resolve)
        server?.once('error', (cause) =>
          reject(
            new Error('These tests need redis-server on the PATH: apt-get install redis-server', {
              cause,
            }),
          ),
        )
      })
      await untilReachable(url)
    },
    stop,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    [Symbol.asyncDispose]: stop,
  }
}

/**
 * Installs redis-server where that needs no confirmation: as root on Debian. Elsewhere the start
 * reports what is missing.
 */
async function installRedis(): Promise<void> {
  const run = async (command: string, ...args: string[]) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { ...ownClock(), DEBIAN_FRONTEND: 'noninteractive' },
    })
    const [code] = (await once(child, 'exit').catch(() => [1])) as [number]
    return code === 0
  }
  if ((await run('redis-server', '--version')) || process.getuid?.() !== 0) return
  await run('apt-get', 'update', '-qq')
  await run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'redis-server')
}

/**
 * Without the library that shifts the tests' clock: redis-server hangs with it, and only measures
 * durations.
 */
const ownClock = () => ({ ...process.env, LD_PRELOAD: '' })

async function untilReachable(url: string): Promise<void> {
  const probe = new Redis(url, { retryStrategy: () => 20 })
  probe.on('error', () => undefined)
  try {
    await probe.ping()
  } finally {
    probe.disconnect()
  }
}
