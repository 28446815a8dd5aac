// The public gateway of `npm run dev`: pages go to Vite, everything else to bff. While the services
// restart, requests wait instead of failing, so that an open page does not notice.
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Pages } from './pages.ts'

export type Front = AsyncDisposable & {
  readonly server: Server
  /** Starts to listen; throws if the port is taken. */
  listen(port: number): Promise<void>
}

export type Behind = {
  /** The port of bff. */
  readonly port: () => number
  /** Resolves when the services are up. */
  readonly ready: () => Promise<void>
  readonly pages: () => readonly Pages[]
}

/** Creates the gateway. The servers behind it may start later. */
export function createFront(behind: Behind): Front {
  const server = createServer((incoming, outgoing) => {
    handle(behind, incoming, outgoing).catch((error: unknown) => fail(outgoing, error))
  })
  return {
    server,
    listen: async (port) =>
      await new Promise((done, failed) => {
        server.once('error', failed)
        server.listen(port, '127.0.0.1', done)
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function handle(
  behind: Behind,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = incoming.url ?? '/'
  const opened = behind.pages().find(({ prefix }) => path.startsWith(prefix))
  if (opened && isNavigation(incoming))
    return await sendShell(behind, opened, { incoming, outgoing })
  const owner = behind.pages().find(({ owns }) => owns(path))
  if (!owner) return await pass(behind, incoming, outgoing)
  owner.answer(incoming, outgoing)
}

/** Whether a page is opened, rather than one of its modules, styles or pictures. */
function isNavigation({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

async function sendShell(
  behind: Behind,
  pages: Pages,
  { incoming, outgoing }: Exchange,
): Promise<void> {
  const reply = await forward(behind, incoming)
  const policy = reply.headers['content-security-policy']
  if (reply.statusCode !== 200 || typeof policy !== 'string') return relay(reply, outgoing)
  const made = await pages.shell(incoming.url ?? '/', await textOf(reply), policy)
  const { 'content-length': _length, 'content-encoding': _encoding, ...headers } = reply.headers
  outgoing
    .writeHead(200, {
      ...headers,
      'content-security-policy': made.policy,
      'cache-control': 'no-store',
    })
    .end(made.html)
}

type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse }

async function pass(
  behind: Behind,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  relay(await forward(behind, incoming), outgoing)
}

async function forward(
  { port, ready }: Behind,
  incoming: IncomingMessage,
): Promise<IncomingMessage> {
  await ready()
  return await new Promise((done, failed) => {
    const { method, url: path, headers } = incoming
    const outgoing = ask({ host: '127.0.0.1', port: port(), method, path, headers }, done)
    outgoing.once('error', failed)
    // A client that disconnects, as a page does with its live stream, also closes the request to
    // bff.
    incoming.once('close', () => incoming.complete || outgoing.destroy())
    incoming.pipe(outgoing)
  })
}

function relay(reply: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
  outgoing.once('close', () => reply.destroy())
  reply.once('error', () => outgoing.destroy())
  reply.pipe(outgoing)
}

/** The whole text of a reply. */
export async function textOf(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of reply) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.headersSent) return void outgoing.destroy()
  const text = error instanceof Error ? error.message : String(error)
  outgoing
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end(`Not there at the moment: ${text}\n`)
}
