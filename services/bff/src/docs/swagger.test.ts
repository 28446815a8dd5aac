import { createHttp } from '@rmtools/kit/http'
import { createLog } from '@rmtools/kit/log'
import { expect, test } from 'vitest'
import { serveDocs } from './swagger.ts'

test('the page of the API answers under both addresses that people know, and loads what it needs from either', async () => {
  const app = createHttp({ log: createLog('test', 'silent') })
  await serveDocs(app, () => ({ openapi: '3.1.0' }))
  const [short, long] = [
    await app.inject('/swagger-ui/'),
    await app.inject('/swagger-ui/index.html'),
  ]
  expect([short.statusCode, long.statusCode]).toEqual([200, 200])
  expect(long.body).toBe(short.body)
  expect(long.headers['content-type']).toMatch(/^text\/html/)
  const files = [...long.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBe(3)
  for (const file of files)
    expect([file, (await app.inject(`/swagger-ui/${file}`)).statusCode]).toEqual([file, 200])
  expect((await app.inject('/swagger-ui/package.json')).statusCode).toBe(404)
  await app.close()
})
