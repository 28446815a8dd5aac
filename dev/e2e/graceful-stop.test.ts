// SECURITY 41: a program is asked to stop while it is busy. Its callers use keep-alive connections
// through a balancer that checks readiness as Kubernetes does.
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { System } from '../system.ts'
import { expectBooksAgree } from './books.ts'
import { kill } from './endings.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { startWriters } from './writers.ts'

const OUT_WITHIN_MS = 10_000
const DRAIN_MS = 1500
const CONNECTIONS = 100
const ONE_MINUTE = 60_000

let system: System
beforeAll(async () => {
  system = await throwAwaySystem({
    arrangement: 'split',
    overrides: { DRAIN_MS: String(DRAIN_MS) },
  })
})
afterAll(async () => await system[Symbol.asyncDispose]())

/** The status, or the error code if there is no answer. */
async function get(
  path: string,
  token: string | undefined,
  agent?: Agent,
): Promise<number | string> {
  return await new Promise((answer) => {
    const asked = request(
      system.url + path,
      { ...(agent ? { agent } : { agent: false }), headers: { authorization: `Bearer ${token}` } },
      (reply) => {
        reply.resume()
        reply.once('end', () => answer(reply.statusCode ?? 0))
        reply.once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? error.message))
      },
    )
    asked.once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? error.message))
    asked.end()
  })
}

type Balancer = {
  isReady: boolean
  changed: { status: number | string; at: number }[]
  stop(): Promise<void>
}

/** Polls the readiness of the program over new connections and records every change. */
function balancer(): Balancer {
  const stopping = new AbortController()
  const seen: Balancer = {
    isReady: true,
    changed: [],
    stop: async () => void (stopping.abort(), await watching),
  }
  const watch = async () => {
    while (!stopping.signal.aborted) {
      const status = await get('/health/ready', undefined)
      if (status !== (seen.changed.at(-1)?.status ?? 200))
        seen.changed.push({ status, at: performance.now() })
      seen.isReady = status === 200
      await pause(50)
    }
  }
  const watching = watch()
  return seen
}

describe('SECURITY 41: asked to stop under load', () => {
  test(
    'the gateway turns unready first, answers every request it accepted over 100 kept-alive connections, and exits within ten seconds',
    async () => {
      const { accessToken } = await as(system, 'sari')
      const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
      const seen = balancer()
      const answers = new Map<number | string, number>()
      const loading = Array.from({ length: CONNECTIONS }, async () => {
        while (seen.isReady) {
          const answer = await get('/crm/leads?limit=20', accessToken, agent)
          answers.set(answer, (answers.get(answer) ?? 0) + 1)
        }
      })
      await pause(1000)
      const asked = performance.now()
      await kill(system, 'bff', 'SIGTERM')
      const outAfter = performance.now() - asked
      await Promise.all(loading)
      // It polls: if it is stopped immediately, it may miss the end.
      await vi.waitFor(() => expect(seen.changed.at(-1)?.status).toBe('ECONNREFUSED'), 5000)
      await seen.stop()
      agent.destroy()

      expect(Object.fromEntries(answers)).toEqual({ 200: expect.any(Number) })
      expect(answers.get(200)).toBeGreaterThan(2 * CONNECTIONS)
      // The system resets connections that are not accepted when the port closes; clients were
      // warned before.
      expect(
        seen.changed.map(({ status }) => status).filter((status) => status !== 'ECONNRESET'),
      ).toEqual([503, 'ECONNREFUSED'])
      expect(outAfter).toBeLessThan(OUT_WITHIN_MS)
      expect(system.programs.get('bff')?.exitCode).toBe(0)
      await system.restart('bff')
    },
    ONE_MINUTE,
  )

  test(
    'a service behind the gateway: at worst a 503 with Retry-After, and nothing is lost or done twice',
    async () => {
      const writers = await startWriters(system, 16)
      for (const name of ['crm', 'auth']) {
        await writers.progress(100)
        const asked = performance.now()
        await kill(system, name, 'SIGTERM')
        expect(performance.now() - asked).toBeLessThan(OUT_WITHIN_MS)
        expect([name, system.programs.get(name)?.exitCode]).toEqual([name, 0])
        await system.restart(name)
      }
      await writers.progress(100)
      const ledger = await writers.stop()
      expect(ledger.faults).toEqual([])
      expect(ledger.answers.get('gone')).toBeUndefined()
      await expectBooksAgree(system, ledger)
    },
    ONE_MINUTE,
  )
})
