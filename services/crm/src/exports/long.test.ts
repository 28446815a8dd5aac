// Exports of very many rows, over the network as bff reads them.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { streamXlsxRows } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '@rmtools/kit/log'
import { serveHttp, type FastifyInstance } from '@rmtools/kit/http'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

const LEADS = 60_000
const MEGABYTE = 1024 * 1024
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

let world: CrmWorld
let http: FastifyInstance
beforeAll(async () => {
  world = await createCrmWorld()
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, interest, created_at)
     select $1, $2, 'Banyak ' || n, '+62899' || lpad(n::text, 8, '0'), repeat('minat ', 40), now() - n * interval '1 second'
     from generate_series(1, $3::int) n`,
    [company, people.rina.id, LEADS],
  )
  await world.rows('analyze crm_bib.lead')
  http = serveHttp(world.service, { log: createLog('crm', 'silent'), serviceKey: 'key' })
  await http.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await http.close()
  await world[Symbol.asyncDispose]()
})

const ask = async (path: string) =>
  await fetch(http.listeningOrigin + path, {
    headers: { authorization: 'Bearer agus', 'x-service-key': 'key' },
  })
const ending = async () =>
  (
    await world.rows(
      `select after from auth_bib.auth_user_action_log where action = 'export-end' order by id desc limit 1`,
    )
  )[0]

/** Live heap of this process, in megabytes. */
function alive(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / MEGABYTE
}

test(
  'every row is in the file, and the process holds but a few of them at a time',
  { timeout: 120_000 },
  async () => {
    const reply = await ask('/crm/leads.csv')
    const before = alive()
    const names = new Set<string>()
    let [bytes, most, rest, parts] = [0, 0, '', 0]
    const decoder = new TextDecoder()
    for await (const part of reply.body ?? []) {
      bytes += part.length
      const lines = (rest + decoder.decode(part, { stream: true })).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) names.add(line.slice(0, line.indexOf(',')))
      if (++parts % 50 === 0) most = Math.max(most, alive())
    }
    // Including the header row.
    expect(names.size).toBe(LEADS + 1)
    expect(bytes).toBeGreaterThan(18 * MEGABYTE)
    // The names themselves are kept here; the whole file in memory would take about 60.
    expect(most - before).toBeLessThan(15)
    expect(await ending()).toMatchObject({ after: { rows: LEADS, isComplete: true } })
  },
)

test('as an Excel file it can be read to its end', { timeout: 120_000 }, async () => {
  const reply = await ask('/crm/leads.xlsx')
  let rows = 0
  for await (const { values } of streamXlsxRows(new Uint8Array(await reply.arrayBuffer())))
    rows += values.length > 0 ? 1 : 0
  expect(rows).toBe(LEADS + 1)
})

test(
  'an incomplete download is not a file, and the trail says so',
  { timeout: 60_000 },
  async () => {
    const reply = await ask('/crm/leads.csv')
    expect(reply.status).toBe(200)
    await world.rows('alter table crm_bib.lead rename to lead_away')
    try {
      await expect(reply.arrayBuffer()).rejects.toThrow(/terminated/)
      expect(await ending()).toMatchObject({ after: { isComplete: false } })
      expect((await ask('/crm/leads.csv')).status).toBe(500)
    } finally {
      await world.rows('alter table crm_bib.lead_away rename to lead')
    }
  },
)
