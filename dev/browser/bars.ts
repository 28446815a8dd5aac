// `npm run bars`: holds the console, built for production and served by the product, to the bars of its issue, and prints a table. What
// falls short is named, and the exit code is 1: JavaScript of the first screen and of each route, largest paint, shifts of layout, depth
// of requests, a list of 100,000 leads, accessibility and the browser's complaints on every screen in four looks.
import pg from 'pg'
import type { Page } from 'playwright-core'
import { pageSizes } from '../page-sizes.ts'
import { users } from '../seed/people.ts'
import { faultsOf, screensOf, settled, visit, type Screen } from './console-screens.ts'
import { createConsoleWorld, openConsole, type ConsoleWorld } from './console-world.ts'

const MAX_LCP_MS = 1200
const MAX_LAYERS = 2
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
    console.log(`  ${page.padEnd(48)} ${whole.toFixed(1)} kB (${brotli.toFixed(1)})  own ${own.toFixed(1)}${over ? `  ${over}` : ''}`)
    if (over) short.push(`${page} is ${over}`)
  }
}

// The API is answered late, so that what waits for an answer is seen: each layer begins a delay after the one before.
const DELAY_MS = 500
const isRead = (url: string) => /^\/(auth|crm|idty|dashboard|products|reports|investors|today)\b/.test(new URL(url).pathname)

/** How many reads of a screen wait for one another: 1 when all are asked at once. */
async function layersOf(world: ConsoleWorld, page: Page, { path }: Screen): Promise<number> {
  const starts: number[] = []
  let renewed = 0
  await page.route(
    (url) => isRead(url.href),
    async (route) => {
      const url = route.request().url()
      const isRenewal = url.includes('/refresh-token')
      if (!isRenewal) starts.push(performance.now())
      await new Promise((next) => setTimeout(next, isRenewal ? 0 : DELAY_MS))
      await route.continue()
      if (isRenewal) renewed = performance.now()
    },
  )
  await visit(world, page, path)
  await page.unrouteAll({ behavior: 'wait' })
  const first = Math.max(renewed, Math.min(...starts))
  return starts.length === 0 ? 0 : 1 + Math.max(...starts.map((at) => Math.floor((at - first) / DELAY_MS)))
}

type Paint = { lcp: number; cls: number }

async function paintOf(world: ConsoleWorld, page: Page, { path }: Screen): Promise<Paint> {
  await visit(world, page, path)
  return await page.evaluate('({ lcp: window.__lcp ?? 0, cls: window.__cls ?? 0 })')
}

const observe = `
  window.__lcp = 0; window.__cls = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.__lcp = one.startTime }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.__cls += one.value }).observe({ type: 'layout-shift', buffered: true });
`

async function printScreens(world: ConsoleWorld, screens: readonly Screen[]): Promise<void> {
  console.log('\nscreen                                   largest paint   shifts   layers of requests')
  for (const who of new Set(screens.map((screen) => screen.as))) {
    const { page, context } = await openConsole(world, who, '/account')
    await page.addInitScript(observe)
    for (const screen of screens.filter((one) => one.as === who)) {
      await visit(world, page, screen.path)
      const { lcp, cls } = await paintOf(world, page, screen)
      const layers = await layersOf(world, page, screen)
      const name = screen.path.replace(/[0-9a-f-]{36}/, '$id')
      if (cls > 0.001) short.push(`${name} shifts its layout by ${cls.toFixed(3)}`)
      if (layers > MAX_LAYERS) short.push(`${name} asks in ${layers} layers, allowed ${MAX_LAYERS}`)
      console.log(
        `  ${name.padEnd(38)} ${bar(`${name} paints`, lcp, MAX_LCP_MS, 'ms').padStart(10)} ${cls.toFixed(3).padStart(10)} ${String(layers).padStart(8)}`,
      )
    }
    await context.close()
  }
}

async function fill(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const rm = users.find(({ email }) => email.startsWith('rina@'))?.id
  await owner.query(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, created_at)
     select company_id, rm_id, 'Banyak ' || n, '+62899' || lpad(n::text, 8, '0'), 'new', now() - n * interval '1 minute'
     from (select company_id, rm_id from crm_bib.lead where rm_id = $1 limit 1) of_rina, generate_series(1, $2::int) n`,
    [rm, ROWS],
  )
  await owner.query('analyze crm_bib.lead')
  await owner.end()
}

/** From the act until the rows stand, the pause of the search field not counted. */
async function timed(page: Page, act: () => Promise<void>, isDone: () => Promise<void>, pauseMs = 0): Promise<number> {
  const started = performance.now()
  await act()
  await isDone()
  await settled(page)
  return performance.now() - started - pauseMs
}

async function printList(world: ConsoleWorld): Promise<void> {
  await fill(world.system.ownerUrl)
  const { page, context } = await openConsole(world, 'sari', '/leads')
  await settled(page)
  const rows = page.locator('tr[data-row-key]')
  const shown = await rows.count()
  const next = await timed(
    page,
    async () => await page.getByRole('button', { name: 'Muat lebih banyak' }).click(),
    async () => await rows.nth(shown).waitFor(),
  )
  const found = await timed(
    page,
    async () => await page.getByRole('main').getByRole('textbox', { name: 'Cari' }).fill('Banyak 99999'),
    async () => await page.getByRole('link', { name: 'Banyak 99999' }).waitFor(),
    250,
  )
  console.log(
    `\nlist of ${ROWS} leads: next page ${bar('the next page', next, MAX_LIST_MS, 'ms')}, search ${bar('the search', found, MAX_LIST_MS, 'ms')}`,
  )
  await context.close()
}

async function printFaults(world: ConsoleWorld, screens: readonly Screen[]): Promise<void> {
  console.log('\naxe and complaints of the browser')
  for (const scheme of ['light', 'dark'] as const)
    for (const language of ['id', 'en'] as const) {
      const faults = await faultsOf(world, screens, { scheme, language })
      console.log(`  ${scheme}, ${language}: ${screens.length} screens, ${Object.keys(faults).length} with findings`)
      for (const [path, found] of Object.entries(faults)) short.push(`${path} in ${scheme}, ${language}: ${found.join('; ')}`)
    }
}

await using world = await createConsoleWorld({ demo: 'full' })
const screens = await screensOf(world)
await printSizes()
await printScreens(world, screens)
await printFaults(world, screens)
await printList(world)
console.log(short.length === 0 ? '\nAll bars are held.' : `\nFalls short:\n${short.map((one) => `  ${one}`).join('\n')}`)
process.exitCode = short.length === 0 ? 0 : 1
