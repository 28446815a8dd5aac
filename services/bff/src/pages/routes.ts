// The apps as built pages on the product's own origin: files by their hashed names for ever, the shell for every other path, with a
// nonce of its own for each answer.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { send, type FastifyInstance, type FastifyReply, type FastifyRequest } from '@rmtools/kit/http'
import { problemReply } from '@rmtools/kit/service'
import type { BffConfig } from '../config.ts'
import { contentPolicy, isImmutable, withNonce, type PageApp } from './rules.ts'

type Folders = Pick<BffConfig, 'ADMIN_PAGES' | 'INVESTOR_PAGES' | 'MOBILE_PAGES' | 'CRASH_REPORT_DSN'>

/** Serves the apps that were built for this installation. */
export async function servePages(app: FastifyInstance, config: Folders): Promise<void> {
  const apps: readonly PageApp[] = [
    { prefix: '/admin/', folder: config.ADMIN_PAGES, isNativePort: false, usesCamera: false },
    { prefix: '/i/', folder: config.INVESTOR_PAGES, isNativePort: false, usesCamera: true },
    { prefix: '/app/', folder: config.MOBILE_PAGES, isNativePort: true, usesCamera: true },
  ]
  const reportTo = config.CRASH_REPORT_DSN === null ? null : new URL(config.CRASH_REPORT_DSN).origin
  for (const page of apps) await servePage(app, page, config.CRASH_REPORT_DSN ?? '', reportTo)
  app.get('/', async (_request, reply) => reply.redirect('/admin/'))
  // In e-mails; what follows the # stays with the browser.
  app.get('/set-password', async (_request, reply) => reply.redirect('/admin/set-password'))
}

async function servePage(app: FastifyInstance, page: PageApp, dsn: string, reportTo: string | null): Promise<void> {
  const { prefix, folder } = page
  if (folder === null) return
  // Read at each request in the folder of a build that may not have ended yet, kept once it is there.
  let shell: string | undefined
  const sendShell = async (request: FastifyRequest, reply: FastifyReply) => {
    if (/\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) return send(reply, problemReply(new Problem(notFound), request.id))
    shell ??= await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
    if (shell === undefined) return reply.code(503).header('retry-after', '5').type('text/html; charset=utf-8').send(beingBuilt)
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers({
        'content-security-policy': contentPolicy(page, nonce, reportTo),
        ...(page.usesCamera ? { 'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()' } : {}),
        ...(page.isNativePort ? { 'cross-origin-embedder-policy': 'credentialless' } : {}),
      })
      .type('text/html; charset=utf-8')
      .send(withNonce(shell, nonce).replace('__DSN__', dsn))
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
        reply.header('cache-control', isImmutable(path.replace(/\.(br|gz)$/, '')) ? 'public, max-age=31536000, immutable' : 'no-cache')
        if (page.isNativePort) reply.header('cross-origin-embedder-policy', 'credentialless')
      },
    })
    scope.route({ method: 'GET', url: '/', prefixTrailingSlash: 'slash', handler: sendShell })
    scope.setNotFoundHandler(sendShell)
  }
  await app.register(mountPage, { prefix: base })
}

const beingBuilt = `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><link rel="icon" href="data:,"><title>RMTools</title>
<p>Aplikasi sedang disiapkan. Halaman ini dimuat ulang sendiri.<p>This app is being prepared. The page reloads by itself.</html>`
