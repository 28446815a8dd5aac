// The phone's gallery as a build under watch. Vite's development server cannot prepare Expo's modules, which come as TypeScript; a build
// can, in about a second.
import { createReadStream } from 'node:fs'
import { mkdtemp, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import type { GalleryApp } from './apps.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Builds a gallery anew at each change. Returns what sends its files. */
export async function watchBuild({
  base,
  folder,
  config,
}: GalleryApp): Promise<(path: string, outgoing: ServerResponse) => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'rmtools-gallery-'))
  await build({
    ...config,
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      watch: {},
      reportCompressedSize: false,
      // Expo's modules import types as if they were values.
      rolldownOptions: { input: join(folder, 'gallery.html'), shimMissingExports: true },
    },
  })
  return async (path, outgoing) => {
    const { pathname } = new URL(path, 'http://gallery')
    const file = join(outDir, normalize(decodeURIComponent(pathname)).slice(base.length - 1))
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return void outgoing.writeHead(404).end()
    outgoing.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(outgoing)
  }
}
