// A closed loop of callers over keep-alive connections: with wrk if installed, since it needs
// little processor time; otherwise with our own loop, which competes with the product for the two
// cores.
import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Pool } from 'undici'

export type Measured = {
  tool: 'wrk' | 'undici'
  rate: number
  p50: number
  p99: number
  errors: number
}
export type Call = {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

/**
 * Placeholder that is replaced by a unique number in every call, for bodies and keys that must
 * differ.
 */
export const UNIQUE = '@@@@@@@@'

const execute = promisify(execFile)
const WARM_UP_SECONDS = 2

/** Repeats the call for `seconds`. Returns the rate per second and the latencies in ms. */
export async function load(
  url: string,
  call: Call,
  { callers, seconds }: { callers: number; seconds: number },
): Promise<Measured> {
  const hasWrk = await execute('wrk', ['-v']).then(
    () => true,
    // wrk exits with status 1 when asked for its version.
    (error: { stdout?: string }) => error.stdout?.startsWith('wrk') ?? false,
  )
  const measure = hasWrk ? byWrk : byUndici
  await measure(url, call, { callers, seconds: WARM_UP_SECONDS })
  return await measure(url, call, { callers, seconds })
}

type Size = { callers: number; seconds: number }
let base = Date.now() % 1_000_000

async function byWrk(url: string, call: Call, { callers, seconds }: Size): Promise<Measured> {
  const script = join(await mkdtemp(join(tmpdir(), 'rmtools-bench-')), 'call.lua')
  base += 1_000_000
  const text = (value: string) => `[==[${value}]==]`
  const headers = Object.entries(call.headers).map(
    ([name, value]) => `  h[ ${text(name)} ] = fill(${text(value)})`,
  )
  await writeFile(
    script,
    `local n = ${base}
local function fill(s) return (s:gsub("${UNIQUE}", function() return string.format("%08d", n % 100000000) end)) end
request = function()
  n = n + 1
  local h = {}
${headers.join('\n')}
  return wrk.format("${call.method}", ${text(call.path)}, h, ${call.body === undefined ? 'nil' : `fill(${text(call.body)})`})
end
done = function(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
`,
  )
  const { stdout } = await execute('wrk', [
    '-t',
    '1',
    '-c',
    String(callers),
    '-d',
    `${seconds}s`,
    '-s',
    script,
    url,
  ])
  const [requests = 0, micros = 1, p50 = 0, p99 = 0, errors = 0] = (
    /RESULT (.+)/.exec(stdout)?.[1] ?? ''
  )
    .split(' ')
    .map(Number)
  return { tool: 'wrk', rate: (requests / micros) * 1e6, p50: p50 / 1000, p99: p99 / 1000, errors }
}

async function byUndici(url: string, call: Call, { callers, seconds }: Size): Promise<Measured> {
  const pool = new Pool(url, { connections: callers, pipelining: 1 })
  const latencies: number[] = []
  let errors = 0
  const end = performance.now() + seconds * 1000
  const one = async () => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      const number = String(base++).padStart(8, '0')
      const fill = (text: string) => text.replaceAll(UNIQUE, number)
      const headers = Object.fromEntries(
        Object.entries(call.headers).map(([name, value]) => [name, fill(value)]),
      )
      const reply = await pool.request({
        ...call,
        headers,
        ...(call.body === undefined ? {} : { body: fill(call.body) }),
      })
      await reply.body.dump()
      latencies.push(performance.now() - now)
      if (reply.statusCode >= 400) errors++
    }
  }
  await Promise.all(Array.from({ length: callers }, one))
  await pool.close()
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { tool: 'undici', rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), errors }
}
