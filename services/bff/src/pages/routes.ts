// The built apps on the product's own origin: hashed files cached for ever, the shell for every
// other path, with a new nonce for each reply.
import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { notFound, Problem } from '@rmtools/contracts/problem'
import {
  send,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from '@rmtools/kit/http'
import { problemReply } from '@rmtools/kit/replies'
import type { BffConfig } from '../config.ts'
import { contentPolicy, fillShell, isImmutable, type PageApp, workerPolicy } from './rules.ts'

/** Creates a CSRF token and its cookie. */
type IssueCsrf = () => { token: string; cookie: string }
type Folders = Pick<
  BffConfig,
  'ADMIN_PAGES' | 'INVESTOR_PAGES' | 'MOBILE_PAGES' | 'CRASH_REPORT_DSN'
>

/** Serves the apps that were built for this installation. */
export async function servePages(
  app: FastifyInstance,
  config: Folders,
  issueCsrf: IssueCsrf,
): Promise<void> {
  const apps: readonly PageApp[] = [
    { prefix: '/admin/', folder: config.ADMIN_PAGES, isNativePort: false, usesCamera: false },
    { prefix: '/i/', folder: config.INVESTOR_PAGES, isNativePort: false, usesCamera: true },
    { prefix: '/app/', folder: config.MOBILE_PAGES, isNativePort: true, usesCamera: true },
  ]
  const dsn = config.CRASH_REPORT_DSN
  for (const page of apps) await servePage(app, page, { issueCsrf, dsn })
  app.get('/', async (_request, reply) => reply.redirect('/admin/'))
  // Linked in e-mails; the fragment after # stays in the browser.
  app.get('/set-password', async (_request, reply) => reply.redirect('/admin/set-password'))
  const ofRms = config.MOBILE_PAGES === null ? '/admin/' : '/app/'
  app.get('/set-password/rm', async (_request, reply) => reply.redirect(`${ofRms}set-password`))
}

type Filling = { issueCsrf: IssueCsrf; dsn: string | null }

async function servePage(
  app: FastifyInstance,
  page: PageApp,
  { issueCsrf, dsn }: Filling,
): Promise<void> {
  const { prefix, folder } = page
  const reportTo = dsn === null ? null : new URL(dsn).origin
  if (folder === null) return
  const readShell = shellOf(join(folder, 'index.html'))
  const sendShell = async (request: FastifyRequest, reply: FastifyReply) => {
    if (/\.\w{2,5}$/.test(request.url.split('?')[0] ?? ''))
      return send(reply, problemReply(new Problem(notFound), request.id))
    const shell = await readShell()
    if (shell === undefined)
      return reply
        .code(503)
        .header('retry-after', '5')
        .type('text/html; charset=utf-8')
        .send(beingBuilt)
    const nonce = randomBytes(16).toString('base64')
    // Sent with the page, so that its first write, which renews the session, does not wait for
    // another request.
    const { token, cookie } = issueCsrf()
    return reply
      .headers({
        'set-cookie': cookie,
        'content-security-policy': contentPolicy(page, nonce, reportTo),
        ...(page.usesCamera
          ? {
              'permissions-policy':
                'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
            }
          : {}),
      })
      .type('text/html; charset=utf-8')
      .send(fillShell(shell, { NONCE: nonce, CSRF: token, DSN: dsn ?? '' }))
  }
  const base = prefix.slice(0, -1)
  app.get(base, async (_request, reply) => reply.redirect(prefix))
  const mountPage = async (scope: FastifyInstance) => {
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: '/',
      index: false,
      wildcard: true,
      preCompressed: true,
      decorateReply: false,
      cacheControl: false,
      allowedPath: (path) => !path.endsWith('/index.html'),
      setHeaders: (reply, path) => {
        const file = path.replace(/\.(br|gz)$/, '')
        if (file.endsWith('/sw.js')) reply.header('content-security-policy', workerPolicy)
        reply.header(
          'cache-control',
          isImmutable(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
    scope.route({ method: 'GET', url: '/', prefixTrailingSlash: 'slash', handler: sendShell })
    scope.setNotFoundHandler(sendShell)
  }
  await app.register(mountPage, { prefix: base })
}

/**
 * The current build's shell, even if it changes while the server runs; undefined before the first
 * build.
 */
function shellOf(file: string): () => Promise<string | undefined> {
  let kept: { at: number; html: string } | undefined
  return async () => {
    const { mtimeMs: at } = await stat(file).catch(() => ({ mtimeMs: 0 }))
    if (at === 0) return undefined
    if (kept?.at !== at) kept = { at, html: await readFile(file, 'utf8') }
    return kept.html
  }
}

const beingBuilt = `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><link rel="icon" href="data:,"><title>RMTools</title>
<p>Aplikasi sedang disiapkan. Halaman ini dimuat ulang sendiri.<p>This app is being prepared. The page reloads by itself.</html>`
