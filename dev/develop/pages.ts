// Vite in place of built pages: it compiles the sources of the console and the investor's pages on
// request and updates open pages. The shell comes from bff, so that the nonce and the CSRF token
// are those of the product.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite, type ViteDevServer } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

export type Pages = {
  readonly prefix: string
  /** Whether Vite, not bff, answers a path that is not a page, such as a module's. */
  readonly owns: (path: string) => boolean
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  /** bff's shell as a page under development, with bff's content policy plus what Vite needs. */
  readonly shell: (path: string, html: string, policy: string) => Promise<Shell>
  readonly close: () => Promise<void>
}

export type Shell = { readonly html: string; readonly policy: string }
export type VitePages = Pages & { readonly vite: ViteDevServer }

/** The folder with the source of the shell; bff fills it in like the built one. */
export const shellFolder = (app: string) => join(ROOT, 'apps', app)

/**
 * Opens Vite for an app on a server that listens already, so that its socket shares the product's
 * origin.
 */
export async function openPages(
  app: 'admin' | 'investor',
  prefix: string,
  server: Server,
): Promise<VitePages> {
  const vite = await createVite({
    root: shellFolder(app),
    appType: 'custom',
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      ws: { server },
      // Compiles the modules ahead of the first page.
      warmup: { clientFiles: ['./src/**/main.tsx'] },
    },
  })
  return {
    prefix,
    vite,
    owns: (path) => path.startsWith(prefix),
    answer: (incoming, outgoing) =>
      vite.middlewares(incoming, outgoing, (error: unknown) =>
        outgoing.writeHead(error === undefined ? 404 : 500).end(),
      ),
    shell: async (path, html, policy) => await developmentShell(vite, path, { html, policy }),
    close: async () => await vite.close(),
  }
}

async function developmentShell(
  vite: ViteDevServer,
  path: string,
  { html: shell, policy }: Shell,
): Promise<Shell> {
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
  // The addresses that a build gives to preloaded files do not exist here.
  const html = await vite.transformIndexHtml(
    path,
    shell.replace(/<link\s+rel="preload"[^>]*>/g, ''),
  )
  return { html: html.replaceAll('__NONCE__', nonce), policy: developmentPolicy(policy) }
}

/** Some browsers do not count a WebSocket to the page's own origin as 'self'. */
function developmentPolicy(policy: string): string {
  return policy.replace("connect-src 'self'", "connect-src 'self' ws:")
}
