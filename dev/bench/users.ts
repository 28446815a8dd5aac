// Virtual users as people are: each thinks between two requests, over a mix of what a working day asks.
import { Pool } from 'undici'
import { benchCompany, benchToken } from './actors.ts'
import type { Bench, Line } from './harness.ts'

const THINK_MS = 10_000
const SECONDS = 20

/** What is asked, and how often of a hundred times. */
const mix: readonly (readonly [share: number, path: string])[] = [
  [40, '/crm/leads?limit=20'],
  [15, '/crm/investors?limit=20'],
  [10, '/crm/instructions?limit=20'],
  [10, '/auth/notifications'],
  [10, '/products'],
  [10, '/crm/leads?limit=20&status=qualified'],
  [5, '/crm/banks'],
]

/** The slowest hundredth of the answers to so many users. */
export async function virtualUsers(bench: Bench, users: number, barMs: number): Promise<Line> {
  const pool = new Pool(bench.url, { connections: Math.min(users, 256), pipelining: 1 })
  const tokens = Array.from({ length: 10 }, (_, index) => benchToken(bench.signingKeys, [benchCompany(index)]))
  const latencies: number[] = []
  let errors = 0
  const end = performance.now() + SECONDS * 1000
  const one = async (number: number) => {
    await sleep(Math.random() * THINK_MS)
    while (performance.now() < end) {
      const started = performance.now()
      const reply = await pool.request({
        method: 'GET',
        path: pathOf(Math.random() * 100),
        headers: { authorization: `Bearer ${tokens[number % 10]}` },
      })
      await reply.body.dump()
      latencies.push(performance.now() - started)
      if (reply.statusCode >= 400) errors++
      await sleep(THINK_MS * (0.5 + Math.random()))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, number) => one(number)))
  await pool.close()
  latencies.sort((a, b) => a - b)
  const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? 0
  const value = `p99 ${p99.toFixed(1)} ms over ${latencies.length} answers, ${errors} errors`
  return {
    what: `${users} users who think ${THINK_MS / 1000} s between requests`,
    value,
    bar: `p99 <= ${barMs} ms, no errors`,
    holds: p99 <= barMs && errors === 0,
  }
}

function pathOf(draw: number): string {
  let sum = 0
  return mix.find(([share]) => (sum += share) > draw)?.[1] ?? '/crm/leads'
}

const sleep = async (ms: number) => await new Promise((done) => setTimeout(done, ms))
