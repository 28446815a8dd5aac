// Uploaded pictures, re-encoded as JPEG: upright, no larger than needed, without location and
// camera data. A small file can unpack to a gigabyte, so the cost is estimated from the header
// before decoding.
import type { Metadata, SharpOptions } from 'sharp'
import type { HeicResult, HeicTask } from './heic-thread.ts'
import { INTAKE_MS, intakeGate } from './intake.ts'
import { createWorkshop, WorkshopFault } from './workshop.ts'

/** The reason for refusing a picture. The message is for the log. */
export class PictureRefusal extends Error {
  readonly reason: 'too-many-pixels' | 'too-slow' | 'damaged'
  override readonly name = 'PictureRefusal'
  constructor(reason: PictureRefusal['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

export type Picture = { bytes: Buffer; thumbnail: Buffer; width: number; height: number }
export type Sides = { maxSide: number; thumbnailSide: number }

/**
 * A phone's 50 megapixels pass in formats that can be decoded in strips or at a fraction of their
 * size.
 */
const MAX_PIXELS = 64_000_000
/** HEIC is decoded whole; phones send 12 and 24 megapixels. */
const MAX_HEIC_PIXELS = 25_000_000
/** Memory that a decoder may use at once. */
const MAX_HELD_BYTES = 100_000_000
/**
 * Bytes per pixel by which the limit is computed for AVIF: it lets 12 megapixels through. Its
 * decoder holds the whole picture several times, measured at 18 bytes per pixel.
 */
const AVIF_BYTES = 8
/** The total unpacked size, which costs time. */
const MAX_UNPACKED_BYTES = 260_000_000

const withSharp = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
const withLibheif = ['image/heic', 'image/heif'] as const
type PictureType = (typeof withSharp)[number] | (typeof withLibheif)[number]

/** Whether pictures of this media type are read. */
export function isPicture(mediaType: string | undefined): mediaType is PictureType {
  return [...withSharp, ...withLibheif].some((one) => one === mediaType)
}

/** Re-encodes a picture. Throws PictureRefusal, and 503 when too many wait. */
export async function readPicture(
  upload: Uint8Array,
  mediaType: PictureType,
  sides: Sides,
): Promise<Picture> {
  if (withLibheif.some((one) => one === mediaType)) {
    const { pixels, width, height } = await decodeHeic({
      bytes: upload,
      maxPixels: MAX_HEIC_PIXELS,
      maxSide: sides.maxSide,
    })
    return await intakeGate(
      async () => await drawn(pixels, { raw: { width, height, channels: 3 } }, sides),
    )
  }
  return await intakeGate(async () => await redrawn(upload, sides))
}

const heic = createWorkshop<HeicTask, HeicResult>({
  program: new URL('./heic-thread.ts', import.meta.url),
  gate: intakeGate,
  taskMs: INTAKE_MS,
  heapMb: 64,
  // WebAssembly returns memory only when its thread ends.
  idleMs: 0,
})

async function decodeHeic(task: HeicTask): Promise<Extract<HeicResult, { pixels: unknown }>> {
  const result = await heic.run(task).catch((error: unknown) => {
    throw error instanceof WorkshopFault ? new PictureRefusal('too-slow', error.message) : error
  })
  if ('refused' in result) throw new PictureRefusal(result.refused, result.what)
  return result
}

async function redrawn(upload: Uint8Array, sides: Sides): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  const header = await sharp(upload, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw damaged(error)
    })
  bound(header)
  return await drawn(
    upload,
    { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true },
    sides,
  )
}

/** Throws if decoding would use too much memory or time. */
function bound({
  width,
  height,
  format,
  channels,
  depth,
  isProgressive,
  chromaSubsampling,
}: Metadata): void {
  const pixels = width * height
  const unpacked = pixels * (channels ?? 4) * (depth === 'ushort' || depth === 'short' ? 2 : 1)
  // A progressive JPEG keeps two bytes per coefficient until its end; most drop half of the colour
  // samples.
  const coefficients = pixels * 2 * (chromaSubsampling === '4:2:0' ? 1.5 : (channels ?? 3))
  const held = {
    jpeg: isProgressive ? coefficients : 0,
    png: isProgressive ? unpacked : 0,
    webp: pixels * 2,
  }[String(format)]
  if (
    pixels > MAX_PIXELS ||
    (held ?? pixels * AVIF_BYTES) > MAX_HELD_BYTES ||
    unpacked > MAX_UNPACKED_BYTES
  )
    throw new PictureRefusal(
      'too-many-pixels',
      `${format}, ${width} x ${height}, ${unpacked} bytes`,
    )
}

async function drawn(
  input: Uint8Array,
  options: SharpOptions,
  { maxSide, thumbnailSide }: Sides,
): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  // No picture is read twice, and one thread draws one picture at a time: caches and further
  // threads would only take memory.
  sharp.cache(false)
  sharp.concurrency(1)
  const inside = (side: number) =>
    ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const
  try {
    const { data: bytes, info } = await sharp(input, options)
      .autoOrient()
      .resize(inside(maxSide))
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .timeout({ seconds: INTAKE_MS / 1000 })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(bytes)
      .resize(inside(thumbnailSide))
      .jpeg({ quality: 70 })
      .toBuffer()
    return { bytes, thumbnail, width: info.width, height: info.height }
  } catch (error) {
    throw damaged(error)
  }
}

function damaged(error: unknown): PictureRefusal {
  const message = error instanceof Error ? error.message : String(error)
  if (message.startsWith('timeout')) return new PictureRefusal('too-slow', message)
  return new PictureRefusal(
    message.includes('pixel limit') ? 'too-many-pixels' : 'damaged',
    message,
  )
}
