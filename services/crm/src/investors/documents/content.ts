// How an uploaded file is stored. The type is detected from the bytes, never from a name or header.
// Pictures are re-encoded and PDFs rewritten, so that neither location data nor hidden content
// survives (OWASP ASVS 5.0, 5.x).
import { createHash } from 'node:crypto'
import {
  fileActive,
  fileEncrypted,
  fileTooComplex,
  fileTooManyPixels,
  fileUnreadable,
  pictureTooSmall,
  type DocumentType,
} from '@rmtools/contracts/crm/documents'
import {
  invalidInput,
  Problem,
  unsupportedMediaType,
  type ProblemKind,
} from '@rmtools/contracts/problem'
import { readPdf, type PdfVerdict } from '@rmtools/kit/pdf-intake'
import { isPicture, PictureRefusal, readPicture } from '@rmtools/kit/pictures'
import { isLegible } from './rules.ts'

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

const refusalsOfPictures: Record<PictureRefusal['reason'], ProblemKind> = {
  'too-many-pixels': fileTooManyPixels,
  'too-slow': fileTooComplex,
  damaged: fileUnreadable,
}
const refusalsOfPdfs: Record<Exclude<PdfVerdict, { bytes: unknown }>['refused'], ProblemKind> = {
  active: fileActive,
  encrypted: fileEncrypted,
  damaged: fileUnreadable,
  'too-complex': fileTooComplex,
}

/**
 * Reads an upload for a document type. Throws 415 if it is neither a picture nor a PDF; every other
 * fault is a problem of its own, because each has its own remedy.
 */
export async function readContent(upload: Uint8Array, document: DocumentType): Promise<Content> {
  if (upload.length === 0)
    throw new Problem(invalidInput, {
      errors: [{ pointer: '', code: 'required', detail: 'The body is empty' }],
    })
  // Loaded on demand, as sharp is by the first picture: together they take 30 MB.
  const { fileTypeFromBuffer } = await import('file-type')
  const type = (await fileTypeFromBuffer(upload).catch(() => undefined))?.mime
  if (type === 'application/pdf') return await pdf(upload)
  if (!isPicture(type))
    throw new Problem(unsupportedMediaType, { detail: 'Send JPEG, PNG, WebP, HEIC, AVIF or PDF' })
  try {
    const { bytes, thumbnail, width, height } = await readPicture(upload, type, {
      maxSide: MAX_SIDE,
      thumbnailSide: THUMBNAIL_SIDE,
    })
    if (!isLegible(document, { width, height }))
      throw new Problem(pictureTooSmall, { detail: `${width} x ${height} pixels` })
    return {
      bytes,
      thumbnail,
      mediaType: 'image/jpeg',
      extension: 'jpg',
      sha256: sha256(bytes),
      width,
      height,
    }
  } catch (error) {
    throw error instanceof PictureRefusal
      ? refused(refusalsOfPictures[error.reason], error.message)
      : error
  }
}

async function pdf(upload: Uint8Array): Promise<Content> {
  const verdict = await readPdf(upload)
  if ('refused' in verdict) throw refused(refusalsOfPdfs[verdict.refused], verdict.what)
  const bytes = Buffer.from(verdict.bytes)
  return {
    bytes,
    thumbnail: null,
    mediaType: 'application/pdf',
    extension: 'pdf',
    sha256: sha256(bytes),
    width: null,
    height: null,
  }
}

/** `what` is only for the log: it may quote the file. */
function refused(kind: ProblemKind, what: string): Problem {
  const problem = new Problem(kind)
  problem.cause = what
  return problem
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
