// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { fetchFile, fileOf, nameIn } from './files.ts'

const request = fileOf('leads', 'export', {})
const refused = async () =>
  await fetchFile(request).then(
    () => 'fetched',
    (error: { code: string }) => error.code,
  )
const answer = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status: 200, headers }))
const stream = (...parts: (string | Error)[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift()
      if (part === undefined) controller.close()
      else if (part instanceof Error) controller.error(part)
      else controller.enqueue(new TextEncoder().encode(part))
    },
  })
afterEach(() => vi.unstubAllGlobals())

test('a file that comes in parts is whole, and has the name that the server gave', async () => {
  answer(stream('a,b\r\n', '1,2\r\n'), {
    'content-disposition': 'attachment; filename="leads.csv"',
    'content-type': 'text/csv',
  })
  const { blob, name } = await fetchFile(request)
  expect([name, blob.size]).toEqual(['leads.csv', 10])
  expect(nameIn('attachment; filename="../x.csv"')).toBe('x.csv')
})

test('an incomplete download is not a file, and is distinguished from no network', async () => {
  answer(stream('a,b\r\n', new TypeError('network error')))
  expect(await refused()).toBe('broken-off')
  vi.stubGlobal('fetch', async () => await Promise.reject(new TypeError('failed to fetch')))
  expect(await refused()).toBe('offline')
})
