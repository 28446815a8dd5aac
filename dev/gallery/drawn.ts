/// <reference lib="dom" />
// The galleries drawn by a browser, so that each machine draws the same: the browser that the project brings, its own typefaces only, no
// hinting, no colours at the edges of letters, nothing that moves.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { startCarriedBrowser } from '../browser/browser.ts'
import { galleryApps, type GalleryApp } from './apps.ts'
import { buildGallery } from './built.ts'
import type { Look } from './looks.ts'

/** Pixels, four bytes each. */
export type Picture = { readonly data: Buffer; readonly width: number; readonly height: number }

export type Galleries = AsyncDisposable & {
  /** Opens the sheet of an app; resolves when it is fully drawn. */
  open(app: GalleryApp['name'], look: Look): Promise<Page>
}

const FLAGS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
  '--hide-scrollbars',
]
const FACE = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/inter/400Regular')
const WAIT = { timeout: 60_000, state: 'attached' } as const

/** Builds the galleries of the apps and starts a browser for them. */
export async function openGalleries(): Promise<Galleries> {
  await using made = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-faces-'))
  made.defer(async () => await rm(folder, { recursive: true, force: true }))
  const faces = join(folder, 'fonts.conf')
  await writeFile(
    faces,
    `<fontconfig><dir>${FACE}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  const [browser, ...built] = await Promise.all([
    startCarriedBrowser(FLAGS, { FONTCONFIG_FILE: faces }),
    ...galleryApps.map(async (app) => ({
      app,
      ...(await buildGallery(app, { isWatched: false })),
    })),
  ])
  made.use(browser)
  for (const one of built) made.use(one)
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    const one = built.find(({ app }) => path.startsWith(app.base))
    if (!one) return void outgoing.writeHead(404).end()
    void one.send(path, outgoing)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  made.defer(() => void server.close())
  made.defer(() => server.closeAllConnections())
  const { port } = server.address() as AddressInfo
  const open = made.move()
  return {
    open: async (name, look) => {
      const { base } = galleryApps.find((app) => app.name === name) ?? { base: '/' }
      const context = await browser.open({ viewport: { width: look.width, height: 900 } })
      await holdStill(context)
      const page = await context.newPage()
      const { language, scheme, text } = look
      const asked = new URLSearchParams({ language, scheme, text: String(text) })
      await page.goto(`http://127.0.0.1:${port}${base}gallery.html?${asked}`)
      await page.waitForSelector('html[data-drawn=true]', WAIT)
      return page
    },
    [Symbol.asyncDispose]: async () => await open[Symbol.asyncDispose](),
  }
}

/** Stops all animations and the blinking cursor, in the sheet and in each of its frames. */
async function holdStill(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const still = new CSSStyleSheet()
    still.replaceSync(
      '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important } [data-moving] { visibility: hidden }',
    )
    document.adoptedStyleSheets.push(still)
  })
}

/** A picture of each component of an open sheet, by the component's name. */
export async function picturesOf(page: Page): Promise<ReadonlyMap<string, Picture>> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('.gallery-component')].map((section) => {
      const { top, bottom } = section.getBoundingClientRect()
      const name = section.querySelector('.gallery-component-name')?.textContent ?? ''
      return { name, top: Math.floor(top + scrollY), bottom: Math.ceil(bottom + scrollY) }
    }),
  )
  const { data, info } = await sharp(await page.screenshot({ fullPage: true }))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const line = info.width * 4
  return new Map(
    places.map(({ name, top, bottom }) => [
      name,
      {
        data: data.subarray(top * line, bottom * line),
        width: info.width,
        height: bottom - top,
      },
    ]),
  )
}
