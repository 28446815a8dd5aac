import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '@rmtools/kit/clock'
import { createHttp, type FastifyInstance } from '@rmtools/kit/http'
import { createLog } from '@rmtools/kit/log'
import { createCsrf } from '../gateway/csrf.ts'
import { servePages } from './routes.ts'

let folder: string
let app: FastifyInstance
const script = 'console.log("the console")'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmtools-pages-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta name="csrf-token" content="__CSRF__"><script nonce="__NONCE__" src="/admin/assets/index-a1b2c3d4.js"></script>',
  )
  await writeFile(join(folder, 'assets/index-a1b2c3d4.js'), script)
  await writeFile(join(folder, 'assets/index-a1b2c3d4.js.br'), brotliCompressSync(script))
  await writeFile(join(folder, 'sw.js'), script)
  await writeFile(join(folder, 'sw.js.br'), brotliCompressSync(script))
  app = createHttp({ log: createLog('test', 'silent') })
  await servePages(
    app,
    {
      ADMIN_PAGES: folder,
      INVESTOR_PAGES: join(folder, 'assets'),
      MOBILE_PAGES: null,
      CRASH_REPORT_DSN: null,
    },
    createCsrf('secret', systemClock).issue,
  )
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const get = async (url: string, headers: Record<string, string> = {}) =>
  await app.inject({ url, headers })

describe('pages', () => {
  test.each(['/admin/', '/admin/leads', '/admin/investors/0199a6f2?tab=kyc'])(
    'answer %s with the shell and a strict policy',
    async (url) => {
      const { statusCode, headers, body } = await get(url)
      const [, nonce = ''] = /nonce="([^"]+)"/.exec(body) ?? []
      expect([statusCode, nonce.length]).toEqual([200, 24])
      expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`)
      expect(headers['content-security-policy']).not.toMatch(/unsafe/)
      expect(headers['cache-control']).toBe('no-store')
    },
  )

  test('bring a CSRF token with its cookie, good for the first write', async () => {
    const { headers, body } = await get('/admin/')
    const [, token = ''] = /content="([^"]+)"/.exec(body) ?? []
    const cookie = String(headers['set-cookie']).split(';')[0]
    const csrf = createCsrf('secret', systemClock)
    expect(() => csrf.check({ 'x-csrf-token': token, cookie })).not.toThrow()
    expect(() => csrf.check({ 'x-csrf-token': token, cookie: '__Host-csrf=other' })).toThrow()
  })

  test('have another nonce in each answer', async () => {
    const [one, other] = [await get('/admin/'), await get('/admin/')]
    expect(one.headers['content-security-policy']).not.toBe(
      other.headers['content-security-policy'],
    )
  })

  test('keep hashed files for ever and send them compressed', async () => {
    const { headers, rawPayload } = await get('/admin/assets/index-a1b2c3d4.js', {
      'accept-encoding': 'br',
    })
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
    })
    expect(rawPayload).toEqual(brotliCompressSync(script))
    expect((await get('/admin/assets/index-a1b2c3d4.js')).body).toBe(script)
  })

  test.each([
    '/admin/assets/gone-a1b2c3d4.js',
    '/admin/../../etc/passwd',
    '/admin/%2e%2e/%2e%2e/etc/passwd.txt',
    '/app/',
    '/admin/index.html',
  ])('do not have %s', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(statusCode).toBeLessThan(500)
    expect(body).not.toContain('root:')
  })

  test('let a service worker fetch from us and do nothing else, compressed or not', async () => {
    for (const encoding of ['br', 'identity']) {
      const { headers } = await get('/admin/sw.js', { 'accept-encoding': encoding })
      expect(headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'")
      expect(headers['cache-control']).toBe('no-cache')
    }
  })

  test('say that an app is still being built, and reload automatically', async () => {
    const { statusCode, headers, body } = await get('/i/approve/x')
    expect([statusCode, headers['retry-after'], /http-equiv="refresh"/.test(body)]).toEqual([
      503,
      '5',
      true,
    ])
  })

  test('lead from links in e-mails to where the password is set', async () => {
    expect((await get('/set-password')).headers['location']).toBe('/admin/set-password')
    // Without the RMs' app here, it redirects to the existing one.
    expect((await get('/set-password/rm')).headers['location']).toBe('/admin/set-password')
  })
})
