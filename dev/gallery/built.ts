// Builds the galleries. Vite's development server cannot process Expo's modules, which are
// published as TypeScript; a build can, in about a second. The pictures are taken of builds too,
// because those load far faster.
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
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

export type Built = AsyncDisposable & {
  /** Answers with the file at a path. */
  readonly send: (path: string, outgoing: ServerResponse) => Promise<void>
}

/** Builds a gallery; if watched, again after each change. */
export async function buildGallery(
  { base, folder, config }: GalleryApp,
  { isWatched }: { isWatched: boolean },
): Promise<Built> {
  const outDir = await mkdtemp(join(tmpdir(), 'rmtools-gallery-'))
  await build({
    ...config,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      watch: isWatched ? {} : null,
      reportCompressedSize: false,
      // Expo's modules import types as if they were values.
      rolldownOptions: { input: join(folder, 'gallery.html'), shimMissingExports: true },
    },
  })
  return {
    send: async (path, outgoing) => {
      const { pathname } = new URL(path, 'http://gallery')
      const file = join(outDir, normalize(decodeURIComponent(pathname)).slice(base.length - 1))
      const found = await stat(file).catch(() => undefined)
      if (!found?.isFile()) return void outgoing.writeHead(404).end()
      outgoing.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      })
      createReadStream(file).pipe(outgoing)
    },
    async [Symbol.asyncDispose]() {
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
