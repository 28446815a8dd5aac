// `npm run bars`: checks the console, built for production and served by the product, against its
// performance budgets and prints a table. It measures the JavaScript of the first screen and of
// each route, the largest paint, layout shifts, chains of requests, a list of 100,000 leads, and
// accessibility and browser errors on every screen in four looks. Violations are listed, with exit
// code 1. `-- list` measures one part alone: sizes, screens, faults or list. Run it on an idle
// machine.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { pageSizes } from '../page-sizes.ts'
import { faultsOf, screensOf, visit, type Screen } from './console-screens.ts'
import { createConsoleWorld, openConsole, type ConsoleWorld } from './console-world.ts'
import { fillLeads, waitsOf } from './long-list.ts'
import { chainOf } from './request-chains.ts'

const MAX_LCP_MS = 1200
const MAX_VISITS = 3
// Smaller values are the browser's rounding.
const MAX_CLS = 0.0005
const MAX_DEPTH = 2
const MAX_LIST_MS = 300
const ROWS = 100_000

const short: string[] = []
function bar(what: string, value: number, limit: number, unit: string): string {
  if (value > limit) short.push(`${what}: ${value.toFixed(1)} ${unit}, allowed ${limit}`)
  return `${value.toFixed(unit === 'ms' ? 0 : 1)} ${unit}`
}

async function printSizes(): Promise<void> {
  console.log('\nJavaScript, gzip (brotli)')
  for (const { page, whole, own, brotli, over } of await pageSizes('admin')) {
    console.log(
      `  ${page.padEnd(48)} ${whole.toFixed(1)} kB (${brotli.toFixed(1)})  own ${own.toFixed(1)}${over ? `  ${over}` : ''}`,
    )
    if (over) short.push(`${page} is ${over}`)
  }
}

type Paint = { readonly lcp: number; readonly cls: number }

// The browser reports the largest paint with a delay; a page that reports none within this time
// painted nothing large after its first frame.
const TOLD_WITHIN_MS = 2000

/**
 * The paint time of a screen with an empty browser cache. The minimum of a few visits, because
 * other programs on the machine add noise.
 */
async function paintOf(world: ConsoleWorld, page: Page, { path }: Screen): Promise<Paint> {
  const paints: Paint[] = []
  do {
    await visit(world, page, path)
    paints.push(await toldPaint(page))
  } while (
    paints.length < MAX_VISITS &&
    Math.min(...paints.map(({ lcp }) => lcp || Infinity)) > MAX_LCP_MS
  )
  return {
    lcp: Math.min(...paints.map(({ lcp }) => lcp || Infinity)),
    cls: Math.max(...paints.map(({ cls }) => cls)),
  }
}

async function toldPaint(page: Page): Promise<Paint> {
  const deadline = performance.now() + TOLD_WITHIN_MS
  for (;;) {
    const paint = await page.evaluate<Paint>('({ lcp: window.__lcp, cls: window.__cls })')
    if (paint.lcp > 0 || performance.now() > deadline) return paint
    await page.waitForTimeout(50)
  }
}

const observe = `
  window.__lcp = 0; window.__cls = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__lcp = one.startTime }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.__cls += one.value }).observe({ type: 'layout-shift', buffered: true });
`

async function withoutCache(page: Page, isOff: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: isOff })
}

async function printScreens(world: ConsoleWorld, screens: readonly Screen[]): Promise<void> {
  console.log(
    '\nscreen                                   largest paint   shifts   chain of requests      load of the machine',
  )
  for (const who of new Set(screens.map((screen) => screen.as))) {
    const { page, context } = await openConsole(world, who, '/account')
    await page.addInitScript(observe)
    for (const screen of screens.filter((one) => one.as === who)) {
      await withoutCache(page, true)
      const { lcp, cls } = await paintOf(world, page, screen)
      await withoutCache(page, false)
      // The first visit fills the cache: a slow script would look like another step of the chain.
      await visit(world, page, screen.path)
      const chain = await chainOf(page, async () => await visit(world, page, screen.path))
      const name = screen.path.replace(/[0-9a-f-]{36}/, '$id').slice(0, 38)
      if (cls > MAX_CLS) short.push(`${name} shifts its layout by ${cls.toFixed(4)}`)
      if (chain.length > MAX_DEPTH)
        short.push(`${name} asks for one after another: ${chain.join(' -> ')}`)
      const [load = 0] = loadavg()
      console.log(
        `  ${name.padEnd(38)} ${bar(`${name} paints`, lcp, MAX_LCP_MS, 'ms').padStart(10)} ${cls.toFixed(3).padStart(10)} ${String(chain.length).padStart(8)} ${load.toFixed(2).padStart(24)}`,
      )
    }
    await context.close()
  }
}

async function printList(world: ConsoleWorld): Promise<void> {
  await fillLeads(world.system.ownerUrl, ROWS)
  const { page, context } = await openConsole(world, 'sari', '/leads')
  console.log(`\nlist of ${ROWS} leads, from the act until its rows are painted: median (worst)`)
  for (const { what, ms } of await waitsOf(page)) {
    const sorted = ms.toSorted((one, other) => one - other)
    const worst = sorted.at(-1) ?? Infinity
    const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity
    console.log(
      `  ${what.padEnd(16)} ${bar(what, median, MAX_LIST_MS, 'ms').padStart(8)} (${worst.toFixed(0)} ms)`,
    )
  }
  await context.close()
}

async function printFaults(world: ConsoleWorld, screens: readonly Screen[]): Promise<void> {
  console.log('\naxe and complaints of the browser')
  for (const scheme of ['light', 'dark'] as const)
    for (const language of ['id', 'en'] as const) {
      const faults = await faultsOf(world, screens, { scheme, language })
      console.log(
        `  ${scheme}, ${language}: ${screens.length} screens, ${Object.keys(faults).length} with findings`,
      )
      for (const [path, found] of Object.entries(faults))
        short.push(`${path} in ${scheme}, ${language}: ${found.join('; ')}`)
    }
}

const parts = {
  sizes: async () => await printSizes(),
  screens: printScreens,
  faults: printFaults,
  list: async (world: ConsoleWorld) => await printList(world),
}

const { positionals } = parseArgs({ allowPositionals: true })
const started = performance.now()
await using world = await createConsoleWorld({ demo: 'full' })
const screens = await screensOf(world)
for (const [name, print] of Object.entries(parts))
  if (positionals.length === 0 || positionals.includes(name)) await print(world, screens)
console.log(`\nMeasured in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`)
console.log(
  short.length === 0
    ? 'All bars are held.'
    : `Falls short:\n${short.map((one) => `  ${one}`).join('\n')}`,
)
process.exitCode = short.length === 0 ? 0 : 1
