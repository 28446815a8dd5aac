// A real browser for the tests of what people use: an installed Chromium or Chrome, or the one that the npm package carries.
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

/** Where the browser believes to be; other zones than the users' are tried by dev/days.ts. */
const ZONE = process.env['BROWSER_ZONE'] ?? 'Asia/Jakarta'

export const laptop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Browser = AsyncDisposable & {
  /** A window with nothing remembered; its pages gather what the browser complains of. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>
}

/** Starts a browser. Throws with what to do when there is none that starts: a missing browser is no skipped test. */
export async function startBrowser(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  return await launched({ executablePath: found ?? (await carried()), args: flags.split(' ') })
}

/** The browser that the package carries, whatever is installed: it draws the same everywhere. */
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
 * The browser that the package carries, with the libraries that a bare Debian lacks: it lays them only where it believes to be in a
 * cloud. Its own flags stay out: they run all in one process, which ends with the first window that is closed, and lift the very
 * protections that these tests look at.
 */
async function carried(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return await bundled.executablePath()
}

/** What the browser complained of on a page: errors of scripts, refused content, failed loads. To be empty at the end of a test. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // A refusal of the API is no fault of the page: what it makes of it is looked at by the test.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  return complaints
}
