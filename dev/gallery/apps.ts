// The three apps whose shared components are in the gallery, and the Vite configuration of each.
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGES = join(ROOT, 'packages')

export type GalleryApp = {
  readonly name: 'console' | 'investor' | 'phone'
  readonly folder: string
  /** The path that its gallery is served under. */
  readonly base: string
  readonly config: InlineConfig
}

const configured = (name: GalleryApp['name'], app: string, base: string): GalleryApp => {
  const folder = join(ROOT, 'apps', app)
  return { name, folder, base, config: { root: folder, logLevel: 'warn' } }
}

const phoneFolder = join(ROOT, 'apps/mobile')

/**
 * What Metro and Expo provide to the phone's app: files for browsers first, and React Native for
 * the web.
 */
const phone: InlineConfig = {
  root: phoneFolder,
  base: '/app/',
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  define: {
    __DEV__: 'false',
    'process.env.EXPO_OS': '"web"',
    'process.env.EXPO_BASE_URL': '"/app"',
    global: 'globalThis',
  },
  resolve: {
    extensions: ['.web.tsx', '.web.ts', '.web.js', '.mjs', '.js', '.tsx', '.ts', '.jsx', '.json'],
    alias: [
      { find: /^react-native$/, replacement: 'react-native-web' },
      {
        find: /^@rmtools\/(contracts|look|gallery)\/(.+)$/,
        replacement: join(PACKAGES, '$1/src/$2.ts'),
      },
      // As in the investor's pages, which only read schemas.
      { find: /^typebox$/, replacement: join(PACKAGES, 'contracts/src/json-schema.ts') },
    ],
    dedupe: ['react', 'react-dom'],
  },
}

export const galleryApps: readonly GalleryApp[] = [
  configured('console', 'admin', '/admin/'),
  configured('investor', 'investor', '/i/'),
  { name: 'phone', folder: phoneFolder, base: '/app/', config: phone },
]
