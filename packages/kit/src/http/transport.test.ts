import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { httpTransport } from './transport.ts'

let server: Server
let connections: number
let url: string
beforeEach(async () => {
  connections = 0
  server = createServer((_request, response) => response.end('{}')).on(
    'connection',
    () => (connections += 1),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

test('a connection is used again, but not for ever: a process that was added behind a balancer is asked too', async () => {
  await using lasting = httpTransport({ url, serviceKey: 'key' })
  for (let turn = 0; turn < 50; turn++) expect(await lasting.isReady()).toBe(true)
  const few = connections
  expect(few).toBeLessThan(5)
  await using passing = httpTransport({ url, serviceKey: 'key', connectionMs: 20 })
  await vi.waitFor(async () => {
    expect(await passing.isReady()).toBe(true)
    expect(connections).toBeGreaterThan(2 * few + 5)
  }, 10_000)
})
