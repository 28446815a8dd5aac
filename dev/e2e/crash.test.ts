// SECURITY 36: programs are killed without warning while sixteen writers work. ROUNDS sets the
// number of rounds.
import { availableParallelism, loadavg } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '../system.ts'
import { expectBooksAgree } from './books.ts'
import { throwAwaySystem } from './throw-away-system.ts'
import { kill } from './endings.ts'
import { startWriters } from './writers.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
const PROGRAMS = ['crm', 'bff', 'auth']
const READY_WITHIN_MS = 3000
const TWO_MINUTES = 120_000

/** Processes per processor: on a machine that is busy with other tests everything takes longer. */
const crowd = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())

let system: System
beforeAll(async () => {
  system = await throwAwaySystem({ arrangement: 'split' })
})
afterAll(async () => await system[Symbol.asyncDispose]())

describe('SECURITY 36, 47: kill -9 under sixteen writers', () => {
  test(
    'loses nothing that was acknowledged, does nothing twice, and each program is back in three seconds',
    async () => {
      const writers = await startWriters(system, 16)
      const back: [string, number][] = []
      for (let round = 0; round < ROUNDS; round++)
        for (const name of PROGRAMS) {
          await writers.progress(60)
          await kill(system, name)
          const started = performance.now()
          await system.restart(name)
          back.push([name, Math.round(performance.now() - started)])
        }
      await writers.progress(60)
      const ledger = await writers.stop()
      expect(ledger.faults).toEqual([])
      // Some requests must have been cut off, or the test proves nothing.
      expect(ledger.answers.get('gone')).toBeGreaterThan(0)
      expect(ledger.answers.get('503')).toBeGreaterThan(0)
      await expectBooksAgree(system, ledger)
      for (const name of PROGRAMS) {
        const quickest = Math.min(...back.filter(([one]) => one === name).map(([, ms]) => ms))
        expect(quickest, `${name} was back after ${quickest} ms`).toBeLessThan(
          READY_WITHIN_MS * crowd(),
        )
      }
    },
    TWO_MINUTES + ROUNDS * 20_000,
  )
})
