import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cloudFiles } from './cloud-files.ts'
import type { Files } from './files.ts'
import { sealedFiles } from './sealed-files.ts'
import { createSealer } from '../security/secrets.ts'

const BUCKET = 'rmtools-files'
const KEY = '0198a000/documents/0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11.jpg'
const reader = { companyId: '0198a000-c000-7000-8000-000000000001', userId: null }

// A bucket behind the storage's JSON API: https://cloud.google.com/storage/docs/json_api/v1/objects
let server: Server
let files: Files
let bucket: Map<string, Buffer>
/** Faults of the next responses, in order. */
let faults: ('500' | '403' | 'damage')[]

beforeEach(async () => {
  ;[bucket, faults] = [new Map(), []]
  server = createServer(async (incoming, reply) => {
    const { status, headers = {}, body } = await answerTo(incoming)
    reply.writeHead(status, headers).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  files = cloudFiles({
    bucket: BUCKET,
    secret: 'x',
    clock: { now: () => new Date('2026-11-23T03:00:00Z') },
    endpoint,
  })
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer }
const json = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('base64')

async function answerTo(incoming: IncomingMessage): Promise<Answer> {
  const sent = Buffer.concat(await incoming.toArray())
  const fault = faults.shift()
  if (fault === '500' || fault === '403')
    return json(Number(fault), { error: { code: Number(fault), message: 'refused' } })
  const url = new URL(incoming.url ?? '', 'http://storage')
  if (url.pathname === `/upload/storage/v1/b/${BUCKET}/o`) {
    const name = url.searchParams.get('name') ?? ''
    const bytes = mediaOf(sent, incoming.headers['content-type'] ?? '')
    bucket.set(name, fault === 'damage' ? Buffer.from('other') : bytes)
    return json(200, {
      name,
      bucket: BUCKET,
      md5Hash: md5(bucket.get(name) ?? bytes),
      generation: '1',
    })
  }
  if (url.pathname === `/storage/v1/b/${BUCKET}/o`)
    return json(200, listed(url.searchParams.get('pageToken')))
  const name = decodeURIComponent(
    url.pathname.replace(new RegExp(`^(/download)?/storage/v1/b/${BUCKET}/o/`), ''),
  )
  const kept = bucket.get(name)
  if (!kept) return json(404, { error: { code: 404, message: 'No such object' } })
  if (incoming.method === 'DELETE') return (bucket.delete(name), { status: 204 })
  if (url.searchParams.get('alt') !== 'media')
    return json(200, { name, bucket: BUCKET, md5Hash: md5(kept) })
  const body = fault === 'damage' ? Buffer.from('other') : kept
  const headers = {
    'x-goog-hash': `md5=${md5(kept)}`,
    'x-goog-stored-content-encoding': 'identity',
    'content-length': String(body.length),
  }
  return { status: 200, headers, body }
}

/**
 * A list in pages of one item, which is allowed whatever size is requested. Keys that contain `new`
 * were stored today.
 */
function listed(pageToken: string | null): object {
  const names = [...bucket.keys()].toSorted()
  const at = Number(pageToken ?? 0)
  const items = names.slice(at, at + 1).map((name) => ({
    name,
    timeCreated: name.includes('new') ? '2026-11-23T02:00:00Z' : '2026-11-20T02:00:00Z',
  }))
  return { items, ...(at + 1 < names.length ? { nextPageToken: String(at + 1) } : {}) }
}

/** The second part of multipart/related; the first describes it. */
function mediaOf(sent: Buffer, contentType: string): Buffer {
  const boundary = `\r\n--${/boundary=([^;]+)/.exec(contentType)?.[1]}`
  const second = sent.indexOf('\r\n\r\n', sent.indexOf(boundary, 1)) + 4
  return sent.subarray(second, sent.lastIndexOf(boundary))
}

test('a file is kept as it is, read again, and gone when it is deleted', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 13, 10, 1])
  await files.put(KEY, bytes)
  expect(bucket.get(KEY)).toEqual(bytes)
  expect(await files.get(KEY)).toEqual(bytes)
  await files.delete(KEY)
  await expect(files.get(KEY)).rejects.toMatchObject({ code: 'ENOENT' })
  await files.delete(KEY)
})

test('a failure that passes is tried again, one that stays is 503 and not a missing file', async () => {
  faults = ['500']
  await files.put(KEY, Buffer.from('one'))
  expect(bucket.get(KEY)?.toString()).toBe('one')
  faults = ['403']
  await expect(files.put(KEY, Buffer.from('two'))).rejects.toMatchObject({ status: 503 })
  faults = ['403']
  await expect(files.get(KEY)).rejects.toMatchObject({ status: 503 })
})

test('a file that arrives damaged counts as not stored and is not served', async () => {
  faults = ['damage']
  await expect(files.put(KEY, Buffer.from('whole'))).rejects.toMatchObject({ status: 503 })
  await files.put(KEY, Buffer.from('whole'))
  faults = ['damage']
  await expect(files.get(KEY)).rejects.toMatchObject({ status: 503 })
})

test('a key is one of ours, and permission to read is as with a folder', async () => {
  for (const key of ['../x', '/etc/passwd', 'a', 'a/../b', 'a//b'])
    await expect(files.get(key)).rejects.toThrow(/not a file key/)
  const token = files.signRead(KEY, reader, 300)
  expect(files.verifyRead(token)).toEqual({ key: KEY, ...reader })
  expect(files.verifyRead(`${token.slice(0, -2)}xx`)).toBeUndefined()
})

test('SECURITY 64: files stored before an instant are listed, page by page', async () => {
  for (const name of ['documents/a.jpg', 'documents/new.jpg', 'signatures/b.png'])
    bucket.set(name, Buffer.from('x'))
  const keys: string[] = []
  for await (const page of files.storedBefore(new Date('2026-11-22T03:00:00Z'))) keys.push(...page)
  expect(keys).toEqual(['documents/a.jpg', 'signatures/b.png'])
})

test('SECURITY 62: files in the bucket are sealed, and read back unchanged', async () => {
  const sealed = sealedFiles(files, createSealer('a secret'))
  await sealed.put(KEY, Buffer.from('the letters of a card'))
  expect(Buffer.concat([...bucket.values()]).includes('letters')).toBe(false)
  expect((await sealed.get(KEY)).toString()).toBe('the letters of a card')
})
