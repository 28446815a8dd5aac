// SECURITY 37: PostgreSQL is stopped abruptly and restarted under writers and readers, with nothing
// else restarted.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectBooksAgree } from './books.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { end, isRunning } from './endings.ts'
import { startWriters } from './writers.ts'
import type { System } from '../system.ts'

const AWAY_MS = 1500
const RECOVERED_WITHIN_MS = 5000
const TWO_MINUTES = 120_000

let system: System
beforeAll(async () => {
  // Durable, as in production: without it the test database could lose acknowledged writes.
  system = await throwAwaySystem({ arrangement: 'split', logLevel: 'warn' })
})
afterAll(async () => await system[Symbol.asyncDispose]())

type Answer = { status: number; retryAfter: string | null; ms: number }

async function ask(path: string, token: string | undefined): Promise<Answer> {
  const started = performance.now()
  const reply = await fetch(system.url + path, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined)
  await reply?.arrayBuffer()
  return {
    status: reply?.status ?? 0,
    retryAfter: reply?.headers.get('retry-after') ?? null,
    ms: performance.now() - started,
  }
}

/** Reads a list repeatedly, as a person would, until stopped. */
async function watch(
  path: string,
  token: string | undefined,
  stop: AbortSignal,
): Promise<Answer[]> {
  const answers: Answer[] = []
  while (!stop.aborted) {
    answers.push(await ask(path, token))
    await pause(20)
  }
  return answers
}

async function untilServed(token: string | undefined): Promise<number> {
  const started = performance.now()
  for (const path of ['/crm/leads', '/auth/notifications', '/health/ready'])
    while ((await ask(path, token)).status !== 200)
      if (performance.now() - started > 4 * RECOVERED_WITHIN_MS)
        throw new Error(`${path} did not come back`)
  return performance.now() - started
}

/** Stops and restarts the database; returns how long it takes until everything works again. */
async function breakAndRecover(signal: NodeJS.Signals, token: string | undefined): Promise<number> {
  await end(system.postgres.process, signal)
  await pause(AWAY_MS)
  await system.postgres.restart()
  return await untilServed(token)
}

describe('SECURITY 37, 47: the database goes away at once and comes back', () => {
  test(
    '503 meanwhile, nothing hangs, no service is restarted, nothing acknowledged is lost',
    async () => {
      const { accessToken } = await as(system, 'sari')
      const writers = await startWriters(system, 8)
      const stop = new AbortController()
      const watching = ['/crm/leads?limit=5', '/auth/notifications', '/idty/users'].map(
        async (path) => await watch(path, accessToken, stop.signal),
      )
      const before = new Map(system.programs)
      for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
        await writers.progress(60)
        expect(await breakAndRecover(signal, accessToken)).toBeLessThan(RECOVERED_WITHIN_MS)
      }
      await writers.progress(60)
      stop.abort()
      const answers = (await Promise.all(watching)).flat()
      const ledger = await writers.stop()

      expect(ledger.faults).toEqual([])
      expect(ledger.answers.get('gone')).toBeUndefined()
      expect(ledger.answers.get('503')).toBeGreaterThan(0)
      const odd = answers.filter(
        ({ status, retryAfter, ms }) =>
          ms > 5000 || !(status === 200 || (status === 503 && retryAfter !== null)),
      )
      expect([answers.some(({ status }) => status === 503), odd]).toEqual([true, []])
      for (const name of ['auth', 'crm', 'bff'])
        expect([
          name,
          isRunning(system, name),
          system.programs.get(name) === before.get(name),
        ]).toEqual([name, true, true])
      await expectBooksAgree(system, ledger)
    },
    TWO_MINUTES,
  )
})
