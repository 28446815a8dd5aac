// What is kept of an uploaded file. The type is told from the bytes, never from a name or header; images are drawn again, so
// that neither place data nor anything hidden behind the picture survives (OWASP ASVS 5.0, 5.x).
import { createHash } from 'node:crypto'
import { fileUnreadable } from '@rmtools/contracts/crm/documents'
import { invalidInput, Problem, unsupportedMediaType } from '@rmtools/contracts/problem'

export type Content = {
  bytes: Buffer
  thumbnail: Buffer | null
  mediaType: 'image/jpeg' | 'application/pdf'
  extension: 'jpg' | 'pdf'
  sha256: string
  width: number | null
  height: number | null
}

const MAX_SIDE = 2400
const THUMBNAIL_SIDE = 320
// A telephone's 50 megapixels pass; a picture of 20,000 x 20,000 of one colour is a few kilobytes that unpack to 1.6 GB.
const MAX_PIXELS = 64_000_000
const IMAGE_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp'])
// A PDF cannot be drawn again here; one that acts by itself is refused. '#' begins an escaped character of a name.
const ACTIVE_PDF = /\/(JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|RichMedia|XFA)\b|\/[A-Za-z]*#[0-9A-Fa-f]{2}/

/** Reads an upload. Throws 415 for what is neither JPEG, PNG, WebP nor PDF, file-unreadable for what is broken or too large. */
export async function readContent(upload: Uint8Array): Promise<Content> {
  if (upload.length === 0) throw new Problem(invalidInput, { errors: [{ pointer: '', code: 'required', detail: 'The body is empty' }] })
  // Loaded, as sharp below, by the first who needs it: together they take 30 MB.
  const { fileTypeFromBuffer } = await import('file-type')
  const type = (await fileTypeFromBuffer(upload).catch(() => undefined))?.mime
  if (type === 'application/pdf') return readPdf(Buffer.from(upload))
  if (type === undefined || !IMAGE_TYPES.has(type)) throw new Problem(unsupportedMediaType, { detail: 'Send JPEG, PNG, WebP or PDF' })
  try {
    return await redraw(upload)
  } catch (cause) {
    const problem = new Problem(fileUnreadable)
    problem.cause = cause
    throw problem
  }
}

async function redraw(upload: Uint8Array): Promise<Content> {
  const { default: sharp } = await import('sharp')
  const { data: bytes, info } = await sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(bytes)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { bytes, thumbnail, mediaType: 'image/jpeg', extension: 'jpg', sha256: sha256(bytes), width: info.width, height: info.height }
}

function readPdf(bytes: Buffer): Content {
  const text = bytes.toString('latin1')
  if (!text.slice(-1024).includes('%%EOF') || ACTIVE_PDF.test(text)) throw new Problem(fileUnreadable)
  return { bytes, thumbnail: null, mediaType: 'application/pdf', extension: 'pdf', sha256: sha256(bytes), width: null, height: null }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
