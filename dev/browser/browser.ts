// Starts a real browser for tests of the user interface: an installed Chromium or Chrome, or the
// one from the npm package.
import { existsSync } from 'node:fs'
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --use-fake-ui-for-media-stream --use-fake-device-for-media-stream'

/** The browser's time zone; dev/days.ts tries others than the users'. */
const ZONE = process.env['BROWSER_ZONE'] ?? 'Asia/Jakarta'

export const laptop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Browser = AsyncDisposable & {
  /** A window without cookies or storage; its pages collect the browser's errors. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>
}

/**
 * Starts a browser. Throws with instructions if none starts: a missing browser must not skip tests.
 */
export async function startBrowser(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  return await launched({ executablePath: found ?? (await carried()), args: flags.split(' ') })
}

/**
 * Starts the packaged browser even if another is installed, because it renders the same everywhere.
 */
export async function startCarriedBrowser(
  more: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Browser> {
  return await launched({
    executablePath: await carried(),
    args: [...flags.split(' '), ...more],
    env: { ...process.env, ...environment },
  })
}

async function launched(options: LaunchOptions & { executablePath: string }): Promise<Browser> {
  const { executablePath } = options
  const browser = await chromium.launch({ ...options, headless: true }).catch((cause: unknown) => {
    throw new Error(
      `No browser starts (tried ${executablePath}). On Debian: apt-get install chromium`,
      { cause },
    )
  })
  return {
    open: async (options = {}) =>
      await browser.newContext({
        viewport: laptop,
        locale: 'id-ID',
        timezoneId: ZONE,
        reducedMotion: 'reduce',
        permissions: ['camera'],
        ...options,
      }),
    async [Symbol.asyncDispose]() {
      await browser.close()
    },
  }
}

/**
 * The path of the packaged browser, with the libraries that a bare Debian lacks; the package
 * unpacks them only where it detects a cloud. We leave out its flags: they run everything in one
 * process, which ends with the first closed window, and they disable the very protections that
 * these tests check.
 */
async function carried(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return await bundled.executablePath()
}

/**
 * The browser's errors on a page: failed scripts, blocked content, failed loads. Expected to be
 * empty at the end of a test.
 */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // An error status of the API is not a fault of the page: the tests check how the page handles
    // it.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  return complaints
}
