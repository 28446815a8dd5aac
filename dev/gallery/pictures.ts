// The stored pictures of the shared components, and their differences from current ones.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'
import type { GalleryApp } from './apps.ts'
import { picturesOf, type Galleries, type Picture } from './drawn.ts'
import { looksOf, type Look } from './looks.ts'

const ROOT = join(import.meta.dirname, '../..')
const KEPT = join(ROOT, 'packages/gallery/pictures')
/** The folder for pictures of differences, for inspection. */
const DIFFERING = join(ROOT, 'node_modules/.cache/rmtools-gallery')

/** pixelmatch's tolerance between two colours: less than the eye can see. */
const THRESHOLD = 0.006
/**
 * The edges of letters may differ between browsers and machines: this many pixels in any square of
 * this side.
 */
const SQUARE = 16
const ALLOWED_IN_SQUARE = 16

export type Difference = {
  readonly component: string
  readonly what: string
  /** The stored picture, the current one and their difference, side by side. */
  readonly shownIn?: string
}

const folderOf = (app: GalleryApp['name'], look: Look) => join(KEPT, `${app}-${look.name}`)

/** The stored pictures of an app in a look, by the component's name. */
export async function keptPictures(
  app: GalleryApp['name'],
  look: Look,
): Promise<ReadonlyMap<string, Picture>> {
  const folder = folderOf(app, look)
  const files = await readdir(folder).catch(() => [])
  return new Map(
    await Promise.all(
      files.map(
        async (file) =>
          [file.replace(/\.webp$/, ''), await readPicture(join(folder, file))] as const,
      ),
    ),
  )
}

async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(await readFile(file))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/**
 * The differences between two sets of pictures: components that were added, removed, or changed.
 */
export function differencesOf(
  kept: ReadonlyMap<string, Picture>,
  now: ReadonlyMap<string, Picture>,
): Difference[] {
  return [...new Set([...kept.keys(), ...now.keys()])].toSorted().flatMap((component) => {
    const what = differenceOf(kept.get(component), now.get(component))
    return what === undefined ? [] : [{ component, what }]
  })
}

function differenceOf(kept: Picture | undefined, now: Picture | undefined): string | undefined {
  if (!kept) return 'has no kept picture'
  if (!now) return 'is not drawn any more'
  if (kept.width !== now.width || kept.height !== now.height)
    return `was ${kept.width} × ${kept.height} pixels, is ${now.width} × ${now.height}`
  if (kept.data.equals(now.data)) return undefined
  const most = pixelmatch(kept.data, now.data, undefined, kept.width, kept.height, {
    threshold: THRESHOLD,
    windowSize: SQUARE,
  })
  return most > ALLOWED_IN_SQUARE
    ? `differs in ${most} of ${SQUARE * SQUARE} pixels of a square`
    : undefined
}

/** Writes, for each difference, the stored picture, the current one and their difference. */
export async function showDifferences(
  differences: readonly Difference[],
  { app, look, kept, now }: Compared,
): Promise<Difference[]> {
  return await Promise.all(
    differences.map(async (difference) => {
      const before = kept.get(difference.component)
      const after = now.get(difference.component)
      if (!before || !after) return difference
      const file = join(DIFFERING, `${app}-${look.name}-${difference.component}.png`)
      await mkdir(DIFFERING, { recursive: true })
      await writeFile(file, await sideBySide(before, after))
      return { ...difference, shownIn: file }
    }),
  )
}

export type Compared = {
  readonly app: GalleryApp['name']
  readonly look: Look
  readonly kept: ReadonlyMap<string, Picture>
  readonly now: ReadonlyMap<string, Picture>
}

async function sideBySide(before: Picture, after: Picture): Promise<Buffer> {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const [one, other] = await Promise.all([before, after].map((one) => enlarged(one, width, height)))
  const difference = Buffer.alloc(width * height * 4)
  if (one && other) pixelmatch(one, other, difference, width, height, { threshold: THRESHOLD })
  const raw = { width, height, channels: 4 } as const
  return await sharp({ create: { ...raw, width: width * 3, background: '#ffffff' } })
    .composite(
      [one, other, difference].map((input = difference, index) => ({
        input,
        raw,
        left: index * width,
        top: 0,
      })),
    )
    .png()
    .toBuffer()
}

/** Comparison needs pictures of the same size. */
async function enlarged(
  { data, width, height }: Picture,
  toWidth: number,
  toHeight: number,
): Promise<Buffer> {
  return await sharp(data, { raw: { width, height, channels: 4 } })
    .extend({ right: toWidth - width, bottom: toHeight - height, background: '#ffffff' })
    .raw()
    .toBuffer()
}

/**
 * Stores current pictures of new or changed components, and deletes those of removed ones. Reports
 * each.
 */
export async function keepPictures(
  galleries: Galleries,
  app: GalleryApp['name'],
  say: (line: string) => void,
): Promise<void> {
  for (const look of looksOf(app)) {
    const page = await galleries.open(app, look)
    const now = await picturesOf(page)
    await page.context().close()
    const folder = folderOf(app, look)
    await mkdir(folder, { recursive: true })
    for (const { component, what } of differencesOf(await keptPictures(app, look), now)) {
      const file = join(folder, `${component}.webp`)
      const picture = now.get(component)
      if (picture) await writeFile(file, await packed(picture))
      else await rm(file)
      say(`${app}, ${look.name}: ${component} ${what}`)
    }
  }
}

async function packed({ data, width, height }: Picture): Promise<Buffer> {
  return await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp({ lossless: true, effort: 6 })
    .toBuffer()
}
