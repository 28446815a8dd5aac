// `npm run gallery`: the shared components of the three apps in all their states. Changed
// components of the console and the investor's pages update in the open page; the phone's are
// rebuilt and appear after a reload. `-- --keep` renews the pictures that the tests compare them
// with.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import { installMobile } from '@rmtools/operate/mobile-pages'
import { createServer as createVite } from 'vite'
import { galleryApps, type GalleryApp } from './gallery/apps.ts'
import { buildGallery } from './gallery/built.ts'
import { frontPage } from './gallery/front-page.ts'
import { keepAll } from './gallery/keep.ts'

const port = Number(process.env['PORT'] ?? 8090)
type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void
const opened: { base: string; answer: Answer }[] = []

const server = createServer((incoming, outgoing) => {
  const app = opened.find(({ base }) => incoming.url?.startsWith(base))
  if (app) return app.answer(incoming, outgoing)
  outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(frontPage)
})

async function open(app: GalleryApp): Promise<Answer> {
  if (app.name === 'phone') {
    const { send } = await buildGallery(app, { isWatched: true })
    return (incoming, outgoing) => void send(incoming.url ?? '/', outgoing)
  }
  const { middlewares } = await createVite({
    ...app.config,
    appType: 'mpa',
    server: { middlewareMode: true, ws: { server } },
  })
  return (incoming, outgoing) =>
    middlewares(incoming, outgoing, () => outgoing.writeHead(404).end())
}

const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
await installMobile(console.log)
if (values.keep) {
  await keepAll()
  process.exit(0)
}
for (const app of galleryApps) opened.push({ base: app.base, answer: await open(app) })
server.listen(port, '127.0.0.1', () => console.log(`\nGallery   http://127.0.0.1:${port}/`))
