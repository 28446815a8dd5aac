// Vite in the place of built pages: it compiles the sources of the console and of the investor's pages on request and replaces in the
// open page what changes. The shell comes from bff, so that the nonce and the CSRF token are those of the product.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite, type ViteDevServer } from 'vite'

const ROOT = join(import.meta.dirname, '../..')

export type Pages = {
  readonly prefix: string
  /** Whether a path that is not a page, such as a module's, is answered here rather than by bff. */
  readonly owns: (path: string) => boolean
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  /** bff's shell as a page under development, under bff's policy and what the tool needs on top. */
  readonly shell: (path: string, html: string, policy: string) => Promise<Shell>
  readonly close: () => Promise<void>
}

export type Shell = { readonly html: string; readonly policy: string }
export type VitePages = Pages & { readonly vite: ViteDevServer }

/** The folder with the shell as it is written; bff fills it as it fills the built one. */
export const shellFolder = (app: string) => join(ROOT, 'apps', app)

/** Opens Vite for an app on a server that is listening elsewhere: its socket shares the product's origin. */
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
      // A page that is opened first finds its modules compiled.
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
  // What the build makes of a preloaded file has no address here.
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
