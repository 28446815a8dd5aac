// Tests the mobile app without devices: its component tests, the bundles that phones run, and the
// native projects that the stores' tool chains build. None of it needs a network.
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  expoEnvironment,
  installMobile,
  mobileFolder,
  runMobile,
} from '@rmtools/operate/mobile-pages'

const MINUTES = 60_000
const MOST_BUNDLE_BYTES = 7_000_000
let folder: string

beforeAll(async () => {
  await installMobile()
  folder = await mkdtemp(join(tmpdir(), 'rmtools-mobile-'))
}, 10 * MINUTES)
afterAll(async () => await rm(folder, { recursive: true }))

describe('the mobile app', () => {
  test(
    'passes its component tests',
    async () =>
      await runMobile(['jest/bin/jest.js', '--ci', '--maxWorkers=1'], {
        NODE_ENV: 'test',
        CI: '1',
      }),
    10 * MINUTES,
  )

  test(
    'is bundled for Android and iOS in at most 7 MB each',
    async () => {
      const output = join(folder, 'export')
      await runMobile([
        'expo/bin/cli',
        'export',
        '-p',
        'android',
        '-p',
        'ios',
        '--output-dir',
        output,
      ])
      const files = (await readdir(output, { recursive: true })).filter((file) =>
        file.endsWith('.hbc'),
      )
      expect(files.length).toBe(2)
      for (const file of files) {
        const { size } = await stat(join(output, file))
        console.log(
          `${file.includes('android') ? 'Android' : 'iOS'}: ${(size / 1e6).toFixed(1)} MB of Hermes bytecode`,
        )
        expect(size).toBeLessThan(MOST_BUNDLE_BYTES)
      }
    },
    10 * MINUTES,
  )

  test(
    'is made into native projects of both platforms, with its permissions in words',
    async () => {
      const copy = join(folder, 'native')
      for (const name of [
        'app',
        'assets',
        'public',
        'app.json',
        'package.json',
        'babel.config.js',
        'metro.config.js',
      ])
        await cp(join(mobileFolder, name), join(copy, name), { recursive: true })
      await symlink(join(mobileFolder, 'node_modules'), join(copy, 'node_modules'))
      await runMobile(['expo/bin/cli', 'prebuild', '--no-install'], expoEnvironment, copy)
      const plist = await readFile(join(copy, 'ios/RMTools/Info.plist'), 'utf8')
      const manifest = await readFile(
        join(copy, 'android/app/src/main/AndroidManifest.xml'),
        'utf8',
      )
      expect(plist).toContain('NSCameraUsageDescription')
      expect(plist).toContain('NSFaceIDUsageDescription')
      expect(manifest).toContain('android.permission.CAMERA')
      expect(manifest).not.toContain('android.permission.RECORD_AUDIO"/>')
      expect(manifest).toContain('android:allowBackup="false"')
    },
    10 * MINUTES,
  )
})
