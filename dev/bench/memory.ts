import { readFile } from 'node:fs/promises'
import { benchCompany, benchToken } from './actors.ts'
import { startBench, type Line } from './harness.ts'
import { load } from './load.ts'

const BAR_MB = 150

/** Resident memory of each service under load, in separate processes. */
export async function memory(directory: string): Promise<Line[]> {
  await using bench = await startBench(directory, 'split')
  const headers = {
    authorization: `Bearer ${await benchToken(bench.signingKeys, [benchCompany(3)])}`,
  }
  for (const path of ['/crm/leads?limit=20', '/auth/notifications'])
    await load(bench.url, { method: 'GET', path, headers }, { callers: 32, seconds: 4 })
  return await Promise.all(
    ['auth', 'crm', 'bff'].map(async (name) => {
      const status = await readFile(`/proc/${bench.pids[name]}/status`, 'utf8')
      const megabytes = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
      return {
        what: `resident at load, ${name}`,
        value: `${megabytes} MB`,
        bar: `<= ${BAR_MB} MB`,
        holds: megabytes <= BAR_MB,
      }
    }),
  )
}
