// Memory and time that pictures take. A separate process does the work, started as services are,
// and reports its own peak.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CONTAINER_MB = 512
/** Memory that crm takes without pictures, under load (docs/OPERATING.md). */
const RESIDENT_MB = 150
const AT_ONCE = 6

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rmtools-pictures-'))
})
afterAll(async () => await rm(folder, { recursive: true }))

/**
 * Reads a picture several times concurrently; returns each outcome, and the growth of the process
 * at its peak, in megabytes.
 */
async function read(
  file: string,
  mediaType: string,
  times = AT_ONCE,
): Promise<{ outcomes: string[]; grewMb: number }> {
  const program = `
    import { readFileSync } from 'node:fs'
    import { readPicture } from ${JSON.stringify(join(import.meta.dirname, 'pictures.ts'))}
    const peak = () => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
    const bytes = readFileSync(${JSON.stringify(file)})
    const before = peak()
    const all = await Promise.allSettled(Array.from({ length: ${times} }, () =>
      readPicture(bytes, ${JSON.stringify(mediaType)}, { maxSide: 2400, thumbnailSide: 320 })))
    const outcomes = all.map((one) => one.status === 'fulfilled' ? one.value.width + 'x' + one.value.height : String(one.reason.reason ?? one.reason.status))
    console.log(JSON.stringify({ outcomes, grewMb: peak() - before }))
    process.exit()`
  const env = { ...process.env, MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '524288' }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', program],
    { env },
  )
  return JSON.parse(stdout) as { outcomes: string[]; grewMb: number }
}

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' }, limitInputPixels: false })
async function drawn(name: string, picture: Sharp): Promise<string> {
  const file = join(folder, name)
  await picture.toFile(file)
  return file
}

describe('SECURITY 50: pictures', () => {
  test.each<[string, string, () => Promise<string>]>([
    [
      'progressive JPEG of 32 megapixels',
      'image/jpeg',
      async () => await drawn('a.jpg', solid(5700, 5700).jpeg({ progressive: true })),
    ],
    [
      'interlaced PNG of 32 megapixels',
      'image/png',
      async () => await drawn('b.png', solid(5700, 5700).png({ progressive: true })),
    ],
    [
      'WebP of 47 megapixels',
      'image/webp',
      async () => await drawn('c.webp', solid(6900, 6900).webp({ effort: 0 })),
    ],
    [
      'AVIF of 12 megapixels',
      'image/avif',
      async () => await drawn('d.avif', solid(4000, 3100).avif({ effort: 0, quality: 30 })),
    ],
  ])('six at once of %s stay within the container', async (_, mediaType, make) => {
    const { outcomes, grewMb } = await read(await make(), mediaType)
    // On a slow machine some wait too long and get a 503; no other outcome is allowed.
    expect(outcomes.filter((one) => !/^2400x|^503$/.test(one))).toEqual([])
    expect(outcomes[0]).toMatch(/^2400x/)
    expect(grewMb).toBeLessThan(CONTAINER_MB - RESIDENT_MB)
  })

  test.each<[string, string, () => Promise<string>]>([
    [
      'progressive JPEG of 62 megapixels',
      'image/jpeg',
      async () => await drawn('e.jpg', solid(7900, 7900).jpeg({ progressive: true })),
    ],
    [
      'PNG of 62 megapixels and 16 bits',
      'image/png',
      async () =>
        await drawn('f.png', solid(7900, 7900).toColourspace('rgb16').ensureAlpha().png()),
    ],
    [
      'AVIF of 24 megapixels',
      'image/avif',
      async () => await drawn('g.avif', solid(4900, 4900).avif({ effort: 0, quality: 30 })),
    ],
    [
      // Small even when unpacked: only the number of pixels can refuse it.
      'PNG of 67 megapixels in shades of grey',
      'image/png',
      async () => await drawn('i.png', solid(8200, 8200).toColourspace('b-w').png()),
    ],
  ])('%s is refused before it is decoded', async (_, mediaType, make) => {
    const { outcomes, grewMb } = await read(await make(), mediaType, 1)
    expect(outcomes).toEqual(['too-many-pixels'])
    expect(grewMb).toBeLessThan(60)
  })

  test('JPEG of 62 megapixels as cameras write it is read at a fraction of its size', async () => {
    const { outcomes, grewMb } = await read(
      await drawn('h.jpg', solid(7900, 7900).jpeg()),
      'image/jpeg',
      2,
    )
    expect(outcomes).toEqual(['2400x2400', '2400x2400'])
    expect(grewMb).toBeLessThan(150)
  })
})
