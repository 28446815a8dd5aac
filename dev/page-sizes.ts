// `npm run sizes`: the JavaScript that each page of the web apps loads, against its budget. A page
// is the entry or a module that the entry loads on demand; it counts with all its static imports.
// `own` is what no other page loads. Exits with 1 over budget.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildPages, pagesOf, type WebApp } from '@rmtools/operate/pages'

/**
 * In kB (1000 bytes) of gzip: `whole` includes the entry, `own` excludes what the entry and other
 * pages load.
 */
type Budget = { whole?: number; own?: number }
type Budgets = { entry: Budget; others: Budget; pages?: Record<string, Budget> }

/** The budgets. A page is named by its source. */
const budgets: Record<WebApp, Budgets> = {
  admin: {
    entry: { whole: 250 },
    others: { own: 80 },
    // The frame of every screen, and charts, which load when one is shown.
    pages: { 'src/ui/Themed.tsx': { own: 120 }, 'src/ui/echarts.ts': { own: 210 } },
  },
  investor: {
    // The approval loads with the entry.
    entry: { whole: 120 },
    others: { whole: 155 },
  },
}

type Chunk = { file: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[] }
type Manifest = Record<string, Chunk>
export type PageSize = {
  page: string
  whole: number
  own: number
  brotli: number
  over: string | null
}

/** The sizes of an app's pages, the entry first. Throws if the build has no entry. */
export async function pageSizes(app: WebApp, folder: string = pagesOf(app)): Promise<PageSize[]> {
  const manifest = JSON.parse(
    await readFile(join(folder, '.vite/manifest.json'), 'utf8'),
  ) as Manifest
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (entry === undefined) throw new Error(`${folder} holds no build`)
  const first = filesOf(manifest, entry)
  const pages = [entry, ...Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry)]
  const isShared = sharedOf(
    pages.filter((page) => page !== entry).map((page) => filesOf(manifest, page)),
  )
  const by = (ending: string, compress: Weighing['compress']): Weighing => ({
    folder,
    ending,
    compress,
    known: new Map(),
  })
  const [gzip, brotli] = [by('.gz', gzipSync), by('.br', brotliCompressSync)]
  const sizes: PageSize[] = []
  for (const page of pages) {
    const files = new Set([...first, ...filesOf(manifest, page)])
    const common =
      page === entry
        ? new Set<string>()
        : new Set([...files].filter((file) => first.has(file) || isShared(file)))
    const whole = await weigh(gzip, files)
    const own = whole - (await weigh(gzip, common))
    const over = overBudget(budgetOf(app, page, page === entry), { whole, own })
    sizes.push({ page, whole, own, brotli: await weigh(brotli, files), over })
  }
  return sizes
}

/** Whether more than one page loads a file. */
function sharedOf(pages: readonly ReadonlySet<string>[]): (file: string) => boolean {
  const counts = new Map<string, number>()
  for (const file of pages.flatMap((files) => [...files]))
    counts.set(file, (counts.get(file) ?? 0) + 1)
  return (file) => (counts.get(file) ?? 0) > 1
}

function budgetOf(app: WebApp, page: string, isEntry: boolean): Budget {
  const { entry, others, pages } = budgets[app]
  return isEntry ? entry : (pages?.[page] ?? others)
}

function overBudget({ whole, own }: Budget, size: { whole: number; own: number }): string | null {
  if (whole !== undefined && size.whole > whole) return `over ${whole} kB`
  return own !== undefined && size.own > own ? `over ${own} kB of its own` : null
}

function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const one of chunk.imports ?? []) filesOf(manifest, one, seen)
  return seen
}

type Weighing = {
  folder: string
  ending: string
  compress: (bytes: Buffer) => Buffer
  known: Map<string, number>
}

/** In kB. Each file is counted once, in however many pages it is. */
async function weigh({ known, ...how }: Weighing, files: ReadonlySet<string>): Promise<number> {
  let sum = 0
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    const size = known.get(file) ?? (await sizeOf(file, how))
    known.set(file, size)
    sum += size
  }
  return sum / 1000
}

/** The compressed size, as served; the build leaves small files uncompressed. */
async function sizeOf(
  file: string,
  { folder, ending, compress }: Omit<Weighing, 'known'>,
): Promise<number> {
  const path = join(folder, file)
  const built = await stat(path + ending).catch(() => undefined)
  return built?.size ?? compress(await readFile(path)).length
}

async function print(apps: readonly WebApp[]): Promise<boolean> {
  const kB = (size: number) => `${size.toFixed(1)} kB`.padStart(10)
  let isWithin = true
  for (const app of apps) {
    await buildPages(app)
    console.log(
      `\n${app.padEnd(44)}${'gzip'.padStart(10)}${'own'.padStart(10)}${'brotli'.padStart(10)}`,
    )
    for (const { page, whole, own, brotli, over } of await pageSizes(app)) {
      console.log(
        `  ${page.padEnd(42)}${kB(whole)}${kB(own)}${kB(brotli)}${over === null ? '' : `  ${over}`}`,
      )
      if (over !== null) isWithin = false
    }
  }
  return isWithin
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true })
  const apps = (['admin', 'investor'] as const).filter(
    (app) => positionals.length === 0 || positionals.includes(app),
  )
  process.exit((await print(apps)) ? 0 : 1)
}
