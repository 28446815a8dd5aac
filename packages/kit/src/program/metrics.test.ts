import { expect, test } from 'vitest'
import { createHttp } from '../http/http.ts'
import { createLog } from '../process/log.ts'
import { createMetrics, serveMetrics } from './metrics.ts'

const log = createLog('test', 'silent')

test('requests are measured by route template and status, never by a path with ids in it', async () => {
  const metrics = createMetrics('bff')
  const app = createHttp({ log })
  app.get('/leads/:id', async () => ({ ok: true }))
  // Added after the route, because a server is built before it is measured.
  metrics.watchHttp(app)
  await app.inject('/leads/0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11')
  await app.inject('/no/such/path')
  const text = await metrics.text()
  expect(text).toContain(
    'http_request_duration_seconds_count{service="bff",method="GET",route="/leads/:id",status="200"} 1',
  )
  expect(text).toMatch(/route="unknown",status="404"/)
  expect(text).not.toContain('0199a6f2')
  await app.close()
})

test('jobs are counted by outcome, and still fail', async () => {
  const metrics = createMetrics('crm')
  const handlers = metrics.watchJobs({
    mail: async () => undefined,
    bib: async () => await Promise.reject(new Error('down')),
  })
  const context = { attempt: 1, maxAttempts: 2, jobId: '1', log }
  await handlers['mail']?.({} as never, context)
  await expect(handlers['bib']?.({} as never, context)).rejects.toThrow('down')
  await expect(handlers['bib']?.({} as never, { ...context, attempt: 2 })).rejects.toThrow('down')
  const text = await metrics.text()
  expect(text).toContain('jobs_total{task="mail",outcome="done",service="crm"} 1')
  expect(text).toContain('jobs_total{task="bib",outcome="failed",service="crm"} 1')
  expect(text).toContain('jobs_total{task="bib",outcome="given-up",service="crm"} 1')
})

test('disclosures are counted by their outcome', async () => {
  const metrics = createMetrics('crm')
  metrics.disclosed('reveal', 'counted')
  metrics.disclosed('reveal', 'counted')
  metrics.disclosed('export', 'refused')
  const text = await metrics.text()
  expect(text).toContain('disclosures_total{what="reveal",outcome="counted",service="crm"} 2')
  expect(text).toContain('disclosures_total{what="export",outcome="refused",service="crm"} 1')
})

test('a pool shows its connections, and the port serves nothing but metrics', async () => {
  const metrics = createMetrics('crm')
  metrics.watchPool({
    connections: () => ({ busy: 3, idle: 1, waiting: 7 }),
    statements: () => ({ parsed: 12, closed: 2 }),
  })
  await using shown = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 })
  const text = await (await fetch(`http://127.0.0.1:${shown.port}/metrics`)).text()
  expect(text).toContain('database_connections{state="waiting",service="crm"} 7')
  expect(text).toContain('database_statements{what="closed",service="crm"} 2')
  expect((await fetch(`http://127.0.0.1:${shown.port}/`)).status).toBe(404)
})

test('the lag of the sealing is measured once for both figures, and is never 0 when it is unknown', async () => {
  const metrics = createMetrics('auth')
  let asked = 0
  let lag: () => Promise<{ entries: number; seconds: number }> = async () => ({
    entries: 7,
    seconds: 2.5,
  })
  metrics.watchSealing(async () => {
    asked++
    return await lag()
  })
  const text = await metrics.text()
  expect(text).toMatch(/^audit_unsealed_entries\{service="[a-z-]+"\} 7$/m)
  expect(text).toMatch(/^audit_unsealed_oldest_seconds\{service="[a-z-]+"\} 2.5$/m)
  expect(asked).toBe(1)
  lag = async () => await Promise.reject(new Error('the database is away'))
  expect(await metrics.text()).toMatch(/^audit_unsealed_oldest_seconds\{service="[a-z-]+"\} Nan$/im)
})
