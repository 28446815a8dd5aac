// Converts any uploaded picture to a logo: some browsers cannot show the formats of phone cameras.
// The upload itself is not kept.
import { logoUnreadable } from '@rmtools/contracts/auth/companies'
import { Problem, unsupportedMediaType } from '@rmtools/contracts/problem'
import { isPicture, PictureRefusal, readPicture } from '@rmtools/kit/pictures'

// A logo is shown at most 110 points wide; a larger one would exceed the text column that stores
// it.
const SIDES = { maxSide: 400, thumbnailSide: 240 }
const MOST_CHARACTERS = 40_000

/**
 * The picture as a small JPEG in a data URL. Throws 415 if it is not a picture, 422 if it cannot be
 * read.
 */
export async function drawnLogo(upload: Uint8Array): Promise<string> {
  const type = typeOf(upload)
  if (!isPicture(type))
    throw new Problem(unsupportedMediaType, { detail: 'Send JPEG, PNG, WebP, HEIC or AVIF' })
  try {
    const { bytes, thumbnail } = await readPicture(upload, type, SIDES)
    const whole = dataUrl(bytes)
    return whole.length <= MOST_CHARACTERS ? whole : dataUrl(thumbnail)
  } catch (error) {
    throw error instanceof PictureRefusal ? new Problem(logoUnreadable) : error
  }
}

const dataUrl = (jpeg: Buffer) => `data:image/jpeg;base64,${jpeg.toString('base64')}`

/** Detects the type from the bytes; names and headers are not trusted. */
function typeOf(upload: Uint8Array): string | undefined {
  const head = Buffer.from(upload.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (head.startsWith('\x89PNG')) return 'image/png'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  if (head.slice(4, 8) !== 'ftyp') return undefined
  return head.slice(8, 12).startsWith('avi') ? 'image/avif' : 'image/heic'
}
