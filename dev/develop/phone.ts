// The phone's app for browsers under development: Expo's development server behind the product's
// own origin. The shell comes from bff, so that the nonce and the CSRF token are those of the
// product; Metro compiles what it loads and replaces what changes.
import { spawn } from 'node:child_process'
import { request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@rmtools/kit/local-postgres'
import { installMobile, mobileFolder } from '@rmtools/operate/mobile-pages'
import { textOf } from './front.ts'
import type { Pages } from './pages.ts'

/** The folder with the source of the shell and the files beside it. */
export const phoneShell = join(mobileFolder, 'public')

const PREFIX = '/app/'
const SOCKETS = /^\/(hot|message)\b/
/** Requests for Metro: code, source maps, assets, and stack traces. */
const OF_METRO = /\.(bundle|map)(\?|$)|^\/assets\/\?|^\/(symbolicate|_expo)\b/
const WORKER = `${PREFIX}sw.js`
/**
 * Replaces a service worker that a built app left in the browser and that would keep serving that
 * app.
 */
const noWorker = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', () => self.registration.unregister())
`

/** Starts Metro and serves the app as soon as Metro is up. Pages that are opened earlier wait. */
export function openPhone(server: Server, say: (line: string) => void): Pages {
  const stopped = new AbortController()
  const started = start(stopped.signal, say)
  started.catch((error: unknown) => say(`The phone's app is not shown. ${String(error)}`))
  server.on('upgrade', (incoming, socket, head) => {
    if (!SOCKETS.test(incoming.url ?? '')) return
    const give = (port: number) => {
      const metro = connect(port, '127.0.0.1', () => {
        const headers = { ...incoming.headers, ...sameOrigin(port) }
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)
        metro.write([`GET ${incoming.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
        metro.write(head)
        metro.pipe(socket).pipe(metro)
      })
      for (const one of [metro, socket]) one.on('error', () => (metro.destroy(), socket.destroy()))
    }
    started.then(give, () => socket.destroy())
  })
  return {
    prefix: PREFIX,
    owns: (path) => OF_METRO.test(path) || path === WORKER,
    answer: (incoming, outgoing) => {
      if (incoming.url === WORKER)
        return void outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(noWorker)
      started.then(
        (port) => pass(port, incoming, outgoing),
        () => outgoing.writeHead(503).end(),
      )
    },
    shell: async (_path, html, policy) => {
      const page = await fetch(`http://127.0.0.1:${await started}/`, {
        headers: { accept: 'text/html' },
      })
      const [script = ''] = /<script src=[^>]*><\/script>/.exec(await page.text()) ?? []
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
      return {
        html: html
          .replace('%WEB_TITLE%', 'RMTools')
          .replace('</body>', `${script.replace('<script', `<script nonce="${nonce}"`)}</body>`),
        // Metro evaluates the replaced code, and announces it on a socket.
        policy: policy
          .replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")
          .replace("connect-src 'self'", "connect-src 'self' ws:"),
      }
    },
    close: async () => stopped.abort(),
  }
}

async function start(signal: AbortSignal, say: (line: string) => void): Promise<number> {
  await installMobile(say)
  const port = await freePort()
  const { CI: _ci, ...environment } = process.env
  const child = spawn(
    process.execPath,
    [join(mobileFolder, 'node_modules/expo/bin/cli'), 'start', '--localhost', '--port', `${port}`],
    {
      cwd: mobileFolder,
      env: {
        ...environment,
        NODE_ENV: 'development',
        EXPO_OFFLINE: '1',
        EXPO_NO_TELEMETRY: '1',
        EXPO_NO_GIT_STATUS: '1',
        // Expo would otherwise edit tsconfig.json.
        EXPO_NO_TYPESCRIPT_SETUP: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
      signal,
    },
  )
  child.on('error', () => undefined)
  while (child.exitCode === null && !signal.aborted) {
    const isUp = await fetch(`http://127.0.0.1:${port}/status`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return port
    await wait(200)
  }
  throw new Error('Expo has ended.')
}

/**
 * Expo's router honours the path under which an app is served (`baseUrl`) only in exports. The
 * patch keeps line numbers.
 */
const underItsPath = [
  /if \(process\.env\.NODE_ENV !== 'development'\) \{(\s+if \(baseUrl\))/g,
  'if (true) {$1',
] as const

/** Expo answers only requests from its own origin. */
const sameOrigin = (port: number) => ({
  host: `localhost:${port}`,
  origin: `http://localhost:${port}`,
})

function pass(port: number, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url: path, headers } = incoming
  const asked = request(
    {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, ...sameOrigin(port), 'accept-encoding': 'identity' },
    },
    (reply) => {
      const { 'content-length': _length, ...rest } = reply.headers
      outgoing.writeHead(reply.statusCode ?? 502, rest)
      if (!path?.includes('.bundle')) return void reply.pipe(outgoing)
      textOf(reply).then(
        (text) => outgoing.end(text.replaceAll(...underItsPath)),
        () => outgoing.destroy(),
      )
    },
  )
  asked.once('error', () => outgoing.destroy())
  incoming.pipe(asked)
}
