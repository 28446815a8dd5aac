// A closed loop of callers over kept-alive connections: what the machine can take, and how long the slowest wait.
import { Pool } from 'undici'

export type Measured = { rate: number; p50: number; p99: number; errors: number }

const WARM_UP_MS = 1500

/** Calls for `seconds`; `request` makes the next request. Rate a second, latencies in ms. */
export async function load(
  url: string,
  request: () => { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string },
  { callers, seconds }: { callers: number; seconds: number },
): Promise<Measured> {
  const pool = new Pool(url, { connections: callers, pipelining: 1 })
  const latencies: number[] = []
  let errors = 0
  const warm = performance.now() + WARM_UP_MS
  const end = warm + seconds * 1000
  const call = async () => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      const reply = await pool.request(request())
      await reply.body.dump()
      if (now < warm) continue
      latencies.push(performance.now() - now)
      if (reply.statusCode >= 400) errors++
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  await pool.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), errors }
}
