// Vite in the place of built pages: it compiles the sources of the console and of the investor's pages on request and replaces in the
// open page what changes. The shell comes from bff, so that the nonce and the CSRF token are those of the product.
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite, type ViteDevServer } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

export type Pages = {
  readonly prefix: string
  readonly vite: ViteDevServer
}

/** The folder with the shell as it is written; bff fills it as it fills the built one. */
export const shellFolder = (app: string) => join(ROOT, 'apps', app)

/** Opens Vite for an app on a server that is listening elsewhere: its socket shares the product's origin. */
export async function openPages(
  app: 'admin' | 'investor',
  prefix: string,
  server: Server,
): Promise<Pages> {
  const vite = await createVite({
    root: shellFolder(app),
    appType: 'custom',
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      ws: { server },
      // A page that is opened first finds its modules compiled.
      warmup: { clientFiles: ['./src/**/main.tsx'] },
    },
  })
  return { prefix, vite }
}

/** bff's shell as a page under development: with Vite's client, under bff's policy and what that client needs on top. */
export async function developmentShell(
  { vite }: Pages,
  path: string,
  shell: string,
  policy: string,
): Promise<{ html: string; policy: string }> {
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
  // What the build makes of a preloaded file has no address here.
  const html = await vite.transformIndexHtml(
    path,
    shell.replace(/<link\s+rel="preload"[^>]*>/g, ''),
  )
  return { html: html.replaceAll('__NONCE__', nonce), policy: developmentPolicy(policy) }
}

/** Some browsers do not count a WebSocket to the page's own origin as 'self'. */
export function developmentPolicy(policy: string): string {
  return policy.replace("connect-src 'self'", "connect-src 'self' ws:")
}
